// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Duetting.h"

#include "core/dataset/Workspace.h"
#include "ui/services/Changes.h"
#include "ui/services/Generation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Mailbox.h"
#include "ui/services/Notices.h"
#include "ui/services/Playback.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QDateTime>
#include <QLocale>

#include <chrono>
#include <mutex>
#include <utility>

namespace ricercar {
namespace {

constexpr int frame = 33;  // ms

struct DuetRow {
    int step = 0;
    std::vector<Cell> cells;
};

}  // namespace

/// What the duet's thread reaches of the window; it may end after it.
struct Duetting::Post {
    std::mutex mutex;
    Playback* playback = nullptr;  ///< null: nobody listens any more
    Mailbox<DuetRow> rows;

    void send(const MidiMessage& message) {
        const std::lock_guard lock(mutex);
        if (playback) playback->send(message);
    }
};

Duetting::Duetting(Jobs& jobs, WorkspaceStore& store, Changes& changes, Stage& stage, Notices& notices, Generation& generation,
                   Playback& playback, QObject* parent)
    : QObject(parent),
      jobs_(jobs),
      store_(store),
      changes_(changes),
      stage_(stage),
      notices_(notices),
      generation_(generation),
      playback_(playback) {
    timer_.setInterval(frame);
    connect(&timer_, &QTimer::timeout, this, &Duetting::drain);
    connect(&store_, &WorkspaceStore::opened, this, &Duetting::stop);
    connect(&playback_, &Playback::preferencesChanged, this, &Duetting::keyboardChanged);
    connect(&playback_.midiKeyboard(), &MidiKeyboard::changed, this, &Duetting::keyboardChanged);
    connect(&stage_, &Stage::shownChanged, this, [this] {
        if (stage_.shown().kind != StageContent::Kind::Draft || generation_.running()) drawing_ = false;
    });
}

Duetting::~Duetting() {
    playback_.midiKeyboard().setListener({});
    if (!post_) return;
    const std::lock_guard lock(post_->mutex);
    post_->playback = nullptr;
}

QString Duetting::keyboardName() const {
    return playback_.midiKeyboard().open() ? playback_.soundOutput().preferences().input : QString();
}

void Duetting::start(const std::filesystem::path& model, const DuetSettings& settings) {
    if (running() || !store_.isOpen()) return;
    if (generation_.running()) {
        notices_.post(Severity::Info, tr("A take is being generated. Stop it, or wait for it, before you play."));
        return;
    }
    playback_.stop();
    settings_ = settings;
    opening_ = true;
    post_ = std::make_shared<Post>();
    post_->playback = &playback_;
    emit runningChanged();
    jobs_.ask(
        this,
        [model, settings, post = post_](const Task&) {
            const Checkpoint checkpoint = loadCheckpoint(model);
            DuetSettings way = settings;
            useDefaults(way.draw, checkpoint);
            way.draw.temperature = settings.draw.temperature;
            way.draw.seed = settings.draw.seed;
            way.draw.constraints.pitchClasses = settings.draw.constraints.pitchClasses;
            return std::make_shared<Duet>(checkpoint, way,
                                          DuetOutput{[post](const MidiMessage& message) { post->send(message); },
                                                     [post](bool accent) { post->send(MidiMessage::click(accent)); },
                                                     [post](int step, std::span<const Cell> row) {
                                                         post->rows.put({step, {row.begin(), row.end()}});
                                                     }});
        },
        [this](std::shared_ptr<Duet> duet) { begin(std::move(duet)); },
        [this](const Message& problem) {
            opening_ = false;
            emit runningChanged();
            notices_.post(Severity::Error, text(problem));
        });
}

void Duetting::begin(std::shared_ptr<Duet> duet) {
    if (!std::exchange(opening_, false)) return;  // stopped meanwhile
    duet_ = std::move(duet);
    listening_ = playback_.listening();
    playback_.setListening(false);
    playback_.midiKeyboard().setListener([weak = std::weak_ptr<Duet>(duet_)](const MidiArrival& arrival) {
        if (const auto playing = weak.lock()) playing->hear(arrival);
    });
    stage_.beginDraft(
        {StageContent::Kind::Draft, 0, tr("Duet"), PianoRoll(pianoRange, 0, settings_.meter), settings_.tempo, 0});
    drawing_ = true;
    timer_.start();
    emit runningChanged();
}

void Duetting::drain() {
    const std::vector<DuetRow> rows = post_->rows.take();
    if (drawing_ && !rows.empty()) {
        for (const DuetRow& row : rows) stage_.growDraft(row.step, row.cells);
        stage_.draftGrown();
    }
    emit moved();
}

void Duetting::stop() {
    if (std::exchange(opening_, false)) emit runningChanged();
    if (!duet_) return;
    timer_.stop();
    playback_.midiKeyboard().setListener({});
    playback_.setListening(listening_);
    const bool shown = std::exchange(drawing_, false);
    jobs_.ask(
        this, [duet = std::exchange(duet_, nullptr)](const Task&) { return duet->stop(); },
        [this](Take take) { keep(std::move(take)); },
        [this](const Message& problem) { notices_.post(Severity::Error, text(problem)); });
    if (shown) stage_.showNothing();
    emit runningChanged();
}

void Duetting::keep(Take take) {
    if (notesOf(take.roll).empty()) {
        notices_.post(Severity::Info, tr("Nothing was played, so no take was kept."));
        return;
    }
    take.name =
        toUtf8(tr("Duet %1").arg(QLocale().toString(QDateTime::currentDateTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"))));
    const auto id = std::make_shared<std::int64_t>(0);
    changes_.write([take, id](Workspace& workspace) { *id = workspace.addTake(take); },
                   [this, id] { store_.reloadTakes([this, id] { stage_.showTake(*id); }); });
}

void Duetting::key(const MidiMessage& message) {
    playback_.send(message);
    if (duet_) duet_->hear({PlayerClock::Base::now(), message});
}

void Duetting::keyDown(int pitch, int velocity) { key(MidiMessage::on(0, pitch, velocity)); }

void Duetting::keyUp(int pitch) { key(MidiMessage::off(0, pitch)); }

}  // namespace ricercar
