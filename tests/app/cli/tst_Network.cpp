// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "tests/support/TestData.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstddef>

using namespace ricercar;

namespace {

/// From here on a process that asks for a socket other than of this machine is ended. False where the kernel knows no filters.
bool forbidNetwork() {
    constexpr auto load = [](std::size_t offset) {
        return sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<std::uint32_t>(offset)};
    };
    constexpr auto equal = [](std::uint32_t value, std::uint8_t yes, std::uint8_t no) {
        return sock_filter{BPF_JMP | BPF_JEQ | BPF_K, yes, no, value};
    };
    std::array filter{load(offsetof(seccomp_data, nr)),
                      equal(SYS_socket, 0, 4),
                      load(offsetof(seccomp_data, args)),
                      equal(AF_UNIX, 2, 0),
                      equal(AF_NETLINK, 1, 0),
                      sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_KILL_PROCESS},
                      sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}};
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

constexpr int noFilter = 99;

}  // namespace

/// The whole way from files to new music without a network.
class tst_Network : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    /// The exit code; -1: it was ended.
    int run(const QStringList& arguments) const {
        QProcess process;
        process.setWorkingDirectory(folder_.path());
        process.setChildProcessModifier([] {
            if (!forbidNetwork()) ::_exit(noFilter);
        });
        process.start(RICERCAR_CLI, arguments);
        if (!process.waitForFinished(240'000)) return -2;
        if (process.exitCode() != 0) qWarning("%s", process.readAllStandardError().constData());
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private slots:
    void initTestCase() {
        for (std::uint64_t i = 0; i < 4; ++i)
            writeFile(std::filesystem::path(folder_.filePath(QStringLiteral("%1.mid").arg(i)).toStdString()),
                      test::someMidi(i, 64));
    }

    void theFilterEndsWhatAsksForANetwork() {
        const pid_t child = ::fork();
        if (child == 0) {
            if (!forbidNetwork()) ::_exit(noFilter);
            const int local = ::socket(AF_UNIX, SOCK_STREAM, 0);
            if (local < 0) ::_exit(1);
            ::socket(AF_INET, SOCK_STREAM, 0);
            ::_exit(2);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        if (WIFEXITED(status) && WEXITSTATUS(status) == noFilter) QSKIP("the kernel has no filters for system calls");
        QVERIFY(WIFSIGNALED(status));
    }

    void everyCommandGoesWithout() {
        const int first = run({"import", "--workspace", "w.ricercar-db", "."});
        if (first == noFilter) QSKIP("the kernel has no filters for system calls");
        QCOMPARE(first, 0);
        QCOMPARE(run({"inspect", "0.mid"}), 0);
        QCOMPARE(run({"train", "--workspace", "w.ricercar-db", "--steps", "2", "--threads", "1"}), 0);
        QCOMPARE(run({"generate", "--checkpoint", "w.runs/1/last.ricercar", "--bars", "1", "-o", "new.mid"}), 0);
        QCOMPARE(run({"evaluate", "--checkpoint", "w.runs/1/last.ricercar", "0.mid"}), 0);
        QCOMPARE(run({"export", "csv", "--workspace", "w.ricercar-db", "--out", "w.csv"}), 0);
        QCOMPARE(run({"features", "0.mid", "--csv", "f.csv"}), 0);
        if (RICERCAR_HAS_SOUND) QVERIFY(run({"render", "new.mid", "-o", "new.wav"}) >= 0);  // 1: no SoundFont here
    }
};

QTEST_GUILESS_MAIN(tst_Network)
#include "tst_Network.moc"
