// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"
#include "core/music/Score.h"

#include <cstdint>
#include <optional>

namespace ricercar {

/// An edited score as the model sees it.
struct EditedRoll {
    PianoRoll roll;
    int firstStep = 0;  ///< of the score, where the roll begins
};
/// A piece, shown from `firstStep` on, with the notes of `score`.
EditedRoll editedRoll(const Piece& piece, const Score& score, int firstStep);
EditedRoll editedRoll(const Take& take, const Score& score);

/// Stores an edited piece: `version`, which an earlier edit gave, anew where it is still there, else as a new version. The
/// version's number. `piece` is as it was before all edits. Throws Error.
int storeEdit(Workspace& workspace, const Piece& piece, const Score& score, int firstStep, std::optional<int> version);
/// Stores an edited take: in its own place where it is an edited copy already, else in that of `copy`, which an earlier edit
/// gave, where it is still there, else as a new one. The take as stored. Throws Error.
Take storeEdit(Workspace& workspace, const Take& take, const Score& score, std::optional<std::int64_t> copy);

}  // namespace ricercar
