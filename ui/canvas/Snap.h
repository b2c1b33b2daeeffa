// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/BarMap.h"

#include <array>

namespace ricercar {

/// The grid that gestures snap to: a note value counted from the bar line, triplets included.
struct Snap {
    double steps = 1.0;  ///< 1.0: a 16th; 0: off
    bool triplet = false;

    /// Steps from line to line; 0: off.
    [[nodiscard]] double width() const { return triplet ? steps * 2.0 / 3.0 : steps; }
    /// The nearest line, the bar lines among them; the step itself where it is off.
    [[nodiscard]] double nearest(double step, const BarMap& bars) const;
    /// The line at or before.
    [[nodiscard]] double before(double step, const BarMap& bars) const;
    friend bool operator==(const Snap&, const Snap&) = default;
};

/// What there is to choose from: 1/4 … 1/32, each as triplets, too, and off.
inline constexpr std::array<Snap, 9> snaps{Snap{4.0, false}, Snap{4.0, true},  Snap{2.0, false},
                                           Snap{2.0, true},  Snap{1.0, false}, Snap{1.0, true},
                                           Snap{0.5, false}, Snap{0.5, true},  Snap{0.0, false}};

}  // namespace ricercar
