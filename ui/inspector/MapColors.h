// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Insight.h"

#include <QColor>

namespace ricercar {

/// The values at which a map's colours begin and end.
struct MapScale {
    double lowest = 0.0;
    double highest = 1.0;
};
MapScale scaleOf(Map map);

/// Cividis; what hardly matters can be seen through.
QColor mapColor(Map map, double value);

}  // namespace ricercar
