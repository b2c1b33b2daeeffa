// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/SceneBox.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ricercar {

/// A cell that is not zero, or a slab: `length` equal cells in a row along time or notes.
struct SceneCell {
    std::uint16_t x = 0, y = 0, z = 0;
    std::uint16_t length = 1;
    std::uint8_t along = 0;  ///< 0: a slab along time, 1: along notes
    std::uint8_t group = 0;  ///< of layers
    float value = 0;

    /// Cells along an axis.
    [[nodiscard]] int reach(int axis) const { return axis == along ? length : 1; }
};

/// Cells sorted by feature, note and time, with a table of rows, so that they can be walked in any order of depth and found
/// again. Cells do not overlap; a plane of one feature holds cells and slabs along time, or slabs along notes that start at 0.
class SceneCells {
public:
    SceneCells() = default;
    /// Sorts. Cells outside the grid are left out.
    SceneCells(const SceneBox& box, std::vector<SceneCell> cells);

    [[nodiscard]] const SceneBox& box() const { return box_; }
    [[nodiscard]] std::span<const SceneCell> all() const { return cells_; }
    [[nodiscard]] std::size_t size() const { return cells_.size(); }
    /// Indices of a row's cells, [first, second).
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> row(int y, int z) const {
        const std::size_t at =
            static_cast<std::size_t>(z) * static_cast<std::size_t>(box_.size[1]) + static_cast<std::size_t>(y);
        return {rows_[at], rows_[at + 1]};
    }
    /// A plane with slabs along notes.
    [[nodiscard]] bool upright(int z) const { return upright_[static_cast<std::size_t>(z)] != 0; }
    /// Value at a place of the grid; 0 where there is none.
    [[nodiscard]] float at(int x, int y, int z) const;
    /// Its index, or -1.
    [[nodiscard]] std::int64_t find(int x, int y, int z) const;
    /// Smallest and greatest value, 0 among them.
    [[nodiscard]] std::pair<float, float> range() const { return range_; }

private:
    SceneBox box_;
    std::vector<SceneCell> cells_;
    std::vector<std::uint32_t> rows_{0, 0};
    std::vector<std::uint8_t> upright_{0};
    std::pair<float, float> range_{0, 0};
};

}  // namespace ricercar
