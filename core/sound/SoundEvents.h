// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ricercar {

/// A MIDI message of one to three bytes: a channel message, or one of the system messages that are named here.
struct MidiMessage {
    std::uint8_t status = 0;  ///< 0x80 .. 0xEF, channel in the low four bits; 0xF2 .. 0xFE
    std::uint8_t data1 = 0;
    std::uint8_t data2 = 0;  ///< 0 for messages of two bytes
    std::uint8_t port = 0;   ///< 0 .. 15, each with channels of its own, where what plays has ports

    [[nodiscard]] int channel() const { return status & 0x0F; }
    /// Among the channels of all ports.
    [[nodiscard]] std::size_t place() const { return std::size_t{port & 15U} * 16 + (status & 0x0FU); }
    [[nodiscard]] int kind() const { return status & 0xF0; }
    [[nodiscard]] bool noteOn() const { return kind() == 0x90 && data2 > 0; }
    [[nodiscard]] bool noteOff() const { return kind() == 0x80 || (kind() == 0x90 && data2 == 0); }
    /// Not for a channel: clock, start, stop, song position, and what never goes on a wire (clicks, nudges).
    [[nodiscard]] bool system() const { return status >= 0xF0; }
    /// Bytes on the wire.
    [[nodiscard]] int size() const {
        if (status > 0xF2) return 1;
        return kind() == 0xC0 || kind() == 0xD0 ? 2 : 3;
    }

    static MidiMessage on(int channel, int pitch, int velocity, int port = 0) {
        return {static_cast<std::uint8_t>(0x90 | (channel & 15)), static_cast<std::uint8_t>(pitch & 127),
                static_cast<std::uint8_t>(velocity & 127), static_cast<std::uint8_t>(port & 15)};
    }
    static MidiMessage off(int channel, int pitch, int port = 0) {
        return {static_cast<std::uint8_t>(0x80 | (channel & 15)), static_cast<std::uint8_t>(pitch & 127), 0,
                static_cast<std::uint8_t>(port & 15)};
    }
    static MidiMessage control(int channel, int controller, int value, int port = 0) {
        return {static_cast<std::uint8_t>(0xB0 | (channel & 15)), static_cast<std::uint8_t>(controller & 127),
                static_cast<std::uint8_t>(value & 127), static_cast<std::uint8_t>(port & 15)};
    }
    /// From here on the channel is drums, or is not. MIDI leaves 0xF4 undefined; a sink says it in its own way.
    static MidiMessage part(int channel, bool drums, int port = 0) {
        return {0xF4, static_cast<std::uint8_t>(channel & 15), static_cast<std::uint8_t>(drums ? 1 : 0),
                static_cast<std::uint8_t>(port & 15)};
    }
    [[nodiscard]] bool isPart() const { return status == 0xF4; }
    /// A 24th of a quarter note has passed.
    static MidiMessage clock() { return {0xF8, 0, 0}; }
    static MidiMessage start() { return {0xFA, 0, 0}; }
    static MidiMessage proceed() { return {0xFB, 0, 0}; }
    static MidiMessage stop() { return {0xFC, 0, 0}; }
    static MidiMessage songPosition(int sixteenths) {
        return {0xF2, static_cast<std::uint8_t>(sixteenths & 127), static_cast<std::uint8_t>((sixteenths >> 7) & 127)};
    }
    /// The metronome; for Sink::click, never sent as it is (MIDI leaves 0xF9 undefined).
    static MidiMessage click(bool accent) { return {0xF9, static_cast<std::uint8_t>(accent ? 1 : 0), 0}; }
    /// Nothing, but a sink may bring up to date what it was told meanwhile.
    static MidiMessage nudge() { return {0xFD, 0, 0}; }
    friend bool operator==(const MidiMessage&, const MidiMessage&) = default;
};

/// A message and its moment.
struct SoundEvent {
    double seconds = 0.0;
    MidiMessage message;
    friend bool operator==(const SoundEvent&, const SoundEvent&) = default;
};

/// What a Player plays. Sorted by time; at one moment note-offs stand before controllers and programs, these before note-ons,
/// but for events whose place says otherwise.
struct SoundEvents {
    std::vector<SoundEvent> list;
    double seconds = 0.0;  ///< the length: soundEnd of the score (its end where it has no notes), never before the last event
    bool clock = false;    ///< MIDI clock stands in the list
};

/// The notes and channel events of a score in seconds (TempoMap turns a position back into a tick). Every note-on is followed
/// by its note-off before the same key of the same channel is struck again: overlapping notes of one key are re-struck, and the
/// key is let go at the latest of their ends. A note of no length sounds for a tick. What stands behind soundEnd is left out.
SoundEvents soundEvents(const Score& score);

}  // namespace ricercar
