// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/MapColors.h"

#include "core/scene/Layers.h"

#include <algorithm>
#include <cmath>

namespace ricercar {

MapScale scaleOf(Map map) {
    switch (map) {
        case Map::Surprise: return {0.0, 6.0};
        case Map::Difference: return {-3.0, 3.0};
        default: return {0.0, 1.0};
    }
}

QColor mapColor(Map map, double value) {
    const MapScale scale = scaleOf(map);
    const SceneColor color = cividis((value - scale.lowest) / (scale.highest - scale.lowest));
    // A thirtieth of the scale is seen faintly, a fifth of it wholly.
    const double weight = std::abs(value) / std::max(std::abs(scale.lowest), std::abs(scale.highest));
    const double opacity = std::clamp((weight - 1.0 / 60) * 5.0, 0.0, 1.0) * 0.85;
    return QColor(color.r, color.g, color.b, static_cast<int>(std::lround(opacity * 255)));
}

}  // namespace ricercar
