// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/DrawFlags.h"
#include "app/cli/ImportFlags.h"
#include "app/cli/OutputFile.h"
#include "app/cli/ProgressBar.h"
#include "app/cli/Validators.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/workbench/Resources.h"
#include "core/workbench/Takes.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace ricercar::cli {
namespace {

struct Request {
    std::string checkpoint;
    std::string model;
    DrawFlags draw;
    std::string primer;
    std::string output;
    std::string meter;
    TakeRequest take;
};

/// out.mid; of several takes out-1.mid, out-2.mid ..., with as many digits as the last one has.
std::vector<std::filesystem::path> filesOf(const Request& request) {
    const std::filesystem::path output = request.output;
    const int count = request.take.variations;
    if (count == 1) return {output};
    std::vector<std::filesystem::path> files;
    const std::size_t digits = std::to_string(count).size();
    for (int i = 1; i <= count; ++i) {
        std::string number = std::to_string(i);
        number.insert(0, digits - number.size(), '0');
        files.push_back(output.parent_path() / (output.stem().string() + "-" + number + output.extension().string()));
    }
    return files;
}

void write(const Output& out, const PreparedTake& prepared, const Take& made, std::uint64_t seed,
           const std::filesystem::path& file) {
    const TakeRequest& take = prepared.request;
    writeFile(file, writeMidi(takeScore(made)));
    const auto notes = notesOf(made.roll).size();
    out.object({{"type", "take"},
                {"output", displayPath(file)},
                {"seed", seed},
                {"model_hash", made.modelHash},
                {"bars", take.bars},
                {"steps", made.roll.steps()},
                {"primer_steps", made.primerSteps},
                {"notes", notes},
                {"tempo", made.tempo},
                {"meter", made.roll.meter().text()},
                {"remarks", sentences(prepared.remarks)}});
    out.line(displayPath(file) + ": " + counted(take.bars, "bar") + ", " + counted(static_cast<long long>(notes), "note") +
             ", seed " + std::to_string(seed) + ", model " + made.modelHash.substr(0, 12));
    if (notes == 0) out.note("The model wrote silence. Train it longer, or try --density-guard or another seed.");
}

TakeRequest takeOf(const Request& request) {
    TakeRequest take = request.take;
    take.checkpoint = request.model.empty() ? std::filesystem::path(request.checkpoint) : shippedModel(request.model);
    take.primer = request.primer;
    useDefaults(take.settings, loadCheckpointHeader(take.checkpoint));
    request.draw.applyTo(take.settings);
    return take;
}

int generate(const Context& context, const Request& request) {
    const Output& out = context.out;
    const std::vector<std::filesystem::path> files = filesOf(request);
    for (const auto& file : files) checkWritable(file);
    const TakeRequest take = takeOf(request);

    const PreparedTake prepared = prepareTake(take);
    for (const Message& remark : prepared.remarks) out.note(english(remark));
    ProgressBar bar("Generating", "steps");
    const Task task(context.stop, [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    const std::vector<Take> made = makeTakes(prepared, task);
    bar.clear();
    if (context.stop.stop_requested()) {
        out.note("Stopped; no file was written.");
        return Stopped;
    }
    for (std::size_t i = 0; i < made.size(); ++i)
        write(out, prepared, made[i], variationSeed(take.settings.seed, static_cast<int>(i)), files[i]);
    return Ok;
}

}  // namespace

void addGenerateCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("generate", "Make new music with a trained model; the same seed gives the same music");
    auto request = std::make_shared<Request>();
    SampleSettings& settings = request->take.settings;
    auto* model = command->add_option_group("the model");
    model->add_option("--checkpoint", request->checkpoint, "A checkpoint of yours");
    model->add_option("--model", request->model, "One that ships with the program, by its name (ricercar-cli models)");
    model->require_option(1);
    command->add_option("--bars", request->take.bars, "How long")->check(CLI::Range(1, 10'000))->capture_default_str();
    command->add_option("--seed", settings.seed, "Which of the possible pieces")->check(seed())->capture_default_str();
    command
        ->add_option(
            "--variations", request->take.variations,
            "How many takes at once, on all cores: NAME-1.mid, NAME-2.mid ..., each with a seed of its own, which makes "
            "it again")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    request->draw.addTo(*command, "the model's own, else as it learnt");
    auto* primer = command->add_option("--primer", request->primer, "A MIDI file that the music goes on from");
    command
        ->add_option("--meter", request->meter,
                     "The time signature, such as 3/4 (default: the primer's, or the training set's)")
        ->excludes(primer);
    command->add_option("--tempo", request->take.tempo, "Quarter notes a minute (default: the primer's, or the training set's)")
        ->check(tempo());
    command->add_option("-o,--output", request->output, "The MIDI file to write")->required();
    command->add_flag("--json", context.out.json, "An object for each take, with seed and model_hash");
    command->callback([&context, request] {
        request->draw.validate();
        if (!request->meter.empty()) request->take.meter = meterFrom(request->meter);
        context.run = [&context, request] { return generate(context, *request); };
    });
}

}  // namespace ricercar::cli
