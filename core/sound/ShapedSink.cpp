#include "core/sound/ShapedSink.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int volumeController = 7;

MidiMessage onChannel(MidiMessage message, int channel) {
    message.status = static_cast<std::uint8_t>(message.kind() | (channel & 15));
    return message;
}

int loudness(int controller, double volume) { return std::clamp(static_cast<int>(std::lround(controller * volume)), 0, 127); }

}  // namespace

void ShapedSink::send(const MidiMessage& message) {
    if (wantedVolume_.load(std::memory_order_relaxed) != volume_) sendVolumes();
    if (message == MidiMessage::nudge()) return;
    if (message.system()) {
        inner_->send(message);
        return;
    }
    const int from = message.channel();
    const int to = channels_[static_cast<std::size_t>(from)];
    if (message.kind() == 0xB0 && message.data1 == volumeController)
        controller_[static_cast<std::size_t>(from)] = message.data2;
    if (to < 0) return;
    if (message.noteOn() || message.noteOff()) {
        sendNote(message, to);
    } else if (message.kind() == 0xB0 && message.data1 == volumeController) {
        inner_->send(MidiMessage::control(to, volumeController, loudness(message.data2, volume_)));
    } else {
        inner_->send(onChannel(message, to));
    }
}

void ShapedSink::sendNote(const MidiMessage& message, int to) {
    auto& keys = sounding_[static_cast<std::size_t>(message.channel())];
    const int pitch = message.data1 & 127;
    const bool before = held(to, pitch);
    keys.set(static_cast<std::size_t>(pitch), message.noteOn());
    if (message.noteOn()) {
        if (before) inner_->send(MidiMessage::off(to, pitch));
        inner_->send(onChannel(message, to));
    } else if (!held(to, pitch)) {
        inner_->send(onChannel(message, to));
    }
}

bool ShapedSink::held(int to, int pitch) const {
    for (std::size_t channel = 0; channel < channels_.size(); ++channel)
        if (channels_[channel] == to && sounding_[channel][static_cast<std::size_t>(pitch)]) return true;
    return false;
}

void ShapedSink::sendVolumes() {
    volume_ = wantedVolume_.load(std::memory_order_relaxed);
    for (std::size_t channel = 0; channel < channels_.size(); ++channel)
        if (channels_[channel] >= 0)
            inner_->send(MidiMessage::control(channels_[channel], volumeController, loudness(controller_[channel], volume_)));
}

void ShapedSink::panic() {
    sounding_ = {};
    inner_->panic();
}

void ShapedSink::reset() {
    sounding_ = {};
    controller_ = filled(100);
    volume_ = -1.0;
    inner_->reset();
}

}  // namespace ricercar
