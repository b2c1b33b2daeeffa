// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/BeatTrack.h"
#include "core/music/Score.h"

namespace ricercar {

/// The score laid on its beats: 480 ticks a quarter, every beat on a quarter note (a dotted one where the track is compound),
/// one tempo event a beat so that it sounds as before, the track's meter with the beats before the first bar line as a shorter
/// first bar. Time begins at the beat at or before the first note: the silence in front is gone. What lies beyond the track's
/// ends goes on at their tempo. Beats further apart than a tempo event can say (16.7 s a quarter) come nearer. Fewer than two
/// beats: the score as it is.
Score onBeats(const Score& score, const BeatTrack& track);

}  // namespace ricercar
