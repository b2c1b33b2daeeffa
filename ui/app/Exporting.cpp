#include "ui/app/Exporting.h"

#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/sound/WavRenderer.h"
#include "core/workbench/Takes.h"
#include "ui/Words.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Session.h"
#include "ui/training/Training.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace ricercar {

QString fileNameOf(const QString& title) {
    static const QRegularExpression unfit(QStringLiteral(R"([\\/:*?"<>|\x00-\x1f]+)"));
    QString name = title;
    name.replace(unfit, QStringLiteral("-"));
    name = name.simplified().left(80);
    return name.isEmpty() ? QStringLiteral("ricercar") : name;
}

Exporting::Exporting(Jobs& jobs, Session& session, Training& training, QObject* parent)
    : QObject(parent), jobs_(jobs), session_(session), training_(training) {}

void Exporting::ask(QWidget* window, const QString& title, const QString& filter, const QString& suffix, const QString& name,
                    std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(fileNameOf(name) + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, std::move(chosen));
    dialog->open();
}

void Exporting::askMidi(QWidget* window) {
    ask(window, tr("Export MIDI"), tr("MIDI files (*.mid)"), QStringLiteral("mid"), session_.shown().title,
        [this](const QString& path) { exportMidi(path); });
}

void Exporting::askWav(QWidget* window) {
    ask(window, tr("Export WAV"), tr("WAV files (*.wav)"), QStringLiteral("wav"), session_.shown().title,
        [this](const QString& path) { exportWav(path); });
}

void Exporting::askCsv(QWidget* window) {
    ask(window, tr("Export the curve"), tr("Tables (*.csv)"), QStringLiteral("csv"), fromUtf8(training_.curve().name),
        [this](const QString& path) { exportCsv(path); });
}

Score Exporting::shownScore() const {
    const Shown& shown = session_.shown();
    const Take* take = shown.kind == Shown::Kind::Take ? session_.take(shown.id) : nullptr;
    return take ? takeScore(*take) : toScore(shown.roll, shown.tempo);
}

void Exporting::exportMidi(const QString& path) {
    jobs_.ask(
        this,
        [score = shownScore(), file = toPath(path)](const Task&) {
            writeFile(file, writeMidi(score));
            return true;
        },
        [this, path](bool) { done(path); }, [this](const Message& problem) { failed(problem); });
}

void Exporting::exportWav(const QString& path) {
    jobs_.start(
        tr("Rendering %1").arg(QFileInfo(path).fileName()), this,
        [score = shownScore(), file = toPath(path)](const Task& task) { return renderWav(score, file, {}, task); },
        [this, path](const WavFacts& facts) {
            if (facts.complete) done(path);
        },
        [this](const Message& problem) { failed(problem); });
}

void Exporting::exportCsv(const QString& path) {
    jobs_.ask(
        this,
        [curve = training_.curve(), file = toPath(path)](const Task&) {
            writeFile(file, csvOf(curve));
            return true;
        },
        [this, path](bool) { done(path); }, [this](const Message& problem) { failed(problem); });
}

void Exporting::done(const QString& path) {
    session_.say(Severity::Info, tr("Written: %1").arg(path));
    emit exported(path);
}

void Exporting::failed(const Message& problem) { session_.say(Severity::Error, text(problem)); }

}  // namespace ricercar
