// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/SceneBox.h"

#include <algorithm>
#include <array>

namespace ricercar {

/// A plane with a thickness across one axis: cells position .. position + thickness - 1 are seen.
struct Slice {
    bool on = false;
    int position = 0;
    int thickness = 1;
    friend bool operator==(const Slice&, const Slice&) = default;
};

/// One for each axis; what is seen lies in all of them.
struct Slices {
    std::array<Slice, sceneAxes> axis;

    /// First cell and the one after the last, within 0 .. size; never empty.
    [[nodiscard]] std::pair<int, int> range(int which, int size) const {
        const Slice& slice = axis[static_cast<std::size_t>(which)];
        if (!slice.on) return {0, size};
        const int first = std::clamp(slice.position, 0, std::max(0, size - 1));
        return {first, std::clamp(slice.position + std::max(1, slice.thickness), first + 1, std::max(first + 1, size))};
    }
    [[nodiscard]] bool none() const { return !axis[0].on && !axis[1].on && !axis[2].on; }
    friend bool operator==(const Slices&, const Slices&) = default;
};

}  // namespace ricercar
