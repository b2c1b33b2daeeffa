#pragma once

#include "core/music/Score.h"
#include "core/music/TempoMap.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ricercar {

/// Ticks on the 16th-note grid that begins at some tick.
class Grid {
public:
    struct Place {
        std::int64_t step;
        double error;  ///< distance from the step, in steps
    };

    explicit Grid(const Score& score);

    [[nodiscard]] Place place(Tick tick, Tick from) const;
    [[nodiscard]] std::int64_t step(Tick tick, Tick from) const { return place(tick, from).step; }

private:
    Division division_;
    TempoMap tempoMap_;
};

/// A stretch of one meter.
struct Stretch {
    Tick start = 0;
    Meter meter;
    int pickup = 0;     ///< steps before the first bar line, as the file marks it
    Tick barLine = 0;   ///< the first one, after the pick-up
    Tick end = 0;       ///< where the next one starts, or the score ends
    bool last = false;  ///< nothing follows
    std::size_t firstNote = 0;
    std::size_t lastNote = 0;  ///< one after
};

/// Where a score is cut, one stretch at least: at each change of meter, but that a first meter shorter than the next one's bar
/// is its pick-up. Notes go where their nearest step is; stretches after the end that no note reaches are left out.
std::vector<Stretch> stretchesOf(const Score& score, const Grid& grid);

}  // namespace ricercar
