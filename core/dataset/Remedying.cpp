// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Remedying.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/music/MeterSections.h"
#include "core/music/MidiFile.h"

#include <algorithm>
#include <thread>
#include <unordered_set>

namespace ricercar {
namespace {

constexpr double leastShift = 0.005;  // steps; what is less is none

/// What the workspace holds of a piece, before it is parsed.
struct Raw {
    Bytes bytes;
    std::optional<PianoRoll> roll;  ///< a published one
    bool edited = false;            ///< the bytes are those of an edited score
};

Raw rawOf(const Workspace& workspace, const Piece& piece) {
    if (piece.score != 0) return {workspace.versions().score(piece.score), {}, true};
    if (piece.fixedSubset) return {{}, workspace.versions().roll(piece.id, 0)};
    return {workspace.pieces().source(piece), {}};
}

PieceSource parsed(const Raw& raw, const Piece& piece) {
    if (raw.roll) return {toScore(*raw.roll, piece.tempo), 0, {}};
    MidiFile midi = readMidi(raw.bytes, piece.path);
    if (raw.edited && !midi.sequences.empty()) return {std::move(midi.sequences.front()), 0, {}};
    auto part = static_cast<std::size_t>(std::max(piece.part, 0));
    for (Score& score : midi.sequences) {
        const std::size_t parts = meterSectionsOf(score, Grid(score)).size();
        if (part < parts) return {std::move(score), part, piece.part == 0 ? std::move(midi.warnings) : std::vector<Message>()};
        part -= parts;
    }
    throw Error(ErrorKind::NotFound, {MessageId::SourceMissing, {piece.path}});
}

struct Order {
    Piece piece;
    Recipe recipe;
    Raw raw;
    std::optional<NewPiece> made;
    std::optional<Message> problem;
};

/// Reads what the pieces need; what cannot be changed goes to the problems.
std::vector<Order> ordersOf(Workspace& workspace, std::span<const std::pair<std::int64_t, Recipe>> recipes,
                            RemedyReport& report) {
    std::vector<Order> orders;
    for (const auto& [id, recipe] : recipes) {
        std::optional<Piece> piece = workspace.pieces().find(id);
        if (!piece || piece->recipe == toJson(recipe)) continue;
        try {
            Raw raw = rawOf(workspace, *piece);
            orders.push_back({*std::move(piece), recipe, std::move(raw), {}, {}});
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::NotFound) throw;
            report.problems.emplace_back(id, error.message());
        }
    }
    return orders;
}

void make(Order& order, const ImportOptions& options, const Task& task) {
    try {
        order.made = remediedPiece(order.piece, parsed(order.raw, order.piece), order.recipe, options, task);
        if (task.stopped()) order.made.reset();  // half of it, perhaps
    } catch (const Error& error) {
        order.problem = error.message();
    }
    order.raw = {};
}

/// The pieces, with all the parts of their files where the remedy concerns the file.
std::vector<std::int64_t> concerned(const Workspace& workspace, const std::vector<std::int64_t>& ids, const Remedy& remedy) {
    if (!std::holds_alternative<JoinMeters>(remedy)) return ids;
    const std::vector<Piece> pieces = workspace.pieces().all();
    const std::unordered_set<std::int64_t> chosen(ids.begin(), ids.end());
    std::unordered_set<std::string> files;
    for (const Piece& piece : pieces)
        if (chosen.contains(piece.id)) files.insert(piece.fileHash);
    std::vector<std::int64_t> all;
    for (const Piece& piece : pieces)
        if (files.contains(piece.fileHash)) all.push_back(piece.id);
    return all;
}

}  // namespace

PieceSource sourceOf(const Workspace& workspace, const Piece& piece) { return parsed(rawOf(workspace, piece), piece); }

Recipe editedRecipe(const Piece& piece, int firstStep) {
    const int barSteps = piece.meter.barSteps().value_or(4 * stepsPerQuarter);
    Recipe recipe{PlaceBarLine{(((firstStep - piece.barOffset) % barSteps) + barSteps) % barSteps}};
    for (const Remedy& remedy : recipeFromJson(piece.recipe))
        if (std::holds_alternative<Drums>(remedy) || std::holds_alternative<SustainPedal>(remedy) ||
            std::holds_alternative<SetAside>(remedy))
            recipe.push_back(remedy);
    recipe.emplace_back(KeepSilence{firstStep});  // bars that fall silent while it is edited stay
    return recipe;
}

