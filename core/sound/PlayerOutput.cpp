// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/PlayerOutput.h"

#include "core/music/Score.h"

#include <algorithm>

namespace ricercar {
namespace {

constexpr int highClick = 76, lowClick = 77;  // General MIDI's wood blocks
constexpr int clocksPerSixteenth = 6;
constexpr std::int64_t lastPosition = (1 << 14) - 1;

}  // namespace

void PlayerOutput::change(std::shared_ptr<Sink> sink) {
    stopClock();
    sink_ = std::move(sink);
    sounding_ = {};
}

void PlayerOutput::send(const MidiMessage& message) {
    if (message.system()) {
        if (message.status == MidiMessage::click(false).status)
            sendClick(message.data1 != 0);
        else if (message == MidiMessage::clock())
            sendClock();
        else
            sink_->send(message);
        return;
    }
    auto& keys = sounding_[message.place()];
    if (message.noteOn())
        keys.set(message.data1 & 127U);
    else if (message.noteOff())
        keys.reset(message.data1 & 127U);
    sink_->send(message);
}

void PlayerOutput::sendClick(bool accent) {
    if (sink_->click(accent)) return;
    const int pitch = accent ? highClick : lowClick;
    if (sounding_[drumChannel][static_cast<std::size_t>(pitch)]) return;  // the piece strikes it itself
    sink_->send(MidiMessage::on(drumChannel, pitch, accent ? 120 : 90));
    sink_->send(MidiMessage::off(drumChannel, pitch));
}

void PlayerOutput::sendClock() {
    if (clockState_ == ClockState::Waiting && clock_ % clocksPerSixteenth == 0) {
        sink_->send(clock_ == 0 ? MidiMessage::start() : MidiMessage::proceed());
        clockState_ = ClockState::Running;
    }
    ++clock_;
    sink_->send(MidiMessage::clock());
}

void PlayerOutput::locateClock(std::int64_t next) {
    stopClock();
    clock_ = next;
    clockState_ = ClockState::Waiting;
    const std::int64_t sixteenths = (next + clocksPerSixteenth - 1) / clocksPerSixteenth;
    if (next > 0) sink_->send(MidiMessage::songPosition(static_cast<int>(std::min(sixteenths, lastPosition))));
}

void PlayerOutput::stopClock() {
    if (clockState_ == ClockState::Running) sink_->send(MidiMessage::stop());
    clockState_ = ClockState::Off;
}

void PlayerOutput::releaseAllBut(const std::vector<MidiMessage>& kept) {
    decltype(sounding_) keep{};
    for (const MidiMessage& note : kept) keep[note.place()].set(note.data1 & 127U);
    for (std::size_t channel = 0; channel < sounding_.size(); ++channel) {
        if (sounding_[channel].none()) continue;
        for (std::size_t pitch = 0; pitch < 128; ++pitch)
            if (sounding_[channel][pitch] && !keep[channel][pitch])
                send(MidiMessage::off(static_cast<int>(channel % 16), static_cast<int>(pitch), static_cast<int>(channel / 16)));
    }
}

void PlayerOutput::cut() {
    stopClock();
    releaseAllBut({});
    sink_->panic();
}

void PlayerOutput::reset() {
    stopClock();
    releaseAllBut({});
    sink_->reset();
}

}  // namespace ricercar
