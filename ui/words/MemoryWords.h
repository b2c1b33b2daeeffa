// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/Memory.h"

#include <QString>

namespace ricercar {

/// "The last 12 steps went as in bars 3–4; G4 came next there." The roll is the one that the place is in.
QString memoryWords(const PianoRoll& roll, const RememberedPlace& place);

}  // namespace ricercar
