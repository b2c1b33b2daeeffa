// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/DatasetNames.h"
#include "app/cli/ImportFlags.h"
#include "app/cli/Validators.h"
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/DatasetPlan.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>

namespace ricercar::cli {
namespace {

struct Request {
    std::string workspace, name, create;
    std::vector<std::string> meters;
    std::optional<int> minBars;
    std::optional<double> maxEmpty, minNotes;
    std::optional<double> maxGridError, minPolyphony, maxPolyphony, validation, test;
    std::optional<std::uint64_t> seed;
    bool withoutDuplicates = false;
};

/// Whether anything changed.
bool apply(const Request& request, Dataset& dataset) {
    const Dataset before = dataset;
    DatasetRules& rules = dataset.rules;
    if (!request.meters.empty()) {
        rules.meters.clear();
        for (const std::string& meter : request.meters)
            if (meter != "all") rules.meters.push_back(meterFrom(meter, "a time signature such as 3/4, or all"));
    }
    if (request.minBars) rules.minBars = *request.minBars;
    if (request.maxEmpty) rules.maxEmpty = *request.maxEmpty < 1 ? request.maxEmpty : std::nullopt;
    if (request.minNotes) rules.minNotes = *request.minNotes > 0 ? request.minNotes : std::nullopt;
    if (request.maxGridError) rules.maxGridError = request.maxGridError;
    if (request.minPolyphony) rules.minPolyphony = request.minPolyphony;
    if (request.maxPolyphony) rules.maxPolyphony = request.maxPolyphony;
    if (request.withoutDuplicates) rules.withoutDuplicates = true;
    if (request.validation) dataset.shares.validation = *request.validation;
    if (request.test) dataset.shares.test = *request.test;
    if (dataset.shares.validation + dataset.shares.test >= 1)
        rejectSetting("--validation, --test", fixed(dataset.shares.validation + dataset.shares.test, 2),
                      Message{MessageId::ValueSharesBelow, {}});
    if (request.seed) dataset.seed = *request.seed;
    return !(before == dataset);
}

int dataset(const Context& context, const Request& request) {
    if (!std::filesystem::exists(request.workspace))
        throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {displayPath(request.workspace)}});
    Workspace workspace(request.workspace);
    Dataset chosen = request.create.empty() ? datasetNamed(workspace, request.name) : Dataset();
    if (!request.create.empty()) {
        chosen.name = validUtf8(request.create);
        apply(request, chosen);
        chosen.id = workspace.datasets().add(chosen);
    } else if (apply(request, chosen)) {
        workspace.datasets().update(chosen);
    }
    const DatasetFacts facts = readFacts(workspace, chosen.id, Task(context.stop));
    int train = 0, validation = 0, test = 0, out = 0;
    const auto plan = planDataset(facts, chosen);
    for (const auto& [id, place] : plan)
        ++(place.subset == Subset::Train        ? train
           : place.subset == Subset::Validation ? validation
           : place.subset == Subset::Test       ? test
                                                : out);
    const DatasetSummary summary = summaryOf(facts, plan);
    if (isLopsided(summary))
        for (const Piece& piece : facts.pieces)
            if (piece.id == summary.largest)
                context.out.note("\"" + piece.title + "\" alone is " + fixed(100 * summary.largestShare, 0) +
                                 " % of what is trained on.");
    context.out.object({{"dataset", chosen.id},
                        {"name", chosen.name},
                        {"rules", Json::parse(toJson(chosen.rules))},
                        {"train", train},
                        {"validation", validation},
                        {"test", test},
                        {"out", out}});
    context.out.line(chosen.name + ": " + counted(train, "piece") + " to train on, " + std::to_string(validation) +
                     " to validate with, " + std::to_string(test) + " to test with, " + std::to_string(out) + " left out");
    return Ok;
}

}  // namespace

void addDatasetCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("dataset", "Say what a dataset of a workspace takes, or change its rules and its split");
    auto request = std::make_shared<Request>();
    command->add_option("--workspace", request->workspace, "The workspace")->required();
    auto* name = command->add_option("NAME", request->name, "The dataset, by its name or number (default: the first one)");
    command->add_option("--create", request->create, "A new dataset of that name")->excludes(name);
    command->add_option("--meter", request->meters, "A meter to admit, such as 3/4; give it again for more, or all")
        ->allow_extra_args(false);
    command->add_option("--min-bars", request->minBars, "Pieces of fewer bars are out")->check(CLI::Range(0, 1'000'000));
    command->add_option("--max-empty", request->maxEmpty, "Largest share of empty bars (default: 0.5; 1: any)")
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--min-notes", request->minNotes, "Fewest notes a bar, on average (default: 0.5; 0: any)")
        ->check(CLI::Range(0.0, 1000.0));
    command->add_option("--max-grid-error", request->maxGridError, "Largest mean distance from the grid, in 16ths")
        ->check(CLI::Range(0.0, 0.5));
    command->add_option("--min-polyphony", request->minPolyphony, "Fewest notes at once, on average")
        ->check(CLI::Range(0, 128));
    command->add_option("--max-polyphony", request->maxPolyphony, "Most notes at once, on average")->check(CLI::Range(0, 128));
    command->add_flag("--without-duplicates", request->withoutDuplicates, "Of equal pieces only the first");
    command->add_option("--validation", request->validation, "Share of the pieces to validate with")
        ->check(CLI::Range(0.0, 0.9));
    command->add_option("--test", request->test, "Share of the pieces to test with")->check(CLI::Range(0.0, 0.9));
    command->add_option("--seed", request->seed, "Of the split")->check(seed());
    command->add_flag("--json", context.out.json, "One object");
    command->callback([&context, request] { context.run = [&context, request] { return dataset(context, *request); }; });
}

}  // namespace ricercar::cli
