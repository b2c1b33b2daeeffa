// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

#include <vector>

namespace ricercar {

/// Where each note of a score ends when it rings on while its channel's sustain pedal (controller 64, down from 64) is down.
/// Reset All Controllers (121) lifts the pedal, All Sound Off (120) ends what rings. A pedal that goes down where a note ends
/// holds it if it stands before that end in the file.
std::vector<Tick> sustainedEnds(const Score& score);

}  // namespace ricercar
