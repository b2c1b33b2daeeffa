// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/CliProcess.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using ricercar::test::callCli;
using ricercar::test::CliResult;

/// Completion and manual, which the program makes of its own commands.
class tst_CommandTree : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    /// The words for a shell in a file; empty: there are none.
    QString written(const char* shell) const {
        const CliResult words = callCli({"completion", shell});
        QFile file(folder_.filePath(QString::fromLatin1(shell)));
        if (words.code != 0 || !file.open(QIODevice::WriteOnly)) return {};
        file.write(words.out);
        return file.fileName();
    }

    static QString output(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished(30'000) || process.exitCode() != 0)
            return QStringLiteral("failed: ") + QString::fromUtf8(process.readAll());
        return QString::fromUtf8(process.readAll()).trimmed();
    }

private slots:
    void bashCompletes_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("a command") << QStringLiteral("tr") << QStringLiteral("train");
        QTest::newRow("an option") << QStringLiteral("train --prec") << QStringLiteral("--precision");
        QTest::newRow("a value") << QStringLiteral("train --precision ''") << QStringLiteral("float32 bfloat16");
        QTest::newRow("a kind") << QStringLiteral("export m") << QStringLiteral("midi");
        QTest::newRow("a file") << QStringLiteral("export midi --workspace ''") << QString();
        QTest::newRow("of the program") << QStringLiteral("--vers") << QStringLiteral("--version");
    }

    void bashCompletes() {
        QFETCH(QString, line);
        const QString script = written("bash");
        QVERIFY(!script.isEmpty());
        const QString command = QStringLiteral(
                                    "source '%1'; COMP_WORDS=(ricercar-cli %2); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                                    "_ricercar_cli; echo \"${COMPREPLY[@]}\"")
                                    .arg(script, line);
        QTEST(output(QStringLiteral("bash"), {QStringLiteral("-c"), command}), "words");
    }

    void otherShellsReadTheirs_data() {
        QTest::addColumn<QString>("shell");
        QTest::newRow("zsh") << QStringLiteral("zsh");
        QTest::newRow("fish") << QStringLiteral("fish");
    }

    void otherShellsReadTheirs() {
        QFETCH(QString, shell);
        const QString script = written(shell.toLatin1().constData());
        QVERIFY(!script.isEmpty());
        if (QStandardPaths::findExecutable(shell).isEmpty()) QSKIP("This shell is not installed.");
        QCOMPARE(output(shell, {QStringLiteral("-n"), script}), QString());
    }

    void theManualNamesEveryCommand() {
        const CliResult manual = callCli({"manual"});
        QCOMPARE(manual.code, 0);
        const QByteArray help = callCli({"--help"}).out;
        const QList<QByteArray> lines = help.mid(help.indexOf("Subcommands:")).split('\n');
        int commands = 0;
        for (const QByteArray& line : lines) {
            const QByteArray name = line.mid(2).split(' ').front();
            if (!line.startsWith("  ") || name.isEmpty()) continue;
            ++commands;
            QVERIFY2(manual.out.contains("\n.SS " + name + "\n"), name.constData());
        }
        QVERIFY(commands >= 8);
        QVERIFY(!help.contains("completion"));  // for who installs, not for who reads
        for (const QByteArray& line : manual.out.split('\n')) QVERIFY2(!line.startsWith('\''), line.constData());
    }
};

QTEST_GUILESS_MAIN(tst_CommandTree)
#include "tst_CommandTree.moc"
