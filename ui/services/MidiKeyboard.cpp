// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/MidiKeyboard.h"

#include "core/sound/Player.h"
#include "ui/services/Jobs.h"
#include "ui/services/Mailbox.h"
#include "ui/services/Notices.h"
#include "ui/words/Words.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <utility>

namespace ricercar {
namespace {

constexpr int tryPortsEvery = 2000;  // ms

}  // namespace

/// Where the input's thread leaves what came in.
struct MidiKeyboard::Ear {
    std::mutex mutex;
    Player* player = nullptr;  ///< null: nobody listens any more
    NoteRecorder recorder;
    Mailbox<MidiMessage> heard;
    std::atomic<double> latency{0.0};
    MidiInput::Listener listener;

    void take(const MidiArrival& arrival) {
        const std::lock_guard lock(mutex);
        if (!player) return;
        player->send(arrival.message);
        const auto earlier = std::chrono::duration_cast<PlayerClock::Base::duration>(std::chrono::duration<double>(latency));
        recorder.take(player->positionOf(arrival.time - earlier), arrival.message);
        if (listener) listener({arrival.time - earlier, arrival.message});
        if (arrival.message.noteOn() || arrival.message.noteOff()) heard.put(arrival.message);
    }
};

MidiKeyboard::MidiKeyboard(Jobs& jobs, Notices& notices, Player& player, QObject* parent)
    : QObject(parent), jobs_(jobs), notices_(notices), player_(player), ear_(std::make_shared<Ear>()) {
    ear_->player = &player;
}

MidiKeyboard::~MidiKeyboard() {
    const std::lock_guard lock(ear_->mutex);
    ear_->player = nullptr;
}

void MidiKeyboard::setLatency(double seconds) { ear_->latency = seconds; }

void MidiKeyboard::setListener(MidiInput::Listener listener) {
    const std::lock_guard lock(ear_->mutex);
    ear_->listener = std::move(listener);
}

NoteRecorder& MidiKeyboard::recorder() { return ear_->recorder; }

void MidiKeyboard::choose(const QString& port) {
    if (port == wanted_) return;
    wanted_ = port;
    lost_ = false;
    notices_.withdraw(About::MidiInput);
    closePort();
    ++opening_;
    busy_ = false;
    if (!wanted_.isEmpty()) connectPort();
    emit changed();
}

void MidiKeyboard::connectPort() {
    busy_ = true;
    sinceTried_.start();
    const int opening = ++opening_;
    jobs_.ask(
        this,
        [ear = ear_, name = toUtf8(wanted_)](const Task&) {
            return std::make_shared<MidiInput>(name, std::string(), [ear](const MidiArrival& one) { ear->take(one); });
        },
        [this, opening](std::shared_ptr<MidiInput> input) {
            if (opening != opening_) return;
            busy_ = false;
            input_ = std::move(input);
            notices_.withdraw(About::MidiInput);
            if (std::exchange(lost_, false)) notices_.post(Severity::Info, tr("The MIDI port %1 is back.").arg(wanted_));
            emit changed();
        },
        [this, opening](const Message& problem) {
            if (opening != opening_) return;
            busy_ = false;
            if (!std::exchange(lost_, true)) notices_.post(About::MidiInput, Severity::Warning, text(problem));
            emit changed();
        });
}

void MidiKeyboard::closePort() {
    if (!input_) return;
    player_.panic();  // keys that were held
    jobs_.ask(
        this, [old = std::exchange(input_, nullptr)](const Task&) mutable { return old.reset(), true; }, [](bool) {}, {});
}

void MidiKeyboard::poll(const QStringList& ports) {
    for (const MidiMessage& message : ear_->heard.take()) {
        if (message.noteOn())
            emit pressed(message.data1, message.data2);
        else
            emit released(message.data1);
    }
    if (wanted_.isEmpty() || busy_) return;
    if (input_) {
        if (input_->alive() && (ports.contains(fromUtf8(input_->name())) || sinceTried_.elapsed() < 3 * tryPortsEvery)) return;
        closePort();
        lost_ = true;
        sinceTried_.start();
        notices_.post(About::MidiInput, Severity::Warning,
                      tr("The MIDI port %1 has gone. It is used again when it comes back.").arg(wanted_));
        emit changed();
    } else if (sinceTried_.elapsed() >= tryPortsEvery && ports.contains(wanted_)) {
        connectPort();
    }
}

}  // namespace ricercar
