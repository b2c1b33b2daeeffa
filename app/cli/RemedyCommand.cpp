// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ProgressBar.h"
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/Remedying.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ricercar::cli {
namespace {

struct Request {
    std::string workspace, remedy;
    std::vector<std::int64_t> pieces;
    std::optional<double> offGrid;
    bool undo = false;
};

const std::map<std::string, Remedy>& remedies() {
    static const std::map<std::string, Remedy> known{
        {"find-beat", FindBeat{}},         {"join-meters", JoinMeters{}}, {"twice-tempo", ScaleTempo{true}},
        {"half-tempo", ScaleTempo{false}}, {"keep-drums", Drums{true}},   {"pedal", SustainPedal{true}},
        {"trim-silence", TrimSilence{}},   {"set-aside", SetAside{}},
    };
    return known;
}

/// The pieces that were named; else all, or those that stand off the grid.
std::vector<std::int64_t> chosen(const Workspace& workspace, const Request& request) {
    if (!request.pieces.empty()) return request.pieces;
    std::vector<std::int64_t> ids;
    for (const Piece& piece : workspace.pieces().all())
        if (!request.offGrid || piece.report.meanError > *request.offGrid) ids.push_back(piece.id);
    return ids;
}

int remedy(const Context& context, const Request& request) {
    if (!std::filesystem::exists(request.workspace))
        throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {displayPath(request.workspace)}});
    Workspace workspace(request.workspace);
    const std::vector<std::int64_t> ids = chosen(workspace, request);
    ProgressBar bar("Mending", "pieces");
    const Task task(context.stop, [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    const Remedy& wanted = remedies().at(request.remedy);
    const RemedyReport report =
        request.undo ? removeRemedy(workspace, ids, wanted, {}, task) : applyRemedy(workspace, ids, wanted, {}, task);
    bar.clear();
    for (const auto& [id, problem] : report.problems) context.out.note("Piece " + std::to_string(id) + ": " + english(problem));
    context.out.object({{"pieces", ids.size()},
                        {"changed", report.changed},
                        {"rejected", report.rejected},
                        {"problems", report.problems.size()},
                        {"stopped", report.stopped}});
    context.out.line(counted(report.changed, "piece") + " changed, " + std::to_string(report.rejected) +
                     " of them cannot be learnt from, " + std::to_string(report.problems.size()) + " could not be changed");
    return report.stopped ? Stopped : Ok;
}

}  // namespace

void addRemedyCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("remedy", "Mend pieces of a workspace; each gets a new version, and the old one stays");
    auto request = std::make_shared<Request>();
    std::vector<std::string> names;
    for (const auto& [name, unused] : remedies()) names.push_back(name);
    command->add_option("REMEDY", request->remedy, "What is done to them")->required()->check(CLI::IsMember(names));
    command->add_option("--workspace", request->workspace, "The workspace")->required();
    auto* pieces =
        command->add_option("--piece", request->pieces, "A piece, by its number; give it again for more (default: all)")
            ->allow_extra_args(false);
    command
        ->add_option("--off-grid", request->offGrid, "Only pieces whose notes stand further off the grid on average, in 16ths")
        ->check(CLI::Range(0.0, 0.5))
        ->excludes(pieces);
    command->add_flag("--undo", request->undo, "Take that remedy back");
    command->add_flag("--json", context.out.json, "One object");
    command->callback([&context, request] { context.run = [&context, request] { return remedy(context, *request); }; });
}

}  // namespace ricercar::cli
