// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"
#include "core/sound/SoundEvents.h"

#include <array>
#include <vector>

namespace ricercar {

/// What a person plays, as cells of 16ths: a note begins on the nearest step and lasts at least one. The pedal holds notes. One
/// thread.
class DuetKeys {
public:
    /// `at`: steps since the music began, below 0 in the count-in.
    void hear(double at, const MidiMessage& message);
    /// Cells of a step, the lowest pitch of `range` first; from half a step into it on nothing but an end can change them.
    [[nodiscard]] std::vector<Cell> row(int step, PitchRange range) const;
    /// Forgets what ended before a step.
    void forget(int step);

private:
    struct Press {
        int pitch = 0;
        int begin = 0;
        double end = -1;   ///< below 0: not let go
        bool down = true;  ///< the key itself
    };
    void letGo(Press& press, double at);

    std::vector<Press> presses_;
    bool pedal_ = false;
};

}  // namespace ricercar
