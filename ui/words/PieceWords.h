// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Piece.h"
#include "core/dataset/Subset.h"

#include <QString>

namespace ricercar {

/// "Accepted", "Rejected"
QString stateName(PieceState state);
/// "Training", "Off"
QString subsetName(Subset subset);

}  // namespace ricercar
