// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Song.h"

namespace ricercar {

struct KeptOpening {
    Song song;  ///< with the opening drawn, its last step not heard yet
    std::uint64_t seed = 0;
};

/// Draws the candidates of a plan's opening on so many threads and keeps the nearest one; of equal ones the first. `begun` has
/// heard nothing yet. Stopped: of no use.
KeptOpening bestOpening(const SongPlan& plan, const Song& begun, int threads, const Task& task);

}  // namespace ricercar
