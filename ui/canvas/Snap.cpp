// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/Snap.h"

#include <algorithm>
#include <cmath>

namespace ricercar {

double Snap::before(double step, const BarMap& bars) const {
    if (width() <= 0.0) return step;
    const double bar = bars.barStart(step);
    return bar + std::floor((step - bar) / width() + 1e-6) * width();
}

double Snap::nearest(double step, const BarMap& bars) const {
    if (width() <= 0.0) return step;
    const double low = before(step, bars), high = std::min(low + width(), bars.nextBar(step));
    return step - low < high - step ? low : high;
}

}  // namespace ricercar
