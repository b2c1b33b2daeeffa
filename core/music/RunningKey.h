// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"
#include "core/music/Scale.h"

#include <cstdint>
#include <span>

namespace ricercar {

/// The key of music so far: the major scale, or its relative minor, that holds most of what has sounded.
class RunningKey {
public:
    /// A step's cells, the lowest pitch first.
    void hear(std::span<const Cell> row, int lowestPitch);
    /// False as long as too little has sounded to tell.
    [[nodiscard]] bool excludes(int pitch) const { return ((unsigned{classes_} >> (pitch % 12)) & 1U) == 0; }

private:
    ClassCounts heard_{};  ///< sounding steps
    int all_ = 0;
    std::uint16_t classes_ = 0xFFF;
};

}  // namespace ricercar
