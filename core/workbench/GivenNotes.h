// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/Takes.h"

#include <vector>

namespace ricercar {

/// Notes as cells that are set: struck, then held. Their steps are moved by `shift`.
std::vector<ForcedCell> forcedNotes(const std::vector<RollNote>& notes, int shift = 0);

/// The request becomes one for music around these notes, such as a melody to be harmonised: they are fixed cells from its first
/// step on; its bars and meter are the roll's, its tempo, too, where it names none.
void harmonise(const PianoRoll& roll, double tempo, TakeRequest& request);

}  // namespace ricercar
