// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/Sink.h"

#include <array>
#include <atomic>
#include <bitset>
#include <memory>

namespace ricercar {

/// Where each channel goes, 0 .. 15; -1: it is not sent.
using ChannelMap = std::array<int, 16>;
inline constexpr ChannelMap sameChannels{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

/// Applies a channel map and a volume to a sink, for MIDI ports that other instruments share. Where several channels go to one,
/// a key is released with the last of them.
class ShapedSink final : public Sink {
public:
    explicit ShapedSink(std::shared_ptr<Sink> inner, const ChannelMap& channels = sameChannels, double volume = 1.0)
        : inner_(std::move(inner)), channels_(channels), wantedVolume_(volume) {}

    [[nodiscard]] std::string name() const override { return inner_->name(); }
    [[nodiscard]] bool audible() const override { return inner_->audible(); }
    [[nodiscard]] bool alive() const override { return inner_->alive(); }
    void send(const MidiMessage& message) override;
    bool click(bool accent) override { return inner_->click(accent); }
    void panic() override;
    void reset() override;
    /// 0 .. 1, of controller 7 as it is sent; in force with the next message (MidiMessage::nudge). Any thread.
    void setVolume(double volume) { wantedVolume_.store(volume, std::memory_order_relaxed); }

private:
    void sendVolumes();
    void sendNote(const MidiMessage& message, int to);
    [[nodiscard]] bool held(int port, int to, int pitch) const;

    std::shared_ptr<Sink> inner_;
    ChannelMap channels_;
    std::atomic<double> wantedVolume_;
    double volume_ = -1.0;                           ///< as it was sent
    int ports_ = 1;                                  ///< of the music, as far as it was heard
    std::array<int, 256> controller_ = filled(100);  ///< 7, as the music has it, by MidiMessage::place
    std::array<std::bitset<128>, 256> sounding_{};   ///< likewise, by the music's channels

    static std::array<int, 256> filled(int value) {
        std::array<int, 256> all{};
        all.fill(value);
        return all;
    }
};

}  // namespace ricercar
