// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/RunningKey.h"

namespace ricercar {
namespace {

constexpr int enoughHeard = 32;  // sounding steps

}  // namespace

void RunningKey::hear(std::span<const Cell> row, int lowestPitch) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if ((row[i] & playBit) == 0) continue;
        ++heard_[(static_cast<std::size_t>(lowestPitch) + i) % 12];
        ++all_;
    }
    if (all_ < enoughHeard) return;
    classes_ = bestScale(heard_).scale.pitchClasses();
}

}  // namespace ricercar
