// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/Vector3.h"

#include <algorithm>
#include <array>

namespace ricercar {

/// The three axes of a scene, in this order everywhere: time, note, feature (or unit).
inline constexpr int sceneAxes = 3;

/// The grid that cells live on, and how large it is in the world. Cell i of an axis reaches from i to i+1 of the grid. In the
/// world the box is centred; time points right, notes up, and features away from somebody who looks at time x note.
struct SceneBox {
    std::array<int, sceneAxes> size{1, 1, 1};
    std::array<double, sceneAxes> extent{1, 1, 1};

    [[nodiscard]] Vector3 toWorld(const Vector3& grid) const {
        return {(grid.x / size[0] - 0.5) * extent[0], (grid.y / size[1] - 0.5) * extent[1],
                (0.5 - grid.z / size[2]) * extent[2]};
    }
    [[nodiscard]] Vector3 toGrid(const Vector3& world) const {
        return {(world.x / extent[0] + 0.5) * size[0], (world.y / extent[1] + 0.5) * size[1],
                (0.5 - world.z / extent[2]) * size[2]};
    }
    /// A direction, not a place.
    [[nodiscard]] Vector3 directionToGrid(const Vector3& world) const {
        return {world.x / extent[0] * size[0], world.y / extent[1] * size[1], -world.z / extent[2] * size[2]};
    }
    [[nodiscard]] double radius() const { return 0.5 * length({extent[0], extent[1], extent[2]}); }

    friend bool operator==(const SceneBox&, const SceneBox&) = default;
};

/// A box of pleasant shape: notes and features as long as each other, time by the number of steps.
inline SceneBox sceneBox(int steps, int notes, int features) {
    return {{std::max(1, steps), std::max(1, notes), std::max(1, features)}, {std::clamp(steps / 80.0, 0.6, 2.0), 1.0, 1.0}};
}

}  // namespace ricercar
