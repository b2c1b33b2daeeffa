// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/Completions.h"
#include "core/music/PianoRoll.h"

#include <QString>

namespace ricercar {

/// "83 %", "0.02 %", "< 0.001 %"
QString percentWords(double share);
/// "Bar 12, beat 3.2 · A♭4 (68)"
QString cellWords(const PianoRoll& roll, int step, int pitch);
/// "C4 E4 G4", those held in brackets; "silence".
QString completionWords(const Completion& completion, int lowestPitch);

}  // namespace ricercar
