// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/base/TextEncoding.h"

#include <QTest>

#include <string>
#include <vector>

using namespace ricercar;

namespace {

using Texts = std::vector<std::string>;

Texts decoded(const Texts& texts, TextEncoding::SingleByte otherwise = TextEncoding::SingleByte::Windows1252) {
    const TextEncoding encoding = TextEncoding::guess(texts, otherwise);
    Texts all;
    for (const std::string& text : texts) all.push_back(encoding.toUtf8(text));
    return all;
}

}  // namespace

class tst_TextEncoding : public QObject {
    Q_OBJECT
private slots:
    void westernTexts() {
        QCOMPARE(decoded({"Gr\xFC\xDF"
                          "e"}),
                 (Texts{"Grüße"}));
        QCOMPARE(decoded({"Don\x92t \x93Stop\x94 \x96 \x80"}), (Texts{"Don’t “Stop” – €"}));
        QCOMPARE(decoded({"Don\x92t"}), (Texts{"Don’t"}));
        QCOMPARE(decoded({"Pr\xE9lude", "\xC9tude", "Gar\xE7on", "d\xE9j\xE0 v\xFC"}),
                 (Texts{"Prélude", "Étude", "Garçon", "déjà vü"}));
        QCOMPARE(decoded({"Copyright \xA9 1997 by K."}), (Texts{"Copyright © 1997 by K."}));
    }

    void japaneseTexts() {
        QCOMPARE(decoded({"\x83s\x83"
                          "A\x83m",
                          "\x83x\x81[\x83X"}),
                 (Texts{"ピアノ", "ベース"}));
        QCOMPARE(decoded({"\x8E\xE5\x90\xF9\x97\xA5"}), (Texts{"主旋律"}));
        QCOMPARE(decoded({"\xCB\xDF\xB1\xC9"}), (Texts{"ﾋﾟｱﾉ"}));
        // one name that would not tell alone, beside others that do; and a name cut off within a letter
        QCOMPARE(decoded({"\x83s\x83"
                          "A\x83m",
                          "\x8A\xB4"}),
                 (Texts{"ピアノ", "感"}));
        for (const std::string& text : decoded({"\x83s\x83"
                                                "A\x83m",
                                                "\x83x\x81[\x83"}))
            QVERIFY(text.find("\uFFFD") == std::string::npos);
        QCOMPARE(decoded({"{@JP", "\x8A\xB4"}).back(), std::string("感"));
    }

    void unicode() {
        QCOMPARE(decoded({"\xEF\xBB\xBFMüller"}), (Texts{"Müller"}));
        QCOMPARE(decoded({"Grüße", "ピアノ"}), (Texts{"Grüße", "ピアノ"}));
        QCOMPARE(decoded({std::string("\xFF\xFE"
                                      "P\0\xE4\0",
                                      6)}),
                 (Texts{"Pä"}));
        QCOMPARE(decoded({std::string("\xFE\xFF\0P\0\xE4", 6)}), (Texts{"Pä"}));
        QCOMPARE(decoded({std::string("P\0i\0a\0n\0o\0", 10)}), (Texts{"Piano"}));
        QCOMPARE(decoded({std::string("\0P\0i\0a\0n\0o", 10)}), (Texts{"Piano"}));
        QCOMPARE(decoded({std::string("Piano\0", 6)}), (Texts{std::string("Piano\0", 6)}));
        QCOMPARE(decoded({std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6)}), (Texts{"😀"}));
    }

    void namesInArchives() {
        const auto dos = TextEncoding::SingleByte::Dos437;
        QCOMPARE(decoded({"F\x81r Elise.mid"}, dos), (Texts{"Für Elise.mid"}));
        QCOMPARE(decoded({"Pr\x82lude.mid", "\x90tude.mid"}, dos), (Texts{"Prélude.mid", "Étude.mid"}));
        QCOMPARE(decoded({"F\xFCr Elise.mid"}, dos), (Texts{"Für Elise.mid"}));  // Windows-1252
        QCOMPARE(decoded({"\x83s\x83"
                          "A\x83m.mid"},
                         dos),
                 (Texts{"ピアノ.mid"}));
    }

    void anyBytesGiveUtf8WithoutMarks() {
        std::string all;
        for (int i = 1; i < 256; ++i) all += static_cast<char>(i);
        for (std::size_t length = 1; length < all.size(); ++length)
            for (const std::string& text : decoded({all.substr(all.size() - length)})) {
                QCOMPARE(validUtf8(text), text);
                QVERIFY(text.find("\uFFFD") == std::string::npos);
            }
    }
};

QTEST_APPLESS_MAIN(tst_TextEncoding)
#include "tst_TextEncoding.moc"
