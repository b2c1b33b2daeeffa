#pragma once

#include "core/music/Score.h"

#include <vector>

namespace ricercar {

/// Where each note of a score ends when it rings on while its channel's sustain pedal (controller 64, down from 64) is down.
std::vector<Tick> sustainedEnds(const Score& score);

}  // namespace ricercar
