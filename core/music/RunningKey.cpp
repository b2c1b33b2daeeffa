// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/RunningKey.h"

#include "core/music/Scale.h"

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
    int most = -1;
    for (int tonic = 0; tonic < 12; ++tonic) {
        const Scale scale{tonic, Mode::Major};
        int held = 0;
        for (int pitchClass = 0; pitchClass < 12; ++pitchClass)
            if (scale.contains(pitchClass)) held += heard_[static_cast<std::size_t>(pitchClass)];
        if (held <= most) continue;
        most = held;
        classes_ = scale.pitchClasses();
    }
}

}  // namespace ricercar
