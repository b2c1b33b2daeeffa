// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RunningWindow.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace ricercar;

/// The other starts are processes of their own: this program with other arguments (see main).
class tst_RunningWindow : public QObject {
    Q_OBJECT

    static void start(QProcess& process, const QStringList& arguments) {
        process.start(QCoreApplication::applicationFilePath(), arguments);
    }

private slots:
    void filesReachTheWindowThatIsOpen() {
        QTemporaryDir folder;
        RunningWindow running(folder.path());
        QVERIFY(running.claim());
        QSignalSpy arrived(&running, &RunningWindow::filesArrived);
        const QStringList files{QStringLiteral("/music/a b.mid"), QStringLiteral("/Übung.ricercar")};
        QProcess later;
        start(later, QStringList{QStringLiteral("--hand-over"), folder.path()} + files);
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 1, 30'000);
        QCOMPARE(arrived.front().front().toStringList(), files);
        QTRY_COMPARE_WITH_TIMEOUT(later.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(later.exitCode(), 0);
    }

    void thereIsOneForAllLaterStarts() {
        QTemporaryDir folder;
        auto first = std::make_unique<RunningWindow>(folder.path());
        QVERIFY(!first->handOver({QStringLiteral("/a.mid")}));
        QVERIFY(first->claim());
        RunningWindow second(folder.path());
        QVERIFY(!second.claim());
        first.reset();
        QVERIFY(second.claim());
    }

    void whatAKilledWindowLeavesIsNoProblem() {
        QTemporaryDir folder;
        QProcess killed;
        start(killed, {QStringLiteral("--hold"), folder.path()});
        QVERIFY(killed.waitForReadyRead(30'000));
        RunningWindow next(folder.path());
        QVERIFY(!next.claim());
        killed.kill();
        QVERIFY(killed.waitForFinished(30'000));
        QVERIFY(QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size() >= 2);

        QVERIFY(!next.handOver({QStringLiteral("/a.mid")}));
        QVERIFY(next.claim());
        QSignalSpy arrived(&next, &RunningWindow::filesArrived);
        QProcess later;
        start(later, {QStringLiteral("--hand-over"), folder.path(), QStringLiteral("/a.mid")});
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(later.state(), QProcess::NotRunning, 30'000);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--hand-over"))
        return RunningWindow(arguments.value(2)).handOver(arguments.mid(3)) ? 0 : 1;
    if (arguments.value(1) == QLatin1String("--hold")) {
        RunningWindow window(arguments.value(2));
        if (!window.claim()) return 1;
        std::puts("claimed");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    tst_RunningWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_RunningWindow.moc"
