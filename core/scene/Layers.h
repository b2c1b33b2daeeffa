// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/SceneCells.h"
#include "core/scene/Slices.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace ricercar {

/// Red, green, blue and opacity, 0 .. 255.
struct SceneColor {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const SceneColor&, const SceneColor&) = default;
};

/// The scale of Nunez, Anderton and Renslow (2018) for magnitudes: even in lightness, and for colour-blind people. 0 .. 1,
/// clamped.
SceneColor cividis(double share);

/// A group of features as it is drawn.
struct Layer {
    bool visible = true;
    SceneColor color;
    bool byValue = false;  ///< cividis instead of the layer's colour
    double opacity = 1.0;  ///< 0 .. 1
    friend bool operator==(const Layer&, const Layer&) = default;
};

/// What of the cells is drawn, and in which colours.
struct SceneLook {
    std::vector<Layer> layers;  ///< by group; cells of other groups are hidden
    Slices slices;
    double threshold = 0;  ///< cells of |value| at or below are hidden
    double lowest = 0;     ///< the values where cividis begins and ends
    double highest = 1;

    /// A cell's part within the slices; nothing where it is hidden.
    [[nodiscard]] std::optional<SceneCell> seen(const SceneCell& cell, const SceneBox& box) const;
    /// Of a cell in a visible layer.
    [[nodiscard]] SceneColor colorOf(const SceneCell& cell) const;
    /// Some visible layer can be seen through.
    [[nodiscard]] bool translucent() const;

    friend bool operator==(const SceneLook&, const SceneLook&) = default;
};

}  // namespace ricercar
