// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/DatasetNames.h"
#include "app/cli/ProgressBar.h"
#include "core/base/Error.h"
#include "core/dataset/Exports.h"
#include "core/workbench/TakeExport.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace ricercar::cli {
namespace {

struct Request {
    std::string kind;
    std::string workspace;
    std::string dataset;
    std::string out;
    std::vector<std::int64_t> takes;
    std::string layout = "each";
    std::string format = "midi";
};

int exportDataset(const Context& context, const Request& request) {
    Workspace workspace = Workspace::forReading(request.workspace);
    const Dataset dataset = datasetNamed(workspace, request.dataset);
    ProgressBar bar("Exporting", "pieces");
    const Task task(context.stop, [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    const DatasetFacts facts = readFacts(workspace, dataset.id, Task(context.stop));
    if (task.stopped()) return Stopped;
    const auto plan = planDataset(facts, dataset);
    const std::filesystem::path out = request.out;
    int count = 0;
    if (request.kind == "csv") {
        writeFile(out, piecesCsv(facts.pieces, plan, facts.kinships));
        count = static_cast<int>(facts.pieces.size());
    } else {
        count = request.kind == "midi" ? exportMidi(workspace, facts, plan, out, task)
                                       : exportNumpy(workspace, facts, plan, out, task);
    }
    bar.clear();
    context.out.object({{"type", "done"},
                        {"kind", request.kind},
                        {"dataset", dataset.name},
                        {"pieces", count},
                        {"out", displayPath(out)},
                        {"stopped", task.stopped()}});
    context.out.line(counted(count, "piece") + " of \"" + dataset.name + "\" written to " + displayPath(out) +
                     (task.stopped() ? ", stopped" : ""));
    return task.stopped() ? Stopped : Ok;
}

int exportMusic(const Context& context, const Request& request) {
    const Workspace workspace = Workspace::forReading(request.workspace);
    std::vector<Take> takes;
    if (request.takes.empty()) takes = workspace.takes().all();
    for (const std::int64_t id : request.takes) {
        std::optional<Take> take = workspace.takes().find(id);
        if (!take)
            throw Error(ErrorKind::NotFound, {MessageId::WorkspaceNoTake, {displayPath(workspace.path()), std::to_string(id)}});
        takes.push_back(*std::move(take));
    }
    const TakeLayout layout = request.layout == "each"     ? TakeLayout::FileEach
                              : request.layout == "tracks" ? TakeLayout::TrackEach
                                                           : TakeLayout::Joined;
    const TakeFormat format = request.format == "midi" ? TakeFormat::Midi : TakeFormat::MusicXml;
    const Task task(context.stop);
    const auto files = exportTakes(takes, layout, format, request.out, task);
    Json written = Json::array();
    for (const auto& file : files) written.push_back(displayPath(file));
    context.out.object({{"type", "done"},
                        {"kind", request.kind},
                        {"takes", takes.size()},
                        {"files", written},
                        {"out", displayPath(request.out)},
                        {"stopped", task.stopped()}});
    if (takes.empty()) {
        context.out.note("There is no take in " + displayPath(workspace.path()) + ".");
        return Failed;
    }
    context.out.line(counted(static_cast<long long>(takes.size()), "take") + " written to " + displayPath(request.out) +
                     (task.stopped() ? ", stopped" : ""));
    return task.stopped() ? Stopped : Ok;
}

}  // namespace

void addExportCommand(CLI::App& app, Context& context) {
    auto* command =
        app.add_subcommand("export", "Write a workspace's table, the music of one of its datasets, or its takes, to files");
    auto request = std::make_shared<Request>();
    command
        ->add_option("KIND", request->kind,
                     "csv: the table; midi, npy: the rolls, in folders train, validation, test; takes: what was generated")
        ->required()
        ->check(CLI::IsMember({"csv", "midi", "npy", "takes"}));
    command->add_option("--workspace", request->workspace, "The workspace")->required();
    command->add_option("--dataset", request->dataset, "A dataset, by its name or number (default: the first one)");
    command->add_option("--out", request->out, "The file, or the folder; made where there is none")->required();
    command->add_option("--takes", request->takes, "Of takes: their numbers, one after the other (default: all)");
    command
        ->add_option(
            "--layout", request->layout,
            "Of takes: each, a file of its own in the folder; tracks, a track each in one file; joined, one after the other")
        ->check(CLI::IsMember({"each", "tracks", "joined"}))
        ->capture_default_str();
    command->add_option("--format", request->format, "Of takes: midi, or musicxml: sheet music")
        ->check(CLI::IsMember({"midi", "musicxml"}))
        ->capture_default_str();
    command->add_flag("--json", context.out.json, "One object, of type done");
    command->callback([&context, request] {
        context.run = [&context, request] {
            return request->kind == "takes" ? exportMusic(context, *request) : exportDataset(context, *request);
        };
    });
}

}  // namespace ricercar::cli
