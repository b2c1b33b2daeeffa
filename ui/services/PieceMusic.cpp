// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/PieceMusic.h"

#include "core/base/Error.h"
#include "core/dataset/RecipeJson.h"
#include "core/dataset/Remedying.h"
#include "core/music/Remedies.h"
#include "core/music/SectionScores.h"

#include <algorithm>
#include <variant>

namespace ricercar {
namespace {

void readScore(const Workspace& workspace, const Piece& piece, PieceMusic& music, const Task& task) {
    const PieceSource source = sourceOf(workspace, piece);
    const Recipe recipe = recipeFromJson(piece.recipe);
    QuantizeOptions options;
    options.trimSilence = !piece.fixedSubset;
    Remedied made = remedied(source.score, source.part, recipe, options, task);
    for (const Remedy& remedy : recipe)
        if (const auto* drums = std::get_if<Drums>(&remedy)) music.keepDrums = drums->keep;
    music.score = std::make_shared<const Score>(inQuarters(made.score));
    music.firstStep = made.firstStep;
}

}  // namespace

PieceMusic readPieceMusic(const std::filesystem::path& path, std::int64_t id, const Task& task) {
    const Workspace workspace = Workspace::existing(path);
    PieceMusic music;
    const std::optional<Piece> piece = workspace.pieces().find(id);
    if (!piece) return music;
    try {
        music.roll = workspace.versions().roll(id);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::NotFound || piece->state != PieceState::Rejected) throw;
    }
    try {
        readScore(workspace, *piece, music, task);
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Unwritable || error.kind() == ErrorKind::Incompatible) throw;
    }
    return music;
}

}  // namespace ricercar
