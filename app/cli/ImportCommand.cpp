// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/DatasetNames.h"
#include "app/cli/ImportFlags.h"
#include "app/cli/PieceJson.h"
#include "app/cli/ProgressBar.h"
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/Exports.h"
#include "core/dataset/Importer.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <memory>

namespace ricercar::cli {
namespace {

struct Request {
    std::string workspace;
    std::vector<std::string> paths;
    ImportFlags flags;
};

/// What the whole workspace says of the new pieces: their subset in its first dataset, and what they duplicate.
void tellPlaces(const Output& out, Workspace& workspace, const std::vector<std::int64_t>& added, const Task& task) {
    const Dataset dataset = datasetNamed(workspace, {});
    const DatasetFacts facts = readFacts(workspace, dataset.id, task);
    if (task.stopped()) return;
    const auto plan = planDataset(facts, dataset);
    const auto idOrNull = [](std::int64_t id) { return id != 0 ? Json(id) : Json(); };
    std::map<Subset, int> counts;
    for (const std::int64_t id : added) {
        const auto membership = plan.find(id);
        const auto kinship = facts.kinships.find(id);
        const auto piece = std::lower_bound(facts.pieces.begin(), facts.pieces.end(), id,
                                            [](const Piece& one, std::int64_t wanted) { return one.id < wanted; });
        if (membership == plan.end() || piece == facts.pieces.end() || piece->id != id) continue;
        ++counts[membership->second.subset];
        const DuplicateRelation kin = kinship == facts.kinships.end() ? DuplicateRelation() : kinship->second;
        out.object({{"type", "place"},
                    {"id", id},
                    {"dataset", dataset.name},
                    {"split", nameOf(membership->second.subset)},
                    {"why_off", sentences(membership->second.reasons)},
                    {"same_as", idOrNull(kin.same)},
                    {"near_to", idOrNull(kin.near)},
                    {"tags", piece->tags}});
    }
    out.line("Of these in the dataset \"" + dataset.name + "\": " + std::to_string(counts[Subset::Train]) + " to train on, " +
             std::to_string(counts[Subset::Validation]) + " for validation, " + std::to_string(counts[Subset::Test]) +
             " for testing, " + std::to_string(counts[Subset::Off]) + " off");
}

int import(const Context& context, const Request& request, const ImportOptions& options) {
    const Output& out = context.out;
    for (const std::filesystem::path path : request.paths) {
        std::error_code failed;
        if (!std::filesystem::exists(path, failed))
            throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {displayPath(path)}});
    }
    Workspace workspace(request.workspace);
    ProgressBar bar("Importing", "files");
    const Task task(context.stop, [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    std::vector<std::int64_t> ids;
    const auto tell = [&](const std::vector<NewPiece>& pieces) {
        for (const auto& added : pieces) {
            const Piece& piece = added.piece;
            ids.push_back(piece.id);
            if (out.json) {
                Json object{{"type", "piece"}, {"id", piece.id}, {"path", piece.path}, {"parts", piece.parts}};
                object.update(pieceObject(piece));
                out.object(object);
            } else if (const auto reason = rejectionOf(piece)) {
                bar.clear();
                out.line("rejected  " + piece.path + (piece.parts > 1 ? ", part " + std::to_string(piece.part + 1) : "") +
                         ": " + english(*reason));
            }
        }
    };
    const ImportReport report = importFiles(workspace, {request.paths.begin(), request.paths.end()}, options, task, tell);
    bar.clear();
    const bool placed = !ids.empty() && !report.stopped;
    if (placed && out.json) tellPlaces(out, workspace, ids, Task(context.stop));
    out.object({{"type", "done"},
                {"workspace", displayPath(workspace.path())},
                {"files", report.files},
                {"known", report.known},
                {"accepted", report.accepted},
                {"rejected", report.rejected},
                {"unreadable", report.unreadable},
                {"stopped", report.stopped},
                {"seconds", report.seconds}});
    out.line(counted(report.files, "file") + ": " + counted(report.accepted, "piece") + " accepted, " +
             std::to_string(report.rejected) + " rejected, " + counted(report.known, "file") + " known already. " +
             fixed(report.seconds, 1) + " s" + (report.stopped ? ", stopped" : ""));
    if (placed && !out.json) tellPlaces(out, workspace, ids, Task(context.stop));
    if (report.stopped) return Stopped;
    return report.unreadable > 0 ? Failed : Ok;  // what can be read has come in all the same
}

}  // namespace

void addImportCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("import", "Take MIDI files into a workspace; files it knows are passed over");
    auto request = std::make_shared<Request>();
    command->add_option("--workspace", request->workspace, "The workspace; made where there is none")->required();
    command->add_option("PATH", request->paths, "MIDI files, zip archives, published rolls (.json), or folders of them")
        ->required();
    request->flags.addTo(*command);
    command->add_option("--threads", request->flags.options.threads, "Reading threads; 0: one for each core")
        ->check(CLI::Range(0, 1024));
    command->add_flag("--json", context.out.json,
                      "An object a piece, then one of type place for each: split and duplicates; then one of type done");
    command->callback([&context, request] {
        context.run = [&context, request, options = request->flags.chosen()] { return import(context, *request, options); };
    });
}

}  // namespace ricercar::cli