NewPiece editedPiece(const Piece& piece, const Score& score, int firstStep, const ImportOptions& options, const Task& task) {
    ImportOptions every = options;
    every.meters.clear();
    const auto midi = std::make_shared<const Bytes>(writeMidi(score));
    NewPiece edited = remediedPiece(piece, {score, 0, {}}, editedRecipe(piece, firstStep), every, task);
    edited.piece.version = piece.version;
    edited.piece.versions = piece.versions;
    edited.score = midi;
    return edited;
}

RemedyReport applyRecipes(Workspace& workspace, std::span<const std::pair<std::int64_t, Recipe>> recipes,
                          const ImportOptions& options, const Task& task, const RemediedCallback& changed) {
    RemedyReport report;
    const std::size_t threads = static_cast<std::size_t>(threadCount(options.threads));
    const std::size_t batch = threads * 8;
    for (std::size_t first = 0; first < recipes.size() && !task.stopped(); first += batch) {
        std::vector<Order> orders =
            ordersOf(workspace, recipes.subspan(first, std::min(batch, recipes.size() - first)), report);
        parallelFor(orders.size(), threads, [&](std::size_t i, std::size_t) {
            if (!task.stopped()) make(orders[i], options, task);
        });
        std::vector<NewPiece> versions;
        for (Order& order : orders) {
            if (order.problem) report.problems.emplace_back(order.piece.id, *order.problem);
            if (!order.made) continue;
            report.before.emplace_back(order.piece.id, order.piece.version);
            report.rejected += order.made->roll.steps() == 0 ? 1 : 0;
            versions.push_back(*std::move(order.made));
        }
        workspace.versions().add(versions);
        for (const auto& version : versions) report.after.emplace_back(version.piece.id, version.piece.version);
        report.changed += static_cast<int>(versions.size());
        if (changed && !versions.empty()) changed(versions);
        task.report(std::min(first + batch, recipes.size()), recipes.size());
    }
    report.stopped = task.stopped();
    return report;
}

RemedyReport changeRecipes(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const RecipeChange& change,
                           const ImportOptions& options, const Task& task, const RemediedCallback& changed) {
    std::vector<std::pair<std::int64_t, Recipe>> recipes;
    std::vector<std::pair<std::int64_t, Message>> problems;
    for (const std::int64_t id : pieceIds) {
        if (task.stopped()) break;
        const std::optional<Piece> piece = workspace.pieces().find(id);
        if (!piece) continue;
        try {
            recipes.emplace_back(id, change(*piece, recipeFromJson(piece->recipe)));
        } catch (const Error& error) {
            problems.emplace_back(id, error.message());
        }
    }
    RemedyReport report = applyRecipes(workspace, recipes, options, task, changed);
    report.problems.insert(report.problems.begin(), problems.begin(), problems.end());
    return report;
}

RemedyReport applyRemedy(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const Remedy& remedy,
                         const ImportOptions& options, const Task& task, const RemediedCallback& changed) {
    const auto change = [&](const Piece&, Recipe recipe) { return withRemedy(std::move(recipe), remedy); };
    return changeRecipes(workspace, concerned(workspace, pieceIds, remedy), change, options, task, changed);
}

RemedyReport removeRemedy(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const Remedy& kind,
                          const ImportOptions& options, const Task& task, const RemediedCallback& changed) {
    const auto change = [&](const Piece&, Recipe recipe) { return withoutRemedy(std::move(recipe), kind); };
    return changeRecipes(workspace, concerned(workspace, pieceIds, kind), change, options, task, changed);
}

RemedyReport removeRemedies(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const ImportOptions& options,
                            const Task& task, const RemediedCallback& changed) {
    return changeRecipes(
        workspace, pieceIds, [](const Piece&, const Recipe&) { return Recipe(); }, options, task, changed);
}

RemedyReport shiftToGrid(Workspace& workspace, const std::vector<std::int64_t>& pieceIds, const ImportOptions& options,
                         const Task& task, const RemediedCallback& changed) {
    const auto change = [&](const Piece& piece, const Recipe& now) {
        const PieceSource source = sourceOf(workspace, piece);
        const double steps = bestShift(remedied(source.score, source.part, now, {}, task).score);
        return std::abs(steps) < leastShift ? now : withRemedy(now, ShiftNotes{steps});
    };
    return changeRecipes(workspace, pieceIds, change, options, task, changed);
}

void goToVersions(Workspace& workspace, const std::vector<std::pair<std::int64_t, int>>& pieceAndVersion) {
    std::vector<std::pair<std::int64_t, int>> there;
    for (const auto& [piece, version] : pieceAndVersion)
        if (std::ranges::count(workspace.versions().of(piece), version, &PieceVersion::number) > 0)
            there.emplace_back(piece, version);
    workspace.versions().setCurrent(there);
}

}  // namespace ricercar
