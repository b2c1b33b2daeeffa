// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/BeatTrack.h"
#include "core/music/OnsetClusters.h"

#include <span>

namespace ricercar {

/// Guesses the beats of a bar (2, 3 or 4) and which beat begins it, from the strength of what is struck on each beat: sets
/// beatsPerBar, firstDownbeat and meterConfidence. Where nothing speaks clearly, four beats (two compound ones) from the first.
BeatTrack withBars(BeatTrack track, std::span<const OnsetCluster> clusters);

}  // namespace ricercar
