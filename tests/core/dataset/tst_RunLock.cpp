// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/RunLock.h"
#include "core/dataset/Workspace.h"

#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>

using namespace ricercar;
namespace fs = std::filesystem;

namespace {

std::optional<Message> refusal(const fs::path& folder, std::int64_t run) {
    try {
        const RunLock lock(folder, run);
        return std::nullopt;
    } catch (const Error& error) {
        return error.message();
    }
}

/// A process that has a run until it is killed.
class Owner {
public:
    Owner(const fs::path& folder, std::int64_t run) {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) return;
        process_ = ::fork();
        if (process_ == 0) {
            ::close(ends[0]);
            try {
                const RunLock lock(folder, run);
                const char ready = 'r';
                if (::write(ends[1], &ready, 1) == 1)
                    for (;;) ::pause();
            } catch (const Error&) {
            }
            ::_exit(1);
        }
        ::close(ends[1]);
        char byte = 0;
        ready_ = ::read(ends[0], &byte, 1) == 1;
        ::close(ends[0]);
    }
    ~Owner() { kill(); }
    Owner(const Owner&) = delete;
    Owner& operator=(const Owner&) = delete;

    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] pid_t process() const { return process_; }
    void kill() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        process_ = -1;
    }

private:
    pid_t process_ = -1;
    bool ready_ = false;
};

}  // namespace

class tst_RunLock : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path(const std::string& name) const { return fs::path(folder_->path().toStdString()) / name; }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aRunHasOneOwner() {
        QVERIFY(!RunLock::ownerOf(path("w.runs"), 7));
        {
            RunLock lock(path("w.runs"), 7);
            lock.beat();
            const auto owner = RunLock::ownerOf(path("w.runs"), 7);
            QVERIFY(owner);
            QVERIFY(english(owner->who).find("process " + std::to_string(::getpid())) != std::string::npos);
            QVERIFY(owner->since.ends_with('Z'));
            const auto refused = refusal(path("w.runs"), 7);
            QVERIFY(refused && refused->id == MessageId::RunOwned);
            QVERIFY(refused->args == (std::vector<Argument>{"7", owner->who, owner->since}));
            QVERIFY(!refusal(path("w.runs"), 8));
        }
        QVERIFY(!RunLock::ownerOf(path("w.runs"), 7));
        QVERIFY(!refusal(path("w.runs"), 7));
    }

    void whatAKilledProcessLeftIsNobodys() {
        Owner other(path("w.runs"), 1);
        QVERIFY(other.ready());
        const auto owner = RunLock::ownerOf(path("w.runs"), 1);
        QVERIFY(owner && english(owner->who).find("process " + std::to_string(other.process())) != std::string::npos);
        QCOMPARE(refusal(path("w.runs"), 1)->id, MessageId::RunOwned);
        other.kill();
        QVERIFY(!RunLock::ownerOf(path("w.runs"), 1));
        QVERIFY(!refusal(path("w.runs"), 1));
    }

    void aRunWhoseProcessIsGoneIsInterruptedAtOnce() {
        Workspace workspace(path("w.ricercar"));
        Run run;
        run.name = "one";
        run.id = workspace.runs().add(run);  // running, as a version without owners left it
        QCOMPARE(workspace.runs().find(run.id)->state, RunState::Interrupted);
        Owner other(workspace.runsFolder(), run.id);
        QVERIFY(other.ready());
        QCOMPARE(workspace.runs().find(run.id)->state, RunState::Running);
        QCOMPARE(workspace.runs().all().front().state, RunState::Running);
        other.kill();
        QCOMPARE(workspace.runs().find(run.id)->state, RunState::Interrupted);
        QCOMPARE(workspace.runs().all().front().state, RunState::Interrupted);
        // what was read can be written back
        run = *workspace.runs().find(run.id);
        run.name = "two";
        workspace.runs().update(run);
        const RunLock lock(workspace.runsFolder(), run.id);
        QCOMPARE(workspace.runs().find(run.id)->state, RunState::Running);
    }

    void filesOfRunsLieInTheirFolder() {
        Workspace workspace(path("w.ricercar"));
        const fs::path runs = workspace.runsFolder();
        fs::create_directories(runs / "1");
        fs::create_directories(path("elsewhere"));
        writeFile(path("elsewhere/last.ricercar"), std::string("x"));
        fs::create_directory_symlink(path("elsewhere"), runs / "2");
        fs::create_symlink(path("elsewhere/last.ricercar"), runs / "1" / "best.ricercar");
        QCOMPARE(workspace.runFile("1/last.ricercar"), runs / "1" / "last.ricercar");
        for (const char* name :
             {"", "/etc/passwd", "../w.ricercar", "1/../../w.ricercar", "2/last.ricercar", "1/best.ricercar", "2/owner"}) {
            try {
                (void)workspace.runFile(name);
                QFAIL(name);
            } catch (const Error& error) {
                QCOMPARE(error.message().id, MessageId::WorkspaceFileOutside);
            }
        }
        // and a copy takes nothing along from outside
        QVERIFY(workspace.copyTo(path("copy.ricercar")));
        QVERIFY(!fs::exists(path("copy.runs/2")) && !fs::exists(path("copy.runs/1/best.ricercar")));
    }

    void aWorkspaceThatIsClosedToWritingCanBeRead() {
        {
            Workspace workspace(path("w.ricercar"));
            Run run;
            run.name = "kept";
            workspace.runs().add(run);
        }
        const Workspace open = Workspace::forReading(path("w.ricercar"));
        QCOMPARE(open.runs().all().size(), std::size_t{1});
        if (::geteuid() == 0) QSKIP("nothing is closed to root");
        fs::permissions(path("w.ricercar"), fs::perms::owner_read);
        fs::permissions(path(""), fs::perms::owner_read | fs::perms::owner_exec);
        {
            const Workspace closed = Workspace::forReading(path("w.ricercar"));
            QCOMPARE(closed.runs().all().front().name, std::string("kept"));
            QCOMPARE(closed.path(), path("w.ricercar"));
        }
        fs::permissions(path(""), fs::perms::owner_all);
    }
};

QTEST_APPLESS_MAIN(tst_RunLock)
#include "tst_RunLock.moc"
