// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Edits.h"

#include "core/dataset/Remedying.h"
#include "core/workbench/Takes.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ricercar {

EditedRoll editedRoll(const Piece& piece, const Score& score, int firstStep) {
    Remedied remedy = remedied(score, 0, editedRecipe(piece, firstStep));
    return {std::move(remedy.part.roll), remedy.firstStep};
}

EditedRoll editedRoll(const Take& take, const Score& score) { return {editedTake(take, score).roll, 0}; }

int storeEdit(Workspace& workspace, const Piece& piece, const Score& score, int firstStep, std::optional<int> version) {
    std::vector<NewPiece> made{editedPiece(piece, score, firstStep)};
    const auto there = workspace.versions().of(piece.id);
    if (version && std::ranges::any_of(there, [&](const PieceVersion& one) { return one.number == *version; })) {
        made[0].piece.version = *version;
        workspace.versions().replace(made);
    } else {
        workspace.versions().add(made);
    }
    return made[0].piece.version;
}

Take storeEdit(Workspace& workspace, const Take& take, const Score& score, std::optional<std::int64_t> copy) {
    Take made = editedTake(take, score);
    made.id = take.score.empty() ? copy.value_or(0) : take.id;
    if (made.id != 0 && workspace.takes().find(made.id))
        workspace.takes().update(made);
    else
        made.id = workspace.takes().add(made);
    return made;
}

}  // namespace ricercar
