// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/music/BeatTrack.h"
#include "core/music/Score.h"

namespace ricercar {

struct BeatOptions {
    double likelyTempo = 97.0;  ///< beats a minute; where one and twice that fit alike, the nearer one is taken
};

/// The beats of a score that was played without a click, from its note times in seconds (through its tempo map). The beat is
/// the meter's: a quarter, or a dotted quarter where beats divide into three. Empty for a score without notes or with all of
/// them at once. A stopped task gives what was found until then.
BeatTrack findBeats(const Score& score, const BeatOptions& options = {}, const Task& task = {});

}  // namespace ricercar
