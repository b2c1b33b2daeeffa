// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/DatasetVelocities.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/DatasetPlan.h"
#include "core/dataset/RecipeJson.h"
#include "core/dataset/Remedying.h"
#include "core/music/Remedies.h"
#include "core/music/SectionScores.h"
#include "core/workbench/ExistingDataset.h"
#include "core/workbench/PlayingStyle.h"

#include <algorithm>
#include <optional>

namespace ricercar {
namespace {

constexpr std::size_t mostPieces = 300;

/// The piece's notes from the beginning of a bar on; nothing where they tell no strengths.
std::optional<Score> playedScore(const Workspace& workspace, const Piece& piece, int barSteps, const Task& task) {
    try {
        const PieceSource source = sourceOf(workspace, piece);
        QuantizeOptions options;
        options.trimSilence = !piece.fixedSubset;
        const Remedied made = remedied(source.score, source.part, recipeFromJson(piece.recipe), options, task);
        Score score = inQuarters(made.score);
        const auto louder = [](const Note& a, const Note& b) { return a.velocity < b.velocity; };
        const auto [softest, loudest] = std::ranges::minmax_element(score.notes, louder);
        if (score.notes.empty() || softest->velocity == loudest->velocity) return std::nullopt;
        const int shift = ((piece.barOffset - made.firstStep) % barSteps + barSteps) % barSteps;
        for (Note& note : score.notes) note.start += Tick{shift} * score.division.ticksPerQuarter / stepsPerQuarter;
        return score;
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Unwritable || error.kind() == ErrorKind::Incompatible) throw;
        return std::nullopt;  // a published roll, or a file that was not kept
    }
}

}  // namespace

std::vector<int> datasetVelocities(Workspace& workspace, std::int64_t datasetId, int barSteps, const Task& task) {
    const Dataset dataset = existingDataset(workspace, datasetId);
    const DatasetFacts facts = readFacts(workspace, datasetId, task);
    const auto plan = planDataset(facts, dataset);
    std::vector<const Piece*> pieces;
    for (const Piece& piece : facts.pieces)
        if (plan.at(piece.id).subset == Subset::Train && piece.meter.barSteps() == barSteps) pieces.push_back(&piece);
    const std::size_t count = std::min(pieces.size(), mostPieces);
    std::vector<Score> scores;
    for (std::size_t i = 0; i < count && !task.stopped(); ++i) {
        if (auto score = playedScore(workspace, *pieces[i * pieces.size() / count], barSteps, task))
            scores.push_back(std::move(*score));
        task.report(i + 1, count);
    }
    return meanVelocities(scores, barSteps);
}

}  // namespace ricercar
