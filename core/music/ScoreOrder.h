// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

#include <cstddef>
#include <vector>

namespace ricercar {

/// How long a score's lists were when a track began.
struct ScoreMark {
    std::size_t notes = 0;
    std::size_t tempos = 0;
    std::size_t meters = 0;
    std::size_t keys = 0;
    std::size_t events = 0;
    std::size_t texts = 0;
    std::size_t setups = 0;
};

/// The order of notes: start, pitch, channel, track, duration, velocity, port.
bool noteBefore(const Note& a, const Note& b);

/// Puts a score that was appended to track by track in order: notes as above, the other lists by tick and, within a tick, as
/// they were appended. `tracks` holds a mark for each track; every track's part of a list is in order of ticks. Linear but for
/// the number of tracks: O(n log tracks).
void sortScore(Score& score, const std::vector<ScoreMark>& tracks);

}  // namespace ricercar
