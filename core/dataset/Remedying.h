// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/PieceReader.h"
#include "core/dataset/RecipeJson.h"
#include "core/dataset/Workspace.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace ricercar {

/// The score a piece is a part of, as it was imported: what recipes begin with.
struct PieceSource {
    Score score;
    std::size_t part = 0;             ///< which of the parts that quantize makes of it
    std::vector<Message> warnings{};  ///< what was damaged in the file, with its first piece
};

/// The edited score where the piece has one. Else of the workspace's own copy of the file; of a published roll, the roll as a
/// score. Throws Error NotFound (SourceMissing).
PieceSource sourceOf(const Workspace& workspace, const Piece& piece);

/// The piece's next version, judged as an import would: its own ids and file, with the roll, facts and recipe. What the
/// recipe makes impossible is a rejected piece with its reason. Any thread. Of a stopped task's result nothing is to be kept.
NewPiece remediedPiece(const Piece& piece, const PieceSource& source, const Recipe& recipe, const ImportOptions& options = {},
                       const Task& task = {});

/// What puts a piece's score on the grid once it has been edited: that of its Remedied, whose `firstStep` is the roll's. What
/// the piece's recipe did to the notes is in them; what it says of the grid is kept: bar line, drums, pedal, and where it
/// begins.
Recipe editedRecipe(const Piece& piece, int firstStep);
/// The piece's next version, with the notes of `score`, by that recipe, whatever its meter.
NewPiece editedPiece(const Piece& piece, const Score& score, int firstStep, const ImportOptions& options = {},
                     const Task& task = {});

struct RemedyReport {
    int changed = 0;                                         ///< pieces with a new version
    int rejected = 0;                                        ///< of these, those that the remedy left without a roll
    std::vector<std::pair<std::int64_t, Message>> problems;  ///< by piece: those that could not be changed
    std::vector<std::pair<std::int64_t, int>> before;        ///< piece and version, for VersionStore::setCurrent: undo
    std::vector<std::pair<std::int64_t, int>> after;         ///< redo
    bool stopped = false;
};

/// New versions that were just committed; called on the caller's thread.
using RemediedCallback = std::function<void(const std::vector<NewPiece>&)>;

/// Gives each piece a version by its recipe, on all cores (options.threads). What was committed when stopped stays; a piece
/// whose recipe is the one it has already is left alone. Throws Error where the workspace fails.
RemedyReport applyRecipes(Workspace& workspace, std::span<const std::pair<std::int64_t, Recipe>> recipes,
                          const ImportOptions& options = {}, const Task& task = {}, const RemediedCallback& changed = {});
/// The recipe of a piece, of the one it has. An Error that it throws is a problem of the report.
using RecipeChange = std::function<Recipe(const Piece& piece, Recipe now)>;
RemedyReport changeRecipes(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const RecipeChange& change,
                           const ImportOptions& options = {}, const Task& task = {}, const RemediedCallback& changed = {});
/// The recipes the pieces have, with one more remedy (withRemedy), or without that kind. JoinMeters takes all the parts of the
/// pieces' files along: removing it splits them where the meter changes.
RemedyReport applyRemedy(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const Remedy& remedy,
                         const ImportOptions& options = {}, const Task& task = {}, const RemediedCallback& changed = {});
RemedyReport removeRemedy(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const Remedy& kind,
                          const ImportOptions& options = {}, const Task& task = {}, const RemediedCallback& changed = {});
/// Every piece as it was imported.
RemedyReport removeRemedies(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const ImportOptions& options = {},
                            const Task& task = {}, const RemediedCallback& changed = {});
/// Every piece moved to where its notes stand nearest to the grid.
RemedyReport shiftToGrid(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const ImportOptions& options = {},
                         const Task& task = {}, const RemediedCallback& changed = {});

/// Undo and redo: `before` or `after` of a report, without pieces that were removed, or imported anew, since.
void goToVersions(Workspace& workspace, const std::vector<std::pair<std::int64_t, int>>& pieceAndVersion);

}  // namespace ricercar
