// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/ShapedSink.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int volumeOfChannel = 7;

MidiMessage onChannel(MidiMessage message, int channel) {
    message.status = static_cast<std::uint8_t>(message.kind() | (channel & 15));
    return message;
}

int loudness(int controller, double volume) { return std::clamp(static_cast<int>(std::lround(controller * volume)), 0, 127); }

}  // namespace

void ShapedSink::send(const MidiMessage& message) {
    if (wantedVolume_.load(std::memory_order_relaxed) != volume_) sendVolumes();
    if (message == MidiMessage::nudge()) return;
    if (message.isPart()) {
        const int to = channels_[message.data1 & 15U];
        if (to >= 0) inner_->send(MidiMessage::part(to, message.data2 != 0, message.port));
        return;
    }
    if (message.system()) {
        inner_->send(message);
        return;
    }
    ports_ = std::max(ports_, message.port + 1);
    const int to = channels_[static_cast<std::size_t>(message.channel())];
    const bool volume = message.kind() == 0xB0 && message.data1 == volumeOfChannel;
    if (volume) controller_[message.place()] = message.data2;
    if (to < 0) return;
    if (message.noteOn() || message.noteOff())
        sendNote(message, to);
    else if (volume)
        inner_->send(MidiMessage::control(to, volumeOfChannel, loudness(message.data2, volume_), message.port));
    else
        inner_->send(onChannel(message, to));
}

void ShapedSink::sendNote(const MidiMessage& message, int to) {
    auto& keys = sounding_[message.place()];
    const int pitch = message.data1 & 127;
    const bool before = held(message.port, to, pitch);
    keys.set(static_cast<std::size_t>(pitch), message.noteOn());
    if (message.noteOn()) {
        if (before) inner_->send(MidiMessage::off(to, pitch, message.port));
        inner_->send(onChannel(message, to));
    } else if (!held(message.port, to, pitch)) {
        inner_->send(onChannel(message, to));
    }
}

bool ShapedSink::held(int port, int to, int pitch) const {
    for (std::size_t channel = 0; channel < channels_.size(); ++channel) {
        const std::size_t place = static_cast<std::size_t>(port & 15) * 16 + channel;
        if (channels_[channel] == to && sounding_[place][static_cast<std::size_t>(pitch)]) return true;
    }
    return false;
}

void ShapedSink::sendVolumes() {
    volume_ = wantedVolume_.load(std::memory_order_relaxed);
    for (int port = 0; port < ports_; ++port)
        for (std::size_t channel = 0; channel < channels_.size(); ++channel)
            if (channels_[channel] >= 0)
                inner_->send(MidiMessage::control(channels_[channel], volumeOfChannel,
                                                  loudness(controller_[static_cast<std::size_t>(port) * 16 + channel], volume_),
                                                  port));
}

void ShapedSink::panic() {
    sounding_ = {};
    inner_->panic();
}

void ShapedSink::reset() {
    sounding_ = {};
    controller_ = filled(100);
    ports_ = 1;
    volume_ = -1.0;
    inner_->reset();
}

}  // namespace ricercar
