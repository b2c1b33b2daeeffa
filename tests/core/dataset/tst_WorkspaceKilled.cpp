// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/dataset/Workspace.h"
#include "tests/support/TestData.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace ricercar;

namespace {

constexpr int piecesPerCommit = 3;

PianoRoll rollOf(int number) { return test::randomRoll(static_cast<std::uint64_t>(number), 64 + number % 50); }

/// Adds pieces and metrics until it is killed; writes a byte to `acknowledge` after each commit.
[[noreturn]] void writeForever(const std::filesystem::path& path, int acknowledge) {
    Workspace workspace(path);
    Run run;
    const std::int64_t id = workspace.runs().add(run);
    for (int commit = 0;; ++commit) {
        std::vector<NewPiece> pieces;
        for (int i = 0; i < piecesPerCommit; ++i) {
            NewPiece added;
            const int number = commit * piecesPerCommit + i;
            added.piece.fileHash = std::to_string(number);
            added.roll = rollOf(number);
            pieces.push_back(std::move(added));
        }
        workspace.pieces().add(pieces);
        workspace.runs().addMetrics(id, {{"loss", commit, 0, 0, 1.0}, {"gradient_norm", commit, 0, 0, 2.0}});
        if (::write(acknowledge, "+", 1) != 1) ::_exit(1);
    }
}

std::string integrity(const std::filesystem::path& path) {
    std::string answer;
    sqlite3* database = nullptr;
    sqlite3_open(path.c_str(), &database);
    sqlite3_exec(
        database, "PRAGMA integrity_check",
        [](void* text, int, char** values, char**) {
            *static_cast<std::string*>(text) += values[0];
            return 0;
        },
        &answer, nullptr);
    sqlite3_close(database);
    return answer;
}

}  // namespace

class tst_WorkspaceKilled : public QObject {
    Q_OBJECT
private slots:
    void nothingCommittedIsLost() {
        Random random(11);
        int commits = 0;
        for (int round = 0; round < 25; ++round) {
            QTemporaryDir folder;
            const std::filesystem::path path = folder.path().toStdString() + "/killed.ricercar";
            int ends[2];
            QCOMPARE(::pipe(ends), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                ::close(ends[0]);
                writeForever(path, ends[1]);
            }
            ::close(ends[1]);
            // killed at a random instant after a random number of commits
            int acknowledged = 0;
            char byte = 0;
            for (auto wanted = random.below(40); wanted > 0 && ::read(ends[0], &byte, 1) == 1; --wanted) ++acknowledged;
            ::usleep(static_cast<useconds_t>(random.below(3000)));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
            while (::read(ends[0], &byte, 1) == 1) ++acknowledged;
            ::close(ends[0]);

            const Workspace workspace(path);
            const std::vector<Piece> pieces = workspace.pieces().all();
            QVERIFY(static_cast<int>(pieces.size()) >= acknowledged * piecesPerCommit);
            QCOMPARE(pieces.size() % piecesPerCommit, std::size_t{0});
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                QCOMPARE(pieces[i].fileHash, std::to_string(i));
                QVERIFY(workspace.versions().roll(pieces[i].id) == rollOf(static_cast<int>(i)));
            }
            if (!workspace.runs().all().empty()) {
                const std::vector<Metric> metrics = workspace.runs().metrics(workspace.runs().all().front().id);
                QVERIFY(static_cast<int>(metrics.size()) >= acknowledged * 2);
                QCOMPARE(metrics.size() % 2, std::size_t{0});
                for (std::size_t i = 0; i < metrics.size(); ++i) QCOMPARE(metrics[i].step, static_cast<std::int64_t>(i / 2));
            }
            QCOMPARE(integrity(path), std::string("ok"));
            commits += acknowledged;
        }
        QVERIFY(commits > 100);
    }
};

QTEST_APPLESS_MAIN(tst_WorkspaceKilled)
#include "tst_WorkspaceKilled.moc"
