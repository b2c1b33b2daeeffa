// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/SoundOutput.h"

#include "core/base/Error.h"
#include "core/sound/MidiOutput.h"
#include "core/sound/SoundFonts.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/words/Words.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <thread>

namespace ricercar {
namespace {

constexpr int watchEvery = 15;         // polls: twice a second
constexpr int tryDevicesEvery = 3000;  // ms
constexpr auto mostWait = std::chrono::seconds(2);

/// Until a synthesizer that nobody wants any more has let go of its device.
void waitForEnd(const std::weak_ptr<Synthesizer>& old) {
    const auto limit = std::chrono::steady_clock::now() + mostWait;
    while (!old.expired() && std::chrono::steady_clock::now() < limit)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

}  // namespace

SoundOutput::SoundOutput(Jobs& jobs, Notices& notices, Player& player, const SoundPreferences& preferences, bool openSynth,
                         QObject* parent)
    : QObject(parent),
      jobs_(jobs),
      notices_(notices),
      player_(player),
      preferences_(preferences),
      midi_(std::make_unique<MidiPorts>()),
      automatic_(openSynth) {
    if (!openSynth) synthProblem_ = tr("The synthesizer is switched off.");
    if (openSynth || preferences_.output.kind != Output::Kind::Synth) apply(Why::Start);
}

SoundOutput::~SoundOutput() = default;

void SoundOutput::say(const QString& sentence) { notices_.post(About::Sound, Severity::Warning, sentence); }

void SoundOutput::become(const Output& output, std::shared_ptr<Sink> sink) {
    output_ = output;
    if (output_.kind == preferences_.output.kind) notices_.withdraw(About::Sound);
    player_.setSink(std::move(sink));
    emit changed();
}

void SoundOutput::choose(const Output& output) {
    preferences_.output = output;
    lost_ = false;
    apply(Why::Asked);
    emit preferencesChanged();
}

void SoundOutput::apply(Why why) {
    if (why == Why::Asked) notices_.withdraw(About::Sound);
    switch (preferences_.output.kind) {
        case Output::Kind::Synth:
            if (!synth_ || !synth_->alive()) {
                openSynth(why);
                return;
            }
            ++opening_;
            port_.reset();
            become({Output::Kind::Synth, {}}, std::make_shared<SynthSink>(synth_));
            return;
        case Output::Kind::Port: openPort(why); return;
        case Output::Kind::Silence: break;
    }
    ++opening_;
    port_.reset();
    become({}, nullptr);
}

void SoundOutput::openSynth(Why why) {
    closeSynth();
    sinceTried_.start();
    busy_ = true;
    const int opening = ++opening_;
    const auto failed = [this, why](const QString& problem) {
        busy_ = false;
        synthProblem_ = problem;
        if (why == Why::Asked) say(problem);
        if (output_.kind != Output::Kind::Silence)
            become({}, nullptr);
        else
            emit changed();
    };
    jobs_.ask(
        this,
        [options = preferences_.synthesizer(), old = closing_](const Task&) {
            waitForEnd(old);
            return openSynthesizer(options);
        },
        [this, why, opening, failed](const OpenedSink& opened) {
            if (opening != opening_) return;
            if (!opened.synthesizer) {
                failed(opened.problem ? text(*opened.problem) : QString());
                return;
            }
            busy_ = false;
            synth_ = opened.synthesizer;
            synthProblem_.clear();
            if (why == Why::Back && lost_) notices_.post(Severity::Info, tr("The sound device is back."));
            lost_ = false;
            setVolume(preferences_.volume);
            port_.reset();
            become({Output::Kind::Synth, {}}, opened.sink);
        },
        [opening, this, failed](const Message& problem) {
            if (opening == opening_) failed(text(problem));
        });
}

void SoundOutput::closeSynth() {
    if (!synth_) return;
    closing_ = synth_;
    if (output_.kind == Output::Kind::Synth) {
        output_ = {};
        player_.setSink(nullptr);
    }
    // a device that has gone may take its time to close
    jobs_.ask(
        this, [old = std::exchange(synth_, nullptr)](const Task&) mutable { return old.reset(), true; }, [](bool) {}, {});
}

void SoundOutput::openPort(Why why) {
    sinceTried_.start();
    busy_ = true;
    const int opening = ++opening_;
    const Output wanted = preferences_.output;
    jobs_.ask(
        this, [name = toUtf8(wanted.name)](const Task&) { return openMidiOutput(name); },
        [this, wanted, why, opening](const std::shared_ptr<Sink>& sink) {
            if (opening != opening_) return;
            busy_ = false;
            if (why == Why::Back && lost_) notices_.post(Severity::Info, tr("The MIDI port %1 is back.").arg(wanted.name));
            lost_ = false;
            openedAt_ = midi_->snapshot().serial;
            port_ = std::make_shared<ShapedSink>(sink, preferences_.port(wanted.name).channels, preferences_.volume);
            become(wanted, port_);
            player_.send(MidiMessage::nudge());
        },
        [this, why, opening](const Message& problem) {
            if (opening != opening_) return;
            busy_ = false;
            if (why != Why::Back) say(text(problem));
            if (why == Why::Asked && output_.kind != Output::Kind::Silence) {  // what was heard stays
                preferences_.output = output_;
                emit preferencesChanged();
            }
            emit changed();
        });
}

void SoundOutput::setPreferences(const SoundPreferences& wanted) {
    if (wanted == preferences_) return;
    const SoundPreferences before = std::exchange(preferences_, wanted);
    const auto device = [](const SoundPreferences& p) {
        return std::tuple(p.driver, p.device, p.sampleRate, p.periodSize, p.periods);
    };
    const bool synth = wanted.output.kind == Output::Kind::Synth;
    if (wanted.output != before.output) {
        lost_ = false;
        apply(Why::Asked);
    } else if (synth && device(wanted) != device(before)) {
        openSynth(Why::Asked);
    } else if (wanted.output.kind == Output::Kind::Port &&
               wanted.port(wanted.output.name).channels != before.port(wanted.output.name).channels) {
        openPort(Why::Asked);
    }
    if (!synth && synth_ && device(wanted) != device(before)) closeSynth();
    if (wanted.soundFont != before.soundFont) loadSoundFont(before.soundFont);
    if (wanted.volume != before.volume || wanted.gain != before.gain) setVolume(wanted.volume);
    emit preferencesChanged();
    emit changed();
}

void SoundOutput::loadSoundFont(const QString& before) {
    const QString wanted = preferences_.soundFont;
    notices_.withdraw(About::SoundFont);
    const auto keep = [this, wanted, before] {
        if (preferences_.soundFont != wanted) return;
        preferences_.soundFont = before;
        emit preferencesChanged();
    };
    const auto failed = [this, keep](const Message& problem) {
        notices_.post(About::SoundFont, Severity::Error, text(problem));
        keep();
        emit changed();
    };
    if (busy_ && preferences_.output.kind == Output::Kind::Synth) return;  // the one that is being opened reads it
    jobs_.start(
        tr("Loading %1").arg(wanted.isEmpty() ? tr("the default SoundFont") : QFileInfo(wanted).fileName()), this,
        [synth = synth_, font = toPath(wanted)](const Task& task) {
            if (synth) return synth->loadSoundFont(font, task);
            if (!font.empty()) checkSoundFont(font);
            return true;
        },
        [this, keep](bool loaded) {
            if (!loaded) keep();
            emit changed();
        },
        failed);
}

void SoundOutput::setVolume(double volume) {
    volume = std::clamp(volume, 0.0, 1.0);
    const bool other = volume != preferences_.volume;
    preferences_.volume = volume;
    if (synth_) synth_->setGain(volume * volume * preferences_.gain);
    if (port_) {
        port_->setVolume(volume);
        player_.send(MidiMessage::nudge());
    }
    if (!other) return;
    emit volumeChanged(volume);
    emit preferencesChanged();
}

void SoundOutput::poll() {
    if (++rounds_ % watchEvery != 1) return;
    lookAtPorts();
    watch();
}

void SoundOutput::lookAtPorts() {
    MidiPortList list = midi_->snapshot();
    const bool same = list.outputs == found_.outputs && list.inputs == found_.inputs && list.reason == found_.reason &&
                      (list.serial > 0) == (found_.serial > 0);
    found_ = std::move(list);
    if (!same) emit changed();
}

void SoundOutput::watch() {
    const Output& wanted = preferences_.output;
    if (output_.kind == Output::Kind::Synth && synth_ && !synth_->alive()) {
        const Message gone{MessageId::SoundDeviceLost, {synth_->driver()}};
        synthProblem_ = text(gone);
        lost_ = true;
        sinceTried_.start();
        closeSynth();
        say(synthProblem_);
        emit changed();
    } else if (output_.kind == Output::Kind::Port) {
        const bool listed = found_.serial <= openedAt_ + 1 || ports().contains(output_.name);
        if (port_ && port_->alive() && listed) return;
        lost_ = true;
        sinceTried_.start();
        port_.reset();
        say(tr("The MIDI port %1 has gone, so playing is silent. It is used again when it comes back.").arg(output_.name));
        become({}, nullptr);
        midi_->refresh();
    }
    if (busy_ || output_.kind != Output::Kind::Silence || !sinceTried_.isValid() || sinceTried_.elapsed() < tryDevicesEvery)
        return;
    if (wanted.kind == Output::Kind::Synth && (automatic_ || lost_))
        openSynth(Why::Back);
    else if (wanted.kind == Output::Kind::Port && ports().contains(wanted.name))
        openPort(Why::Back);
}

void SoundOutput::panic() {
    player_.panic();
    QStringList others = ports();
    if (output_.kind == Output::Kind::Port) others.removeAll(output_.name);
    if (synth_ && output_.kind != Output::Kind::Synth) SynthSink(synth_).panic();
    if (others.isEmpty()) return;
    jobs_.ask(
        this,
        [others](const Task& task) {
            for (const QString& name : others) {
                if (task.stopped()) break;
                try {
                    openMidiOutput(toUtf8(name))->panic();
                } catch (const Error&) {  // it has gone, or belongs to another program alone
                }
            }
            return true;
        },
        [](bool) {}, {});
}

int SoundOutput::latency() const {
    switch (output_.kind) {
        case Output::Kind::Synth: return preferences_.synthLatency;
        case Output::Kind::Port: return preferences_.port(output_.name).latency;
        case Output::Kind::Silence: break;
    }
    return 0;
}

bool SoundOutput::clockRequested() const { return output_.kind == Output::Kind::Port && preferences_.port(output_.name).clock; }

QString SoundOutput::synthDriver() const { return synth_ ? fromUtf8(synth_->driver()) : QString(); }

QString SoundOutput::portProblem() const { return found_.reason ? text(*found_.reason) : QString(); }

QStringList SoundOutput::ports() const {
    QStringList names;
    for (const MidiPortInfo& port : found_.outputs) names << fromUtf8(port.name);
    return names;
}

QStringList SoundOutput::inputs() const {
    QStringList names;
    for (const MidiPortInfo& port : found_.inputs) names << fromUtf8(port.name);
    return names;
}

}  // namespace ricercar
