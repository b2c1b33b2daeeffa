// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#include <sys/prctl.h>

#include <csignal>

namespace ricercar::test {

/// A JACK server without a sound card, of its own name.
class DummyServer {
public:
    /// Before anything touches JACK: a server name of this process's own, and no other server is found or started.
    static void prepare(const QString& runtimeFolder) {
        qputenv("JACK_NO_START_SERVER", "1");
        qputenv("JACK_DEFAULT_SERVER", "ricercar-test-" + QByteArray::number(QCoreApplication::applicationPid()));
        qputenv("XDG_RUNTIME_DIR", runtimeFolder.toUtf8());
    }
    /// Removes what clients of a dead server leave.
    static void cleanUp() {
        QDir shared("/dev/shm");
        const QString pattern = "jack_*" + qEnvironmentVariable("JACK_DEFAULT_SERVER") + "_*";
        for (const QString& name : shared.entryList({pattern}, QDir::Files | QDir::System)) shared.remove(name);
    }

    DummyServer() {
        process_.setProcessChannelMode(QProcess::MergedChannels);
        process_.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });  // a test that dies leaves no server
        // it waits for its clients: else a busy machine's server drops what they sent
        process_.start("jackd", {"--no-realtime", "--sync", "-n", qEnvironmentVariable("JACK_DEFAULT_SERVER"), "-d", "dummy",
                                 "-r", "48000", "-p", "1024"});
    }
    ~DummyServer() { stop(); }
    static const char* whyNot() {
        return QStandardPaths::findExecutable("jackd").isEmpty() ? "no JACK server is installed (package jackd2)" : nullptr;
    }
    bool ready() {
        if (!process_.waitForStarted(10000)) return false;
        QProcess wait;
        wait.start("jack_wait", {"-w", "-t", "10"});
        if (wait.waitForFinished(15000) && wait.exitCode() == 0) return process_.state() == QProcess::Running;
        qWarning("%s%s", wait.readAll().constData(), process_.readAll().constData());
        return false;
    }
    void stop() {
        if (process_.state() == QProcess::NotRunning) return;
        process_.terminate();  // a killed one leaves its place in JACK's registry of eight taken
        if (!process_.waitForFinished(10000)) process_.kill();
    }

private:
    QProcess process_;
};

}  // namespace ricercar::test
