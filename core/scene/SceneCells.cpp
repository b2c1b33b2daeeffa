// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/SceneCells.h"

#include <algorithm>
#include <tuple>

namespace ricercar {

SceneCells::SceneCells(const SceneBox& box, std::vector<SceneCell> cells) : box_(box), cells_(std::move(cells)) {
    std::erase_if(cells_, [&](const SceneCell& c) {
        return c.length < 1 || c.along > 1 || c.x + c.reach(0) > box_.size[0] || c.y + c.reach(1) > box_.size[1] ||
               c.z >= box_.size[2];
    });
    const auto key = [](const SceneCell& c) { return std::tuple(c.z, c.y, c.x); };
    const auto less = [&](const SceneCell& a, const SceneCell& b) { return key(a) < key(b); };
    if (!std::is_sorted(cells_.begin(), cells_.end(), less)) std::sort(cells_.begin(), cells_.end(), less);

    const auto notes = static_cast<std::size_t>(box_.size[1]);
    rows_.assign(static_cast<std::size_t>(box_.size[2]) * notes + 1, 0);
    upright_.assign(static_cast<std::size_t>(box_.size[2]), 0);
    for (const SceneCell& cell : cells_) {
        ++rows_[cell.z * notes + cell.y + 1];
        if (cell.along == 1 && cell.length > 1) upright_[cell.z] = 1;
        range_ = {std::min(range_.first, cell.value), std::max(range_.second, cell.value)};
    }
    for (std::size_t i = 1; i < rows_.size(); ++i) rows_[i] += rows_[i - 1];
}

std::int64_t SceneCells::find(int x, int y, int z) const {
    if (x < 0 || y < 0 || z < 0 || x >= box_.size[0] || y >= box_.size[1] || z >= box_.size[2]) return -1;
    const auto look = [&](int row) -> std::int64_t {
        const auto [first, last] = this->row(row, z);
        const auto after = std::upper_bound(cells_.begin() + first, cells_.begin() + last, x,
                                            [](int at, const SceneCell& cell) { return at < cell.x; });
        if (after == cells_.begin() + first) return -1;
        const SceneCell& cell = *(after - 1);
        return x < cell.x + cell.reach(0) && y < cell.y + cell.reach(1) ? after - 1 - cells_.begin() : -1;
    };
    const std::int64_t found = look(y);
    return found < 0 && upright(z) && y > 0 ? look(0) : found;
}

float SceneCells::at(int x, int y, int z) const {
    const std::int64_t found = find(x, y, z);
    return found < 0 ? 0.0F : cells_[static_cast<std::size_t>(found)].value;
}

}  // namespace ricercar
