// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/DatasetNames.h"
#include "app/cli/ProgressBar.h"
#include "core/base/Error.h"
#include "core/dataset/Exports.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace ricercar::cli {
namespace {

struct Request {
    std::string kind;
    std::string workspace;
    std::string dataset;
    std::string out;
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

}  // namespace

void addExportCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("export", "Write a workspace's table, or the music of one of its datasets, to files");
    auto request = std::make_shared<Request>();
    command->add_option("KIND", request->kind, "csv: the table; midi, npy: the rolls, in folders train, validation, test")
        ->required()
        ->check(CLI::IsMember({"csv", "midi", "npy"}));
    command->add_option("--workspace", request->workspace, "The workspace")->required();
    command->add_option("--dataset", request->dataset, "A dataset, by its name or number (default: the first one)");
    command->add_option("--out", request->out, "The file, or the folder; made where there is none")->required();
    command->add_flag("--json", context.out.json, "One object, of type done");
    command->callback([&context, request] { context.run = [&context, request] { return exportDataset(context, *request); }; });
}

}  // namespace ricercar::cli
