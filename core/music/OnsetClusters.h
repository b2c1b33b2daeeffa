// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

#include <span>
#include <vector>

namespace ricercar {

/// Notes that were struck together, and how much they sound like a beat.
struct OnsetCluster {
    double seconds = 0.0;   ///< mean of its onsets
    double strength = 0.0;  ///< chord size, loudness, depth and length against the neighbours; about 0 in the mean, -2 .. 2
    double spread = 0.0;    ///< standard deviation of its onsets in seconds; negative where there is one alone
};

/// The clusters of a score, by time: onsets within 70 ms of the first, each within 40 ms of the one before.
std::vector<OnsetCluster> onsetClusters(const Score& score);

/// How far apart the hands strike what belongs together: the median spread in seconds; 0 where few are struck together.
double medianSpread(std::span<const OnsetCluster> clusters);

}  // namespace ricercar
