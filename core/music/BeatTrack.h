// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Meter.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace ricercar {

struct Beat {
    double seconds = 0.0;
    double confidence = 0.0;  ///< 0 .. 1; 1 where a person put it
    friend bool operator==(const Beat&, const Beat&) = default;
};

/// Where the beats of a performance are. A value: the edits below return a new one.
struct BeatTrack {
    std::vector<Beat> beats;  ///< strictly ascending in time
    bool compound = false;    ///< a beat is a dotted quarter (6/8) instead of a quarter
    int beatsPerBar = 4;
    int firstDownbeat = 0;         ///< index of the first beat that begins a bar, 0 .. beatsPerBar - 1
    double confidence = 0.0;       ///< 0 .. 1: how likely four of five beats are right
    double meterConfidence = 0.0;  ///< 0 .. 1, of beatsPerBar and firstDownbeat

    /// 4/4, 3/4, 6/8 ...
    [[nodiscard]] Meter meter() const { return compound ? Meter{beatsPerBar * 3, 8} : Meter{beatsPerBar, 4}; }
    friend bool operator==(const BeatTrack&, const BeatTrack&) = default;
};

/// The shortest time between two beats: what the edits keep to.
inline constexpr double shortestBeat = 0.02;

/// Corrections by hand. An index or a time that does not fit leaves the track as it is.
/// Moves a beat, as far as its neighbours allow.
BeatTrack movedBeat(BeatTrack track, std::size_t beat, double seconds);
/// A new beat at a time. Bars keep their number of beats: those behind it begin a beat earlier than before.
BeatTrack insertedBeat(BeatTrack track, double seconds);
BeatTrack removedBeat(BeatTrack track, std::size_t beat);
/// Twice the tempo: a beat more in the middle between every two. A bar keeps its number of beats where that is even, and its
/// length where it is odd.
BeatTrack doubledTempo(BeatTrack track);
/// Half the tempo: every second beat, those kept on which the first bar begins. A bar keeps its number of beats, but for six
/// and other even ones above four, which are halved.
BeatTrack halvedTempo(BeatTrack track);
/// Three times the tempo, for a beat that was a bar of three: 3/4 with the old beats as bar lines.
BeatTrack tripledTempo(BeatTrack track);
/// A third of the tempo, for beats that were a third of one: 6/8, every third beat, from the first bar's on.
BeatTrack thirdOfTempo(BeatTrack track);
/// Bars begin `beats` later (or earlier, negative).
BeatTrack shiftedDownbeat(BeatTrack track, int beats);
/// All beats lie half a beat later: for a track that runs on the off-beats.
BeatTrack shiftedHalfBeat(BeatTrack track);
/// Bars of 1 .. 16 beats.
BeatTrack withMeter(BeatTrack track, int beatsPerBar, bool compound);

/// As plain numbers, and back; a version comes first. Nothing for numbers that are no track.
std::vector<double> toNumbers(const BeatTrack& track);
std::optional<BeatTrack> beatTrackOf(std::span<const double> numbers);

}  // namespace ricercar
