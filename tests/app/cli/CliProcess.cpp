// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/CliProcess.h"

#include "app/cli/CommandLine.h"

#include <signal.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QStringConverter>

#include <cstdio>
#include <cstdlib>
#include <vector>

namespace ricercar::test {
namespace {

constexpr int crashed = 1000;
constexpr int patience = 240'000;

struct Captured {
    Captured() = default;
    ~Captured() {
        std::fclose(file);
        std::free(text);
    }
    Captured(const Captured&) = delete;
    Captured& operator=(const Captured&) = delete;
    QByteArray bytes() const {
        std::fflush(file);
        return {text, static_cast<qsizetype>(size)};
    }

    char* text = nullptr;
    std::size_t size = 0;
    std::FILE* file = ::open_memstream(&text, &size);
};

}  // namespace

QList<QJsonObject> CliResult::objects() const {
    QList<QJsonObject> list;
    if (!out.isEmpty() && !out.endsWith('\n')) return {};
    const QByteArrayList lines = out.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder(lines[i]);
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(lines[i], &problem);
        if (decoder.hasError() || text.isEmpty() || problem.error != QJsonParseError::NoError || !document.isObject()) {
            qWarning("not a JSON object: %s", lines[i].constData());
            return {};
        }
        list.append(document.object());
    }
    return list;
}

QJsonObject CliResult::last() const {
    const QList<QJsonObject> list = objects();
    return list.isEmpty() ? QJsonObject() : list.last();
}

CliResult callCli(const QByteArrayList& arguments) {
    QByteArrayList words{"ricercar-cli"};
    words += arguments;
    std::vector<const char*> argv;
    for (const QByteArray& word : words) argv.push_back(word.constData());

    const Captured results;
    const Captured remarks;
    cli::Context context;
    context.out.results = results.file;
    context.out.remarks = remarks.file;
    CliResult result;
    const auto parsed = cli::parseCommandLine(static_cast<int>(argv.size()), argv.data(), context);
    result.code = parsed ? *parsed : cli::runChosen(context);
    result.out = results.bytes();
    result.err = remarks.bytes();
    return result;
}

CliResult runCli(const QByteArrayList& arguments, const QByteArray& folder,
                 const std::function<bool(const QByteArray& line)>& onLine, int signal) {
    std::vector<QByteArray> words{RICERCAR_CLI};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (QByteArray& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);

    QProcess process;
    process.setWorkingDirectory(QString::fromUtf8(folder));
    process.setProgram(RICERCAR_CLI);
    // QProcess would make the arguments of UTF-16, which cannot hold every file name: the child starts the program itself
    process.setChildProcessModifier([&argv] {
        ::execv(argv[0], argv.data());
        ::_exit(127);
    });
    process.start();
    CliResult result;
    if (!process.waitForStarted()) return result;

    QElapsedTimer clock;
    clock.start();
    bool sent = false;
    qsizetype seen = 0;
    while (process.state() != QProcess::NotRunning && clock.elapsed() < patience) {
        process.waitForReadyRead(100);
        result.out += process.readAllStandardOutput();
        result.err += process.readAllStandardError();
        for (qsizetype end; onLine && !sent && (end = result.out.indexOf('\n', seen)) >= 0; seen = end + 1)
            if (onLine(result.out.mid(seen, end - seen))) {
                ::kill(static_cast<pid_t>(process.processId()), signal);
                sent = true;
            }
    }
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        result.code = crashed;
        return result;
    }
    result.out += process.readAllStandardOutput();
    result.err += process.readAllStandardError();
    result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : crashed;
    return result;
}

}  // namespace ricercar::test
