// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Random.h"
#include "core/dataset/Importer.h"
#include "tests/support/TestData.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <fstream>
#include <set>
#include <thread>

using namespace ricercar;
namespace fs = std::filesystem;

/// Imports in processes of their own that come to a bad end.
class tst_ImportKilled : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path(const std::string& name) const { return fs::path(folder_->path().toStdString()) / name; }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    /// As a disk that fills up in the middle does: no file may grow beyond two megabytes.
    void aFullDiskIsSaidAndLosesNothing() {
        constexpr int files = 300;
        fs::create_directories(path("music"));
        for (int i = 0; i < files; ++i)
            writeFile(path("music/" + std::to_string(1000 + i) + ".mid"), test::someMidi(static_cast<std::uint64_t>(i), 512));
        const pid_t child = ::fork();
        if (child == 0) {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{2'000'000, 2'000'000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            try {
                Workspace workspace(path("w.ricercar"));
                importFiles(workspace, {path("music")});
                ::_exit(1);
            } catch (const Error& error) {
                ::_exit(error.kind() == ErrorKind::Unwritable ? 42 : 2);
            }
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 42);
        Workspace workspace(path("w.ricercar"));
        for (const Piece& piece : workspace.pieces().all()) QCOMPARE(workspace.versions().roll(piece.id).steps(), piece.steps);
        const ImportReport rest = importFiles(workspace, {path("music")});
        QCOMPARE(rest.known + rest.accepted, files);
    }

    /// Ten kills at moments of chance, each import going on where the last one was.
    void killedImportsLoseNothing() {
        constexpr int files = 1000;
        fs::create_directories(path("music"));
        for (int i = 0; i < files; ++i) {
            const Bytes midi = test::someMidi(static_cast<std::uint64_t>(i), 1024);
            std::ofstream file(path("music/" + std::to_string(1000 + i) + ".mid"), std::ios::binary);
            file.write(reinterpret_cast<const char*>(midi.data()), static_cast<std::streamsize>(midi.size()));
        }
        Random random(3);
        std::size_t before = 0;
        int kills = 0;
        for (int round = 0; round < 10; ++round) {
            const pid_t child = ::fork();
            if (child == 0) {
                Workspace workspace(path("w.ricercar"));
                ImportOptions options;
                options.threads = 1;
                importFiles(workspace, {path("music")}, options);
                ::_exit(0);
            }
            std::this_thread::sleep_for(std::chrono::microseconds(10'000 + random.below(150'000)));
            ::kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            kills += WIFSIGNALED(status) ? 1 : 0;
            const Workspace workspace(path("w.ricercar"));
            const auto pieces = workspace.pieces().all();
            QVERIFY(pieces.size() >= before);
            before = pieces.size();
            std::set<std::string> hashes;
            for (const Piece& piece : pieces) {
                QVERIFY(hashes.insert(piece.fileHash).second);
                QCOMPARE(workspace.versions().roll(piece.id).steps(), piece.steps);
                QVERIFY(!workspace.pieces().source(piece).empty());
            }
        }
        qInfo("%d kills, %d pieces after them", kills, static_cast<int>(before));
        QVERIFY(kills > 3);
        Workspace workspace(path("w.ricercar"));
        const ImportReport report = importFiles(workspace, {path("music")});
        QCOMPARE(report.known + report.accepted, files);
        QCOMPARE(workspace.pieces().all().size(), std::size_t{files});
    }
};

QTEST_APPLESS_MAIN(tst_ImportKilled)
#include "tst_ImportKilled.moc"
