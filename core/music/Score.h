// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Meter.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ricercar {

using Tick = std::int64_t;

/// What a tick is. Either ticks per quarter note, or (SMPTE) ticks per second of real time.
struct Division {
    int ticksPerQuarter = 480;
    double ticksPerSecond = 0.0;  ///< above 0: SMPTE division, and ticksPerQuarter means nothing

    [[nodiscard]] bool smpte() const { return ticksPerSecond > 0.0; }
    friend bool operator==(const Division&, const Division&) = default;
};

/// A note as it was played: attack, length, key.
struct Note {
    Tick start = 0;
    Tick duration = 0;
    std::uint8_t pitch = 0;
    std::uint8_t velocity = 0;  ///< 1 .. 127
    std::uint8_t channel = 0;   ///< 0 .. 15
    std::uint16_t track = 0;
    std::uint8_t port = 0;  ///< 0 .. 15; each has sixteen channels of its own

    friend bool operator==(const Note&, const Note&) = default;
};

/// Where drums are unless the music says otherwise (DrumParts).
inline constexpr std::uint8_t drumChannel = 9;
inline constexpr int mostPorts = 16;

struct TempoChange {
    Tick tick = 0;
    std::uint32_t microsecondsPerQuarter = 500'000;
    friend bool operator==(const TempoChange&, const TempoChange&) = default;
};

struct MeterChange {
    Tick tick = 0;
    Meter meter;
    friend bool operator==(const MeterChange&, const MeterChange&) = default;
};

struct KeyChange {
    Tick tick = 0;
    std::int8_t sharps = 0;  ///< -7 .. 7, flats negative
    bool minor = false;
    friend bool operator==(const KeyChange&, const KeyChange&) = default;
};

/// Any channel event that is not a note: controller, program, pitch bend, pressure.
struct ChannelEvent {
    /// Among the notes of its channel at one tick. Usual: behind those that end, before those that begin.
    enum class Place : std::uint8_t { BeforeEnds, Usual, AfterStarts };

    Tick tick = 0;
    std::uint8_t status = 0;  ///< 0xA0 .. 0xEF, channel in the low four bits
    std::uint8_t data1 = 0;
    std::uint8_t data2 = 0;  ///< 0 for the events of one data byte
    std::uint16_t track = 0;
    std::uint8_t port = 0;
    Place place = Place::Usual;
    friend bool operator==(const ChannelEvent&, const ChannelEvent&) = default;
};

/// A system exclusive message that bears on which channels are drums: a reset to a standard, or what one channel is from here
/// on.
struct SetupEvent {
    enum class Kind : std::uint8_t { GeneralMidi, GeneralMidi2, Gs, Xg, Drums, Melody };

    Tick tick = 0;
    Kind kind = Kind::GeneralMidi;
    std::uint8_t channel = 0;  ///< of Drums and Melody
    std::uint16_t track = 0;
    std::uint8_t port = 0;
    friend bool operator==(const SetupEvent&, const SetupEvent&) = default;
};

/// A text meta event: 1 text, 2 copyright, 3 track name, 4 instrument, 5 lyric, 6 marker, 7 cue.
struct TextEvent {
    static constexpr std::uint8_t trackName = 3;

    Tick tick = 0;
    std::uint8_t type = 1;
    std::uint16_t track = 0;
    std::string text;  ///< valid UTF-8
    friend bool operator==(const TextEvent&, const TextEvent&) = default;
};

/// One piece of music in ticks. Every list is sorted by tick (notes: by start, then pitch).
struct Score {
    Division division;
    int tracks = 1;
    std::vector<Note> notes;
    std::vector<TempoChange> tempos;
    std::vector<MeterChange> meters;
    std::vector<KeyChange> keys;
    std::vector<ChannelEvent> events;
    std::vector<TextEvent> texts;
    std::vector<SetupEvent> setups{};
    Tick end = 0;  ///< the last end-of-track, never before the end of a note

    friend bool operator==(const Score&, const Score&) = default;
};

}  // namespace ricercar
