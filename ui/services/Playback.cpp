// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Playback.h"

#include "core/sound/Metronome.h"
#include "ui/services/Notices.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int keyVelocity = 90;

}  // namespace

Playback::Playback(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Changes& changes, const Options& options,
                   QObject* parent)
    : QObject(parent),
      jobs_(jobs),
      store_(store),
      stage_(stage),
      notices_(notices),
      changes_(changes),
      output_(jobs, notices, player_, options.preferences, options.openSynth),
      keyboard_(jobs, notices, player_),
      heard_(std::make_unique<PlaybackTimeline>(stage.shown())) {
    timer_.setInterval(33);
    connect(&timer_, &QTimer::timeout, this, &Playback::poll);
    timer_.start();
    connect(&stage_, &Stage::shownChanged, this, &Playback::load);
    connect(&stage_, &Stage::shownGrew, this, &Playback::grow);
    connect(&stage_, &Stage::shownEdited, this, &Playback::edited);
    connect(&output_, &SoundOutput::volumeChanged, this, &Playback::volumeChanged);
    connect(&output_, &SoundOutput::preferencesChanged, this, [this] {
        keyboard_.choose(output_.preferences().input);
        emit preferencesChanged();
    });
    connect(&output_, &SoundOutput::changed, this, [this] {
        keyboard_.setLatency(output_.latency() / 1000.0);
        if (std::exchange(clock_, output_.clockRequested()) != clock_) refresh();
        emit outputsChanged();
    });
    connect(&keyboard_, &MidiKeyboard::pressed, this, &Playback::midiKeyPressed);
    connect(&keyboard_, &MidiKeyboard::released, this, &Playback::midiKeyReleased);
    connect(&keyboard_, &MidiKeyboard::changed, this, &Playback::outputsChanged);
    keyboard_.choose(options.preferences.input);
}

Playback::~Playback() = default;

SoundEvents Playback::events() const {
    SoundEvents events = soundEvents(heardScore());
    if (metronome()) addClicks(events, heard_->score());
    if (clock_) addClock(events, heard_->score());
    return events;
}

void Playback::load() {
    const StageContent& shown = stage_.shown();
    const bool sameMusic = wasDraft_ && shown.kind == StageContent::Kind::Take && startedWithDraft_;
    wasDraft_ = shown.kind == StageContent::Kind::Draft;
    if (recording_) stopRecording();
    heard_ = std::make_unique<PlaybackTimeline>(shown, freeNotes_);
    pieceTempo_ = heard_->tempo();
    mix_ = {};
    if (sameMusic) {
        player_.replace(events());
    } else {
        player_.load(hasMusic() ? events() : SoundEvents());
        player_.setTempoFactor(1.0);
        tempo_ = pieceTempo_;
        loop_.reset();
        looping_ = false;
        startedWithDraft_ = false;
        emit loopChanged();
        emit tempoChanged(tempo_);
    }
    emit stateChanged();
    parts_ = parts();
    emit partsChanged();
    poll();
}

/// The same piece: other notes, another mix, clicks or none.
void Playback::refresh() {
    if (recording_) {
        player_.replace(recordingEvents());
        return;
    }
    if (hasMusic()) player_.replace(events());
}

void Playback::edited() {
    heard_ = std::make_unique<PlaybackTimeline>(stage_.shown(), freeNotes_);
    refresh();
    if (std::vector<Part> now = parts(); now != parts_) {
        parts_ = std::move(now);
        emit partsChanged();
    }
    emit stateChanged();
}

void Playback::grow() {
    if (!listening_ && !playing()) return;
    if (startedWithDraft_ && sinceGrown_.isValid() && sinceGrown_.elapsed() < 500) return;
    sinceGrown_.start();
    heard_ = std::make_unique<PlaybackTimeline>(stage_.shown(), freeNotes_);
    player_.replace(events());
    if (std::vector<Part> now = parts(); now.size() != parts_.size()) {
        parts_ = std::move(now);
        emit partsChanged();
    }
    // A bar ahead, so that playing does not run into the end of what there is.
    if (!startedWithDraft_ && listening_ && stage_.shown().roll.steps() >= stage_.shown().primerSteps + 16) {
        startedWithDraft_ = true;
        play();
    }
}

void Playback::poll() {
    const double now = position();
    if (now != reported_) {
        reported_ = now;
        emit positionChanged(now);
    }
    const Player::State state = player_.state();
    if (state != state_) {
        state_ = state;
        if (recording_ && state != Player::State::Playing) stopRecording();
        emit stateChanged();
    }
    output_.poll();
    keyboard_.poll(output_.inputs());
    const double level = output_.takeLevel();
    if (level > 0.0 || level_ > 0.0) emit levelChanged(level);
    level_ = level;
}

