// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/scene/Camera.h"
#include "core/scene/Layers.h"

#include <map>

namespace ricercar::test {

/// Random cells and slabs as SceneCells wants them, and the same as a plain table of every place of the grid.
struct RandomCells {
    SceneBox box;
    std::vector<SceneCell> cells;
    std::map<std::array<int, 3>, SceneCell> table;  ///< by x, y, z: the cell or slab that covers it

    RandomCells(std::uint64_t seed, const SceneBox& grid, double density) : box(grid) {
        Random random(seed);
        const auto below = [&](int n) { return static_cast<int>(random.below(static_cast<std::uint64_t>(n))); };
        const auto cell = [&](int x, int y, int z, int length, int along) {
            SceneCell made{static_cast<std::uint16_t>(x),
                           static_cast<std::uint16_t>(y),
                           static_cast<std::uint16_t>(z),
                           static_cast<std::uint16_t>(length),
                           static_cast<std::uint8_t>(along),
                           static_cast<std::uint8_t>(z % 3),
                           static_cast<float>(random.uniform() * 2 - 1)};
            cells.push_back(made);
            for (int i = 0; i < length; ++i) table[{x + (along == 0 ? i : 0), y + (along == 1 ? i : 0), z}] = made;
        };
        for (int z = 0; z < box.size[2]; ++z) {
            if (z % 5 == 4) {
                for (int x = 0; x < box.size[0]; ++x)
                    if (random.uniform() < density) cell(x, 0, z, box.size[1], 1);
                continue;
            }
            for (int y = 0; y < box.size[1]; ++y)
                for (int x = 0; x < box.size[0]; ++x) {
                    if (random.uniform() >= density) continue;
                    const int length = z % 3 == 1 ? 1 + below(box.size[0] - x) : 1;
                    cell(x, y, z, length, 0);
                    x += length - 1;
                }
        }
        for (std::size_t i = cells.size(); i > 1; --i) std::swap(cells[i - 1], cells[random.below(i)]);
    }
};

inline SceneLook randomLook(Random& random, const SceneBox& box) {
    SceneLook look;
    look.layers.resize(3);
    for (Layer& layer : look.layers) layer.visible = random.uniform() < 0.8;
    look.layers[random.below(3)].visible = true;
    look.threshold = random.uniform() * 0.3;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        Slice& slice = look.slices.axis[axis];
        slice.on = random.uniform() < 0.3;
        slice.position = static_cast<int>(random.below(static_cast<std::uint64_t>(box.size[axis])));
        slice.thickness = 1 + static_cast<int>(random.below(static_cast<std::uint64_t>(box.size[axis])));
    }
    return look;
}

/// Is this place seen, by the plain meaning of the words?
inline bool placeSeen(const SceneLook& look, const std::array<int, 3>& at, const SceneCell& cell) {
    if (!look.layers[cell.group].visible || std::abs(static_cast<double>(cell.value)) <= look.threshold) return false;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const Slice& slice = look.slices.axis[axis];
        if (slice.on && (at[axis] < slice.position || at[axis] >= slice.position + slice.thickness)) return false;
    }
    return true;
}

inline CameraPose randomPose(Random& random, const SceneBox& box) {
    CameraPose pose;
    pose.yaw = (random.uniform() * 2 - 1) * 3.1;
    pose.pitch = (random.uniform() * 2 - 1) * 1.5;
    pose.target = {random.uniform() - 0.5, random.uniform() - 0.5, random.uniform() - 0.5};
    pose.halfHeight = box.radius() * (0.4 + random.uniform());
    pose.perspective = random.uniform() < 0.3 ? 0.0 : 0.1 + 0.3 * random.uniform();
    return pose;
}

}  // namespace ricercar::test
