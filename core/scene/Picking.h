// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/Camera.h"
#include "core/scene/Layers.h"

#include <array>
#include <optional>
#include <vector>

namespace ricercar {

/// A place on the grid that was hit.
struct Picked {
    std::array<int, sceneAxes> cell{};
    std::uint32_t index = 0;  ///< of the cell or slab in SceneCells
    double distance = 0;      ///< along the ray, in its direction's lengths
};

/// The nearest cell that is seen and that the ray meets; of a slab the place that it meets. Exact.
std::optional<Picked> pick(const SceneCells& cells, const SceneLook& look, const Ray& ray);

/// Cells of the grid from first to last, both included.
struct CellRange {
    std::array<int, sceneAxes> first{}, last{};
    friend bool operator==(const CellRange&, const CellRange&) = default;
};

/// What a rubber band holds: the seen cells whose middle is drawn inside, slabs by their parts.
struct BoxSelection {
    std::size_t cells = 0;
    CellRange range;  ///< the smallest that holds them all
    double sum = 0, lowest = 0, highest = 0;
};
BoxSelection cellsIn(const SceneCells& cells, const SceneLook& look, const Camera& camera, double left, double top,
                     double right, double bottom);

}  // namespace ricercar