void Playback::play() {
    if (!hasMusic()) return;
    const int bars = output_.preferences().countInBars;
    const bool counted = bars > 0 && player_.state() != Player::State::Playing && !startedWithDraft_;
    const bool ended = player_.position() >= player_.length();
    const double from = ended ? 0.0 : player_.position();
    player_.play(counted ? countIn(heard_->score(), heard_->tick(from), bars, tempo_ / pieceTempo_) : CountIn());
    poll();
}

void Playback::pause() {
    player_.pause();
    poll();
}

void Playback::toggle() { playing() ? pause() : play(); }

void Playback::stop() {
    if (recording_) {
        stopRecording();
        return;
    }
    player_.stop();
    poll();
}

void Playback::toStart() {
    player_.seek(0.0);
    poll();
}

void Playback::toEnd() {
    player_.seek(player_.length());
    poll();
}

void Playback::seek(double step) {
    player_.seek(heard_->seconds(step));
    poll();
}

void Playback::playFrom(double step) {
    if (!hasMusic()) return;
    player_.seek(heard_->seconds(step));
    player_.play(CountIn());
    poll();
}

void Playback::setLoop(int from, int to) {
    loop_ = std::pair(from, to);
    looping_ = true;
    applyLoop();
}

void Playback::setLooping(bool on) {
    if (on && !loop_) {
        const StageContent& shown = stage_.shown();
        const int steps =
            shown.roll.steps() > 0 ? shown.roll.steps() : static_cast<int>(std::ceil(heard_->step(player_.length())));
        if (steps > 0) loop_ = std::pair(0, steps);
    }
    looping_ = on && loop_.has_value();
    applyLoop();
}

void Playback::applyLoop() {
    player_.setLoop(looping_ && loop_ && !recording_
                        ? std::optional(LoopRegion{heard_->seconds(loop_->first), heard_->seconds(loop_->second)})
                        : std::nullopt);
    emit loopChanged();
}

void Playback::setTempo(double tempo) {
    if (tempo <= 0.0 || tempo == tempo_) return;
    tempo_ = tempo;
    player_.setTempoFactor(tempo / pieceTempo_);
    emit tempoChanged(tempo_);
}

void Playback::setMetronome(bool on) {
    SoundPreferences wanted = output_.preferences();
    wanted.metronome = on;
    setPreferences(wanted);
}

void Playback::setCountIn(int bars) {
    SoundPreferences wanted = output_.preferences();
    wanted.countInBars = std::clamp(bars, 0, 4);
    setPreferences(wanted);
}

void Playback::setPreferences(const SoundPreferences& preferences) {
    const bool clicked = metronome();
    output_.setPreferences(preferences);
    if (clicked != metronome()) {
        refresh();
        emit stateChanged();
    }
}

void Playback::setPartMix(const Part& part, const PartMix& mix) {
    mix_.parts[{part.track, part.channel}] = mix;
    refresh();
    emit partsChanged();
}

void Playback::setFreeNotes(bool on) {
    if (std::exchange(freeNotes_, on) == on) return;
    const double at = position();
    heard_ = std::make_unique<PlaybackTimeline>(stage_.shown(), freeNotes_);
    pieceTempo_ = heard_->tempo();
    refresh();
    applyLoop();
    if (player_.state() != Player::State::Playing) player_.seek(heard_->seconds(at));
    emit partsChanged();
}

void Playback::keyDown(int pitch) { player_.send(MidiMessage::on(0, pitch, keyVelocity)); }

void Playback::keyUp(int pitch) { player_.send(MidiMessage::off(0, pitch)); }

void Playback::testTone() {
    for (const int pitch : {60, 64, 67, 72}) {
        keyDown(pitch);
        QTimer::singleShot(1000, this, [this, pitch] { keyUp(pitch); });
    }
}

void Playback::panic() { output_.panic(); }

bool Playback::playing() const { return player_.state() == Player::State::Playing; }

bool Playback::hasMusic() const { return stage_.shown().roll.steps() > 0 || !heard_->score().notes.empty(); }

double Playback::position() const {
    double seconds = player_.position();
    if (player_.state() == Player::State::Playing)
        seconds = std::max(0.0, seconds - output_.latency() / 1000.0 * (tempo_ / pieceTempo_));
    return heard_->step(seconds);
}

}  // namespace ricercar
