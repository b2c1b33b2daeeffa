// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/BarBeat.h"

#include <algorithm>
#include <cmath>

namespace ricercar {

int barNumber(const PianoRoll& roll, int step) { return roll.bar(step) + (roll.barOffset() > 0 ? 0 : 1); }

int beatSteps(const PianoRoll& roll) { return std::max(1, 16 / std::max(1, roll.meter().denominator)); }

QString barBeat(const PianoRoll& roll, double step) {
    const int at = std::max(0, static_cast<int>(std::floor(step)));
    return QStringLiteral("%1.%2").arg(barNumber(roll, at)).arg(roll.stepInBar(at) / beatSteps(roll) + 1);
}

QString barBeat(const BarMap& bars, double step) { return QStringLiteral("%1.%2").arg(bars.bar(step)).arg(bars.beat(step)); }

}  // namespace ricercar
