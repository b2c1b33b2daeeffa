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

namespace {

/// Low surprise lets the note's own colour through and greys it only, high surprise glows; by the square root, as most notes
/// surprise little.
QColor surpriseColor(double nats) {
    const double share = std::sqrt(std::clamp(nats / scaleOf(Map::Surprise).highest, 0.0, 1.0));
    const SceneColor color = cividis(0.3 + 0.7 * share);
    return QColor(color.r, color.g, color.b, static_cast<int>(std::lround(std::min(0.95, 1.5 * share) * 255)));
}

}  // namespace

QColor mapColor(Map map, double value) {
    if (map == Map::Surprise) return surpriseColor(value);
    const MapScale scale = scaleOf(map);
    const SceneColor color = cividis((value - scale.lowest) / (scale.highest - scale.lowest));
    // A thirtieth of the scale is seen faintly, a fifth of it wholly.
    const double weight = std::abs(value) / std::max(std::abs(scale.lowest), std::abs(scale.highest));
    const double opacity = std::clamp((weight - 1.0 / 60) * 5.0, 0.0, 1.0) * 0.85;
    return QColor(color.r, color.g, color.b, static_cast<int>(std::lround(opacity * 255)));
}

}  // namespace ricercar
