// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/BarMap.h"
#include "core/music/PianoRoll.h"

#include <QString>

namespace ricercar {

/// The bar as musicians count: the first full bar is 1, a pick-up 0.
int barNumber(const PianoRoll& roll, int step);
/// Steps in a beat of the roll's meter, one at least.
int beatSteps(const PianoRoll& roll);
/// "12.3": bar and beat.
QString barBeat(const PianoRoll& roll, double step);
QString barBeat(const BarMap& bars, double step);

}  // namespace ricercar
