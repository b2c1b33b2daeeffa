// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

#include <vector>

namespace ricercar {

/// Ticks to seconds and to quarter notes, both ways, for either kind of division. 120 quarters a minute until the first tempo.
class TempoMap {
public:
    explicit TempoMap(const Score& score);

    [[nodiscard]] double seconds(Tick tick) const;
    /// Quarter notes since tick 0: exact arithmetic for PPQ, through the tempo map for SMPTE.
    [[nodiscard]] double quarters(Tick tick) const;
    [[nodiscard]] Tick tickAtSeconds(double seconds) const;
    /// Quarter notes a minute at a tick.
    [[nodiscard]] double tempoAt(Tick tick) const;

private:
    struct Segment {
        Tick tick;
        double seconds;   ///< at `tick`
        double quarters;  ///< at `tick`
        double secondsPerTick;
        double quartersPerTick;
        double secondsPerQuarter;
    };
    [[nodiscard]] const Segment& segmentAt(Tick tick) const;

    std::vector<Segment> segments_;
};

}  // namespace ricercar
