// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Exporting.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/MusicXml.h"
#include "core/music/ScoreTracks.h"
#include "core/sound/WavRenderer.h"
#include "core/workbench/Takes.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Playback.h"
#include "ui/services/Stage.h"
#include "ui/services/Training.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

namespace ricercar {

Exporting::Exporting(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Training& training,
                     const Playback& playback, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), stage_(stage), notices_(notices), training_(training), playback_(playback) {}

Exporting::~Exporting() = default;

Score Exporting::shownScore() const {
    const StageContent& shown = stage_.shown();
    const std::optional<Take> take = shown.kind == StageContent::Kind::Take ? store_.take(shown.id) : std::nullopt;
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
        [this, path, takes = shownTake()](bool) { done(path, takes); }, [this](const Message& problem) { failed(problem); });
}

void Exporting::exportSheet(const QString& path) {
    const StageContent& shown = stage_.shown();
    jobs_.ask(
        this,
        [roll = shown.roll, tempo = shown.tempo, title = toUtf8(shown.title), file = toPath(path)](const Task&) {
            writeFile(file, musicXml({{title, {{roll, tempo}}}}, title));
            return true;
        },
        [this, path, takes = shownTake()](bool) { done(path, takes); }, [this](const Message& problem) { failed(problem); });
}

void Exporting::exportTakes(const std::vector<std::int64_t>& ids, TakeLayout layout, TakeFormat format, const QString& path) {
    std::vector<TakeRow> rows;
    for (const std::int64_t id : ids)
        if (const TakeRow* row = store_.takeRow(id)) rows.push_back(*row);
    if (rows.empty()) return;
    jobs_.start(
        tr("Exporting %Ln takes", nullptr, static_cast<int>(rows.size())), this,
        [rows, layout, format, to = toPath(path)](const Task& task) {
            std::vector<Take> takes;
            for (const TakeRow& row : rows) takes.push_back(row.unpacked());
            return ricercar::exportTakes(takes, layout, format, to, task);
        },
        [this, path, rows, layout](const std::vector<std::filesystem::path>& files) {
            if (files.empty()) return;
            std::vector<std::int64_t> takes;
            for (const TakeRow& row : rows)
                if (layout != TakeLayout::FileEach || takes.size() < files.size()) takes.push_back(row.id);
            done(path, takes);
        },
        [this](const Message& problem) { failed(problem); });
}

std::vector<std::int64_t> Exporting::shownTake() const {
    const StageContent& shown = stage_.shown();
    return shown.kind == StageContent::Kind::Take ? std::vector{shown.id} : std::vector<std::int64_t>();
}

void Exporting::exportSound(const QString& path) {
    WavOptions options;
    options.soundFont = toPath(playback_.soundFont());
    jobs_.start(
        tr("Rendering %1").arg(QFileInfo(path).fileName()), this,
        [score = shownScore(), file = toPath(path), options](const Task& task) {
            return renderWav(score, file, options, task);
        },
        [this, path, takes = shownTake()](const WavFacts& facts) {
            if (facts.complete) done(path, takes);
        },
        [this](const Message& problem) { failed(problem); });
}

void Exporting::exportPicture(const QString& path, Bytes picture) {
    jobs_.ask(
        this,
        [picture = std::move(picture), file = toPath(path)](const Task&) {
            writeFile(file, picture);
            return true;
        },
        [this, path](bool) { done(path); }, [this](const Message& problem) { failed(problem); });
}

QString Exporting::temporaryMidi() {
    const StageContent& shown = stage_.shown();
    if (shown.roll.steps() == 0 || shown.kind == StageContent::Kind::Draft) return {};
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

void Exporting::done(const QString& path, const std::vector<std::int64_t>& takes) {
    store_.markTakes(takes, [](TakeMarks& marks) { marks.exported = true; });
    notices_.withdraw(About::Export);
    notices_.post(Severity::Info, tr("Written: %1").arg(path));
    emit exported(path);
}

void Exporting::failed(const Message& problem) { notices_.post(About::Export, Severity::Error, text(problem)); }

}  // namespace ricercar
