// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Random.h"
#include "core/base/Sha256.h"

#include <sys/stat.h>

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

    void onlyRegularFilesAreReplaced() {
        const auto refused = [](const std::filesystem::path& file) {
            try {
                writeFile(file, std::string("x"));
            } catch (const Error& error) {
                return error.message().id == MessageId::FileUnwritable;
            }
            return false;
        };
        QVERIFY(::mkfifo(path("pipe").c_str(), 0600) == 0);
        QVERIFY(refused(path("pipe")));
        QVERIFY(std::filesystem::is_fifo(path("pipe")));
        QVERIFY(refused("/dev/full") && refused("/dev/null"));
        QVERIFY(std::filesystem::is_character_file("/dev/full"));
        std::filesystem::create_symlink("/dev/full", path("link to a device"));
        QVERIFY(refused(path("link to a device")));
        std::filesystem::create_directory(path("folder"));
        QVERIFY(refused(path("folder")));
        std::filesystem::create_symlink(path("round"), path("round"));
        QVERIFY(refused(path("round")));

        writeFile(path("closed"), std::string("old"));
        std::filesystem::permissions(path("closed"), std::filesystem::perms(0444));
        QVERIFY(refused(path("closed")));  // root, too
        QCOMPARE(readFile(path("closed")).size(), std::size_t{3});
    }

    void linksAreWrittenThrough() {
        std::filesystem::create_directories(path("elsewhere"));
        writeFile(path("elsewhere/target"), std::string("old"));
        std::filesystem::permissions(path("elsewhere/target"), std::filesystem::perms(0640));
        std::filesystem::create_symlink("elsewhere/target", path("link"));
        std::filesystem::create_symlink("link", path("link to a link"));
        writeFile(path("link to a link"), std::string("new!"));
        QCOMPARE(readFile(path("elsewhere/target")).size(), std::size_t{4});
        QVERIFY(std::filesystem::is_symlink(path("link")) && std::filesystem::is_symlink(path("link to a link")));
        QCOMPARE(std::filesystem::status(path("elsewhere/target")).permissions(), std::filesystem::perms(0640));
        std::filesystem::create_symlink("elsewhere/to come", path("early"));
        writeFile(path("early"), std::string("12"));
        QCOMPARE(readFile(path("elsewhere/to come")).size(), std::size_t{2});
        QVERIFY(std::filesystem::is_symlink(path("early")));
        // a name as long as the system allows
        writeFile(path(std::string(250, 'n').c_str()), std::string("x"));
    }

    void whatIsNotCommittedIsGone() {
        {
            NewFile file(path("half"));
            file.write(Bytes(100, 1));
        }
        QVERIFY(!std::filesystem::exists(path("half")));
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
