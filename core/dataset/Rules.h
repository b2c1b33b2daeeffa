// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/dataset/Dataset.h"
#include "core/dataset/Piece.h"

#include <vector>

namespace ricercar {

/// Why the rules take a piece out; empty: they do not. Rejected pieces are not asked for, but one that was rejected only for
/// its meter is in where the rules name that meter (isCandidate). Of duplicates takenOut knows nothing: see DatasetPlan. A
/// comparison of numbers: thousands of pieces take a few milliseconds.
std::vector<Message> takenOut(const DatasetRules& rules, const Piece& piece);

/// Whether the piece has a roll that may be learnt from under these rules: it is not rejected, or only for a meter they name.
bool isCandidate(const DatasetRules& rules, const Piece& piece);

}  // namespace ricercar
