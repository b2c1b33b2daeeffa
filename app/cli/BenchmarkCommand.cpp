// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/TrainReport.h"
#include "app/cli/Validators.h"
#include "core/base/Files.h"
#include "core/workbench/Benchmark.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>

namespace ricercar::cli {
namespace {

struct Request {
    std::string rolls, workspace, recipe, name;
    std::optional<double> minutes;
    std::optional<std::uint64_t> seed;
    std::optional<int> threads;
};

TrainConfig recipeOf(const Request& request) {
    TrainConfig config = readRecipe(request.recipe.empty() ? benchmarkRecipe() : std::filesystem::path(request.recipe));
    if (request.minutes) {
        config.minutes = *request.minutes;
        config.epochs = 0;
        config.steps = 0;
    }
    if (request.seed) config.seed = *request.seed;
    if (request.threads) config.threads = *request.threads;
    validate(config);
    return config;
}

int benchmark(const Context& context, const Request& request) {
    const Output& out = context.out;
    const BenchmarkRequest wanted{request.rolls, request.workspace, recipeOf(request), validUtf8(request.name)};
    TrainReport report(out);
    const BenchmarkResult result = runBenchmark(wanted, report, Task(context.stop));
    if (result.stopped) {
        out.note("Stopped. The same command goes on from here.");
        return Stopped;
    }
    out.object({{"type", "benchmark"},
                {"set", result.set},
                {"run", result.runId},
                {"train_nats", result.trainNats},
                {"valid_nats", result.validNats},
                {"test_nats", result.testNats},
                {"test_frames", result.testFrames},
                {"unigram_test_nats", result.unigramNats},
                {"bigram_test_nats", result.bigramNats},
                {"parameters", result.parameters},
                {"seconds", result.seconds},
                {"epochs", result.epochs},
                {"seed", wanted.recipe.seed},
                {"machine", result.machine},
                {"checkpoint", displayPath(result.checkpoint)}});
    out.line(result.set + ": " + fixed(result.trainNats, 3) + " nats a frame on train, " + fixed(result.validNats, 3) +
             " on validation, " + fixed(result.testNats, 3) + " on test (" + counted(result.testFrames, "frame") +
             ", 88 keys)");
    out.line(std::to_string(result.parameters) + " parameters, " + fixed(result.epochs, 1) + " epochs in " +
             duration(result.seconds) + " on " + result.machine);
    out.line("Self-tests on test: independent keys " + fixed(result.unigramNats, 3) + ", with their last state " +
             fixed(result.bigramNats, 3));
    return Ok;
}

}  // namespace

void addBenchmarkCommand(CLI::App& app, Context& context) {
    auto* command =
        app.add_subcommand("benchmark", "Train and score a model on a public set of piano rolls, in nats per frame");
    auto request = std::make_shared<Request>();
    command->add_option("--rolls", request->rolls, "The set: a roll file (JSON) with train, valid and test")->required();
    command->add_option("--workspace", request->workspace, "Where the run is recorded; made where there is none")->required();
    command->add_option("--recipe", request->recipe, "JSON file with the settings (default: the one recipe for all sets)");
    command->add_option("--minutes", request->minutes, "How long to train in all (default: the recipe's)")->check(aboveZero());
    command->add_option("--seed", request->seed, "Of weights and windows (default: the recipe's)")->check(seed());
    command->add_option("--threads", request->threads, "Computing threads; 0: all cores")->check(CLI::Range(0, 1024));
    command->add_option("--name", request->name, "Name of the run (default: from the set and the seed)");
    command->add_flag("--json", context.out.json, "As train, then an object of type benchmark");
    command->footer("A run that was stopped or killed goes on when the same command is given again.");
    command->callback([&context, request] { context.run = [&context, request] { return benchmark(context, *request); }; });
}

}  // namespace ricercar::cli
