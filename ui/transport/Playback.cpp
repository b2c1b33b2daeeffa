#include "ui/transport/Playback.h"

#include "core/music/Quantizer.h"
#include "core/sound/MidiOutput.h"
#include "core/workbench/Takes.h"
#include "ui/Words.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Session.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double fullGain = 1.0;  // FluidSynth's gain at the top of the slider
constexpr int keyVelocity = 90;

}  // namespace

Playback::Playback(Jobs& jobs, Session& session, const Options& options, QObject* parent)
    : QObject(parent), jobs_(jobs), session_(session), midi_(std::make_unique<MidiPorts>()) {
    timer_.setInterval(33);
    connect(&timer_, &QTimer::timeout, this, &Playback::poll);
    timer_.start();
    connect(&session_, &Session::shownChanged, this, &Playback::load);
    connect(&session_, &Session::shownGrew, this, &Playback::grow);
    connect(&session_, &Session::shownEdited, this, [this] { player_.replace(events()); });
    if (options.openSynth)
        openSynth(false);
    else
        synthProblem_ = tr("The synthesizer is switched off.");
}

Playback::~Playback() = default;

void Playback::openSynth(bool asked) {
    jobs_.ask(
        this, [](const Task&) { return openSynthesizer(); },
        [this, asked](const OpenedSink& opened) {
            synth_ = opened.synthesizer;
            synthProblem_ = opened.problem ? text(*opened.problem) : QString();
            if (synth_) setOutput({Output::Kind::Synth, {}});
            if (asked && opened.problem) session_.say(Severity::Warning, synthProblem_);
            emit outputsChanged();
        },
        [this](const Message& problem) {
            synthProblem_ = text(problem);
            emit outputsChanged();
        });
}

double Playback::secondsPerStep() const { return 60.0 / (pieceTempo_ * stepsPerQuarter); }

SoundEvents Playback::events() const { return soundEvents(toScore(session_.shown().roll, pieceTempo_)); }

void Playback::load() {
    const Shown& shown = session_.shown();
    const bool sameMusic = wasDraft_ && shown.kind == Shown::Kind::Take && startedWithDraft_;
    wasDraft_ = shown.kind == Shown::Kind::Draft;
    pieceTempo_ = shown.tempo > 0 ? shown.tempo : 120.0;
    if (sameMusic) {
        player_.replace(events());
    } else {
        player_.load(shown.roll.steps() > 0 ? events() : SoundEvents());
        player_.setTempoFactor(1.0);
        tempo_ = pieceTempo_;
        loop_.reset();
        looping_ = false;
        startedWithDraft_ = false;
        emit loopChanged();
        emit tempoChanged(tempo_);
    }
    emit stateChanged();
    poll();
}

void Playback::grow() {
    if (!listening_ && !playing()) return;
    if (startedWithDraft_ && sinceGrown_.isValid() && sinceGrown_.elapsed() < 500) return;
    sinceGrown_.start();
    player_.replace(events());
    // A bar ahead, so that playing does not run into the end of what there is.
    if (!startedWithDraft_ && listening_ && session_.shown().roll.steps() >= session_.shown().primerSteps + 16) {
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
        emit stateChanged();
    }
    if (++portRounds_ % 30 == 1) {
        MidiPortList list = midi_->snapshot();
        const bool same =
            list.outputs == found_.outputs && list.reason == found_.reason && (list.serial > 0) == (found_.serial > 0);
        found_ = std::move(list);
        if (!same) emit outputsChanged();
    }
}

void Playback::play() {
    if (!hasMusic()) return;
    player_.play();
    poll();
}

void Playback::pause() {
    player_.pause();
    poll();
}

void Playback::toggle() { playing() ? pause() : play(); }

void Playback::stop() {
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
    player_.seek(std::max(0.0, step) * secondsPerStep());
    poll();
}

void Playback::setLoop(int from, int to) {
    loop_ = std::pair(from, to);
    looping_ = true;
    applyLoop();
}

void Playback::setLooping(bool on) {
    if (on && !loop_) {
        const int steps = session_.shown().roll.steps();
        if (steps > 0) loop_ = std::pair(0, steps);
    }
    looping_ = on && loop_.has_value();
    applyLoop();
}

void Playback::applyLoop() {
    player_.setLoop(looping_ && loop_
                        ? std::optional(LoopRegion{loop_->first * secondsPerStep(), loop_->second * secondsPerStep()})
                        : std::nullopt);
    emit loopChanged();
}

void Playback::setTempo(double tempo) {
    if (tempo <= 0.0 || tempo == tempo_) return;
    tempo_ = tempo;
    player_.setTempoFactor(tempo / pieceTempo_);
    emit tempoChanged(tempo_);
}

void Playback::setVolume(double volume) {
    volume_ = std::clamp(volume, 0.0, 1.0);
    if (synth_) synth_->setGain(volume_ * volume_ * fullGain);
    if (output_.kind == Output::Kind::Port)
        player_.send(MidiMessage::control(0, 7, static_cast<int>(std::lround(volume_ * 127.0))));
    emit volumeChanged(volume_);
}

void Playback::setOutput(const Output& output) {
    switch (output.kind) {
        case Output::Kind::Synth:
            if (!synth_) {
                openSynth(true);
                return;
            }
            player_.setSink(std::make_shared<SynthSink>(synth_));
            break;
        case Output::Kind::Silence: player_.setSink(std::make_shared<SilentSink>()); break;
        case Output::Kind::Port:
            jobs_.ask(
                this, [name = toUtf8(output.name)](const Task&) { return openMidiOutput(name); },
                [this, output](const std::shared_ptr<Sink>& sink) {
                    player_.setSink(sink);
                    output_ = output;
                    setVolume(volume_);
                    emit outputsChanged();
                },
                [this](const Message& problem) {
                    session_.say(Severity::Warning, text(problem));
                    emit outputsChanged();
                });
            return;
    }
    output_ = output;
    setVolume(volume_);
    emit outputsChanged();
}

void Playback::keyDown(int pitch) { player_.send(MidiMessage::on(0, pitch, keyVelocity)); }

void Playback::keyUp(int pitch) { player_.send(MidiMessage::off(0, pitch)); }

bool Playback::playing() const { return player_.state() == Player::State::Playing; }

bool Playback::hasMusic() const { return session_.shown().roll.steps() > 0; }

double Playback::position() const { return player_.position() / secondsPerStep(); }

QString Playback::portProblem() const { return found_.reason ? text(*found_.reason) : QString(); }

QStringList Playback::ports() const {
    QStringList names;
    for (const MidiPortInfo& port : found_.outputs) names << fromUtf8(port.name);
    return names;
}

}  // namespace ricercar
