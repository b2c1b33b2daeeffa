#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Random.h"
#include "core/base/Sha256.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ricercar;

class tst_Files : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path path(const char* name) const { return folder_.path().toStdString() + "/" + name; }

private slots:
    void whatIsWrittenIsRead() {
        const Bytes bytes{0, 255, 10, 13};
        writeFile(path("ä 音.bin"), bytes);
        QCOMPARE(readFile(path("ä 音.bin")), bytes);
        writeFile(path("ä 音.bin"), std::string("new"));
        QCOMPARE(readFile(path("ä 音.bin")).size(), std::size_t{3});
        // nothing is left beside it
        QCOMPARE(QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }

    void errorsSayWhatFailed() {
        const auto kindOf = [](auto&& action) {
            try {
                action();
            } catch (const Error& error) {
                return error.kind();
            }
            return ErrorKind::Internal;
        };
        QCOMPARE(kindOf([&] { readFile(path("none")); }), ErrorKind::NotFound);
        QCOMPARE(kindOf([&] { readFile(folder_.path().toStdString()); }), ErrorKind::Unreadable);
        writeFile(path("big"), std::string(100, 'x'));
        QCOMPARE(kindOf([&] { readFile(path("big"), 99); }), ErrorKind::Unsupported);
        QCOMPARE(kindOf([&] { writeFile(path("none/deeper"), std::string("x")); }), ErrorKind::Unwritable);
    }

    void invalidUtf8IsReplaced() {
        QCOMPARE(validUtf8("Gr\xC3\xBC\xC3\x9F"
                           "e \xE9\xF0\x9F\x8E\xB5 \xED\xA0\x80"),
                 std::string("Grüße \xEF\xBF\xBD🎵 \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"));
    }

    void sha256OfKnownTexts() {  // FIPS 180-2, appendix B
        QCOMPARE(sha256(std::string("abc")), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void randomNumbersContinueFromTheirState() {
        Random random(0);
        QCOMPARE(random.next(), 0xE220A8397B1DCDAFULL);  // SplitMix64's published first output for seed 0
        Random again(random.state());
        QCOMPARE(again.next(), random.next());
        double sum = 0;
        for (int i = 0; i < 10000; ++i) sum += random.uniform();
        QVERIFY(std::abs(sum / 10000 - 0.5) < 0.02);
        for (int i = 0; i < 1000; ++i) QVERIFY(random.below(7) < 7);
    }
};

QTEST_APPLESS_MAIN(tst_Files)
#include "tst_Files.moc"
