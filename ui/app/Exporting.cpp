#include "ui/app/Exporting.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/ScoreTracks.h"
#include "core/sound/WavRenderer.h"
#include "core/workbench/Takes.h"
#include "ui/Words.h"
#include "ui/app/RollPicture.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Session.h"
#include "ui/training/Training.h"
#include "ui/transport/Playback.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

namespace ricercar {

QString fileNameOf(const QString& title) {
    static const QRegularExpression unfit(QStringLiteral(R"([\\/:*?"<>|\x00-\x1f]+)"));
    QString name = title;
    name.replace(unfit, QStringLiteral("-"));
    name = name.simplified().left(80);
    return name.isEmpty() ? QStringLiteral("ricercar") : name;
}

Exporting::Exporting(Jobs& jobs, Session& session, Training& training, const Playback& playback, QObject* parent)
    : QObject(parent), jobs_(jobs), session_(session), training_(training), playback_(playback) {}

Exporting::~Exporting() = default;

void Exporting::ask(QWidget* window, const QString& title, const QStringList& filters, const QStringList& suffixes,
                    const QString& name, std::function<void(const QString&, int)> chosen) {
    auto* dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixes.front());
    dialog->selectFile(fileNameOf(name) + QLatin1Char('.') + suffixes.front());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters, suffixes](const QString& filter) {
        const QString suffix = suffixes.value(filters.indexOf(filter));
        dialog->setDefaultSuffix(suffix);
        const QString file = dialog->selectedFiles().value(0);
        if (!file.isEmpty()) dialog->selectFile(QFileInfo(file).completeBaseName() + QLatin1Char('.') + suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [dialog, filters, chosen = std::move(chosen)](const QString& file) {
        chosen(file, static_cast<int>(filters.indexOf(dialog->selectedNameFilter())));
    });
    dialog->open();
}

void Exporting::askMidi(QWidget* window) {
    ask(window, tr("Export MIDI"),
        {tr("MIDI files, a track each (*.mid)"), tr("MIDI files, all in one track: format 0 (*.mid)")},
        {QStringLiteral("mid"), QStringLiteral("mid")}, session_.shown().title,
        [this](const QString& path, int filter) { exportMidi(path, filter == 1 ? 0 : 1); });
}

void Exporting::askWav(QWidget* window) {
    ask(window, tr("Export sound"), {tr("WAV files (*.wav)"), tr("FLAC files (*.flac)"), tr("Ogg Vorbis files (*.ogg)")},
        {QStringLiteral("wav"), QStringLiteral("flac"), QStringLiteral("ogg")}, session_.shown().title,
        [this](const QString& path, int) { exportWav(path); });
}

void Exporting::askPicture(QWidget* window, Representation form) {
    ask(window, tr("Export a picture of the roll"), {tr("Pictures (*.png)"), tr("Drawings (*.svg)")},
        {QStringLiteral("png"), QStringLiteral("svg")}, session_.shown().title,
        [this, form](const QString& path, int) { exportPicture(path, form); });
}

void Exporting::askCsv(QWidget* window) {
    ask(window, tr("Export the curve"), {tr("Tables (*.csv)")}, {QStringLiteral("csv")}, fromUtf8(training_.curve().name),
        [this](const QString& path, int) { exportCsv(path); });
}

Score Exporting::shownScore() const {
    const Shown& shown = session_.shown();
    const Take* take = shown.kind == Shown::Kind::Take ? session_.take(shown.id) : nullptr;
    if (take) return mixed(takeScore(*take), playback_.mix());
    Score score = playback_.heardScore();
    const bool named = std::any_of(score.texts.begin(), score.texts.end(),
                                   [](const TextEvent& event) { return event.type == TextEvent::trackName; });
    if (!named) score.texts.insert(score.texts.begin(), {0, TextEvent::trackName, 0, toUtf8(shown.title)});
    return score;
}

void Exporting::exportMidi(const QString& path, int format) {
    jobs_.ask(
        this,
        [score = shownScore(), file = toPath(path), format](const Task&) {
            writeFile(file, writeMidi(format == 0 ? inOneTrack(score) : inTracks(score)));
            return true;
        },
        [this, path](bool) { done(path); }, [this](const Message& problem) { failed(problem); });
}

void Exporting::exportWav(const QString& path) {
    WavOptions options;
    options.soundFont = toPath(playback_.soundFont());
    jobs_.start(
        tr("Rendering %1").arg(QFileInfo(path).fileName()), this,
        [score = shownScore(), file = toPath(path), options](const Task& task) {
            return renderWav(score, file, options, task);
        },
        [this, path](const WavFacts& facts) {
            if (facts.complete) done(path);
        },
        [this](const Message& problem) { failed(problem); });
}

void Exporting::exportPicture(const QString& path, Representation form) {
    const Bytes picture = rollPicture(session_.shown(), form, path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive));
    jobs_.ask(
        this,
        [picture, file = toPath(path)](const Task&) {
            writeFile(file, picture);
            return true;
        },
        [this, path](bool) { done(path); }, [this](const Message& problem) { failed(problem); });
}

QString Exporting::temporaryMidi() {
    const Shown& shown = session_.shown();
    if (shown.roll.steps() == 0 || shown.kind == Shown::Kind::Draft) return {};
    return temporaryMidi(shown.title, shownScore());
}

QString Exporting::temporaryMidi(const Take& take) { return temporaryMidi(fromUtf8(take.name), takeScore(take)); }

QString Exporting::temporaryMidi(const QString& title, const Score& score) {
    if (!dragged_) dragged_ = std::make_unique<QTemporaryDir>();
    const QString path = dragged_->filePath(fileNameOf(title) + QStringLiteral(".mid"));
    try {
        writeFile(toPath(path), writeMidi(inTracks(score)));
    } catch (const Error& error) {
        failed(error.message());
        return {};
    }
    return path;
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
