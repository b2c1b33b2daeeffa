// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/Sink.h"

#include <array>
#include <bitset>
#include <memory>
#include <vector>

namespace ricercar {

/// A sink, what sounds in it and where its MIDI clock stands. Used by the player's thread alone.
class PlayerOutput {
public:
    explicit PlayerOutput(std::shared_ptr<Sink> sink) : sink_(std::move(sink)) {}

    [[nodiscard]] const std::shared_ptr<Sink>& sink() const { return sink_; }
    void change(std::shared_ptr<Sink> sink);
    void send(const MidiMessage& message);
    void send(const std::vector<MidiMessage>& messages) {
        for (const MidiMessage& message : messages) send(message);
    }
    /// Note-offs for all that sounds but `kept`, whose notes are marked as sounding on return.
    void releaseAllBut(const std::vector<MidiMessage>& kept);
    [[nodiscard]] bool sounds(const MidiMessage& note) const { return sounding_[note.place()][note.data1 & 127U]; }
    /// The next clock message is that number from the start: song position, and start or continue before the next 16th.
    void locateClock(std::int64_t next);
    void cut();
    void reset();

private:
    void sendClick(bool accent);
    void sendClock();
    void stopClock();

    std::shared_ptr<Sink> sink_;
    std::array<std::bitset<128>, 16 * std::size_t{mostPorts}> sounding_{};  ///< by MidiMessage::place
    enum class ClockState { Off, Waiting, Running } clockState_ = ClockState::Off;
    std::int64_t clock_ = 0;
};

}  // namespace ricercar
