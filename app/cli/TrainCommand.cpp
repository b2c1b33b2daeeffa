// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/DatasetNames.h"
#include "app/cli/TrainReport.h"
#include "app/cli/TwoNumbers.h"
#include "app/cli/Validators.h"
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/workbench/RunProspect.h"
#include "core/workbench/TrainingRun.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>

namespace ricercar::cli {
namespace {

struct Request {
    std::string workspace;
    std::optional<std::string> preset;
    std::string configFile;
    std::string rolls;
    std::string dataset;
    std::string pitches;
    std::optional<double> epochs;
    std::optional<std::int64_t> steps;
    std::optional<double> minutes;
    std::optional<std::uint64_t> seed;
    std::optional<int> threads;
    std::string precision;
    std::string resume;
    std::string from;
    std::string name;
};

TrainConfig configOf(const Request& request) {
    TrainConfig config = presetConfig(request.preset.value_or("ricercar"));
    if (!request.rolls.empty()) config.transposeDown = config.transposeUp = 0;  // as the published figures are made
    if (!request.configFile.empty()) {
        const Bytes text = readFile(request.configFile, 1 << 20);
        config = trainConfigFromJson(std::string(text.begin(), text.end()), config);
        if (request.preset && config.preset != *request.preset)
            rejectSetting(Message{MessageId::SettingPresetIn, {displayPath(request.configFile)}}, config.preset,
                          Message{MessageId::ValueOrLeftOut, {*request.preset}});
    }
    if (request.epochs || request.steps || request.minutes) {
        config.epochs = request.epochs.value_or(0);
        config.steps = request.steps.value_or(0);
        config.minutes = request.minutes.value_or(0);
    }
    if (request.seed) config.seed = *request.seed;
    if (request.threads) config.threads = *request.threads;
    if (!request.precision.empty())
        config.precision = request.precision == "bfloat16" ? Precision::BFloat16 : Precision::Float32;
    if (!request.pitches.empty()) config.autoRange = request.pitches == "auto";
    if (!request.pitches.empty() && !config.autoRange) config.model.range = pitchRangeFrom("--pitch-range", request.pitches);
    validate(config);
    return config;
}

/// A run that goes on keeps its config; without limits, its limits as well.
TrainConfig limitsOf(const Request& request) {
    TrainConfig config;
    config.epochs = request.epochs.value_or(0);
    config.steps = request.steps.value_or(0);
    config.minutes = request.minutes.value_or(0);
    if (request.threads) config.threads = *request.threads;
    validate(config);
    return config;
}

/// A run by its number, else by its name (the latest of that name), or "last".
std::int64_t runNamed(const std::filesystem::path& workspacePath, const std::string& wanted) {
    const Workspace workspace = Workspace::forReading(workspacePath);
    const std::vector<Run> runs = workspace.runs();
    for (const Run& run : runs)
        if (wanted == std::to_string(run.id)) return run.id;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        if (wanted == "last" || wanted == run->name) return run->id;
    throw Error(ErrorKind::NotFound, {MessageId::WorkspaceNoRun, {displayPath(workspacePath), validUtf8(wanted)}});
}

int train(const Context& context, const Request& request) {
    RunRequest run;
    run.workspace = request.workspace;
    run.config = request.resume.empty() ? configOf(request) : limitsOf(request);
    run.scaled = request.configFile.empty();
    run.name = validUtf8(request.name);
    run.rolls = request.rolls;
    if (!request.resume.empty())
        run.resume = runNamed(run.workspace, request.resume);
    else if (run.rolls.empty() && !std::filesystem::exists(run.workspace))
        throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {displayPath(run.workspace)}});
    if (!request.dataset.empty()) run.dataset = datasetNamed(Workspace(run.workspace), request.dataset).id;
    run.from = request.from;
    if (run.resume) {
        const RunProspect prospect = prospectOf(run.workspace, *run.resume, Task(context.stop));
        if (prospect.setKept && prospect.setChanged) context.out.note(english({MessageId::RunSetChanged, {*run.resume}}));
    }
    TrainReport report(context.out);
    const RunOutcome outcome = trainRun(run, report, Task(context.stop));
    report.done(outcome);
    return outcome.stopped ? Stopped : Ok;
}

}  // namespace

void addTrainCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("train", "Train a model on a dataset of a workspace; Ctrl-C ends it with a checkpoint");
    auto request = std::make_shared<Request>();
    command->add_option("--workspace", request->workspace, "The workspace to learn from; the run is recorded in it")
        ->required();
    command->add_option(
        "--preset", request->preset,
        "ricercar (its dropout and epochs follow the size of the set), small, seed or johnson (default: ricercar)");
    command->add_option("--config", request->configFile, "JSON file with settings that replace the preset's");
    auto* rolls = command->add_option("--rolls", request->rolls,
                                      "Train on a public roll file (JSON) in place of the workspace's pieces: play alone, all "
                                      "88 keys, not transposed; to resume, give it again");
    command
        ->add_option("--pitch-range", request->pitches,
                     "The MIDI pitches of the run, such as 21-108; auto: those of the music, transposed or not (default: auto)")
        ->excludes(rolls);
    command
        ->add_option("--dataset", request->dataset,
                     "A dataset of the workspace, by its name or number: its rules and its split (default: the first)")
        ->excludes(rolls);
    command->add_option("--epochs", request->epochs, "End after so many epochs")->check(aboveZero());
    command->add_option("--steps", request->steps, "End after so many batches")->check(aboveZero());
    command->add_option("--minutes", request->minutes, "End after so many minutes")->check(aboveZero());
    command->add_option("--seed", request->seed, "Of weights and windows (default: 1)")->check(seed());
    auto* resume =
        command->add_option("--resume", request->resume,
                            "Go on with a run: its number, its name, or last; its pieces, its config and, where none is "
                            "given, its limits stay; limits count from its start");
    command
        ->add_option("--from", request->from,
                     "A checkpoint to fine-tune: a new run that starts with its weights; its model and its pitches stay")
        ->excludes(resume);
    command->add_option("--threads", request->threads, "Computing threads; 0: all cores")->check(CLI::Range(0, 1024));
    command
        ->add_option("--precision", request->precision,
                     "Of the factors of products; bfloat16 where the processor multiplies it quicker")
        ->check(CLI::IsMember({"float32", "bfloat16"}));
    command->add_option("--name", request->name, "A name for the run");
    command->get_option("--from")->excludes(command->get_option("--pitch-range"));
    command->get_option("--from")->excludes(command->get_option("--preset"));
    for (const char* fixed : {"--preset", "--config", "--seed", "--name", "--pitch-range", "--dataset"})
        resume->excludes(command->get_option(fixed));
    command->add_flag("--json", context.out.json,
                      "Objects of type start, step, epoch, checkpoint; the last one is of type done");
    command->callback([&context, request] { context.run = [&context, request] { return train(context, *request); }; });
}

}  // namespace ricercar::cli
