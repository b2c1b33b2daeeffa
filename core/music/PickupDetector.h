// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace ricercar {

/// A note on the grid, before it goes into a roll.
struct GridNote {
    std::int64_t start = 0;  ///< in steps
    std::int64_t end = 0;    ///< after start
    std::uint8_t pitch = 0;
    std::uint8_t velocity = 0;
};

/// Steps before the first bar line, found by listening: 0 where the first note stands on a bar line or nothing speaks clearly
/// for another place. `notes` by start. Candidates are whole eighth notes: nearly every jig begins with a single one.
int detectPickup(std::span<const GridNote> notes, int barSteps);

}  // namespace ricercar
