// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/Layers.h"

#include <algorithm>
#include <cmath>

namespace ricercar {

SceneColor cividis(double share) {
    static constexpr std::array<std::array<int, 3>, 10> marks{{{0, 32, 77},
                                                               {0, 51, 111},
                                                               {57, 72, 107},
                                                               {87, 92, 109},
                                                               {112, 113, 115},
                                                               {138, 135, 121},
                                                               {166, 157, 117},
                                                               {196, 181, 108},
                                                               {228, 207, 91},
                                                               {255, 234, 70}}};
    const double at = (std::isnan(share) ? 0.0 : std::clamp(share, 0.0, 1.0)) * (marks.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(at), marks.size() - 2);
    const double rest = at - static_cast<double>(low);
    const auto part = [&](std::size_t i) {
        return static_cast<std::uint8_t>(std::lround(marks[low][i] + (marks[low + 1][i] - marks[low][i]) * rest));
    };
    return {part(0), part(1), part(2), 255};
}

std::optional<SceneCell> SceneLook::seen(const SceneCell& cell, const SceneBox& box) const {
    if (cell.group >= layers.size() || !layers[cell.group].visible || layers[cell.group].opacity <= 0) return std::nullopt;
    if (!(std::abs(static_cast<double>(cell.value)) > threshold)) return std::nullopt;
    SceneCell part = cell;
    const std::array<int, sceneAxes> begins{cell.x, cell.y, cell.z};
    for (int axis = 0; axis < sceneAxes; ++axis) {
        const auto which = static_cast<std::size_t>(axis);
        const auto [first, last] = slices.range(axis, box.size[which]);
        const int begin = std::max(begins[which], first);
        const int end = std::min(begins[which] + cell.reach(axis), last);
        if (begin >= end) return std::nullopt;
        if (axis == cell.along) part.length = static_cast<std::uint16_t>(end - begin);
        (axis == 0 ? part.x : axis == 1 ? part.y : part.z) = static_cast<std::uint16_t>(begin);
    }
    return part;
}

SceneColor SceneLook::colorOf(const SceneCell& cell) const {
    const Layer& layer = layers[cell.group];
    SceneColor color = layer.color;
    if (layer.byValue)
        color = cividis(highest > lowest ? (static_cast<double>(cell.value) - lowest) / (highest - lowest) : 1.0);
    color.a = static_cast<std::uint8_t>(std::lround(std::clamp(layer.opacity, 0.0, 1.0) * 255));
    return color;
}

bool SceneLook::translucent() const {
    return std::any_of(layers.begin(), layers.end(),
                       [](const Layer& l) { return l.visible && l.opacity > 0 && l.opacity < 0.998; });
}

}  // namespace ricercar
