// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/DrawFlags.h"
#include "app/cli/ImportFlags.h"
#include "app/cli/OutputFile.h"
#include "app/cli/ProgressBar.h"
#include "app/cli/RequestFlags.h"
#include "app/cli/TwoNumbers.h"
#include "app/cli/Validators.h"
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/workbench/RequestJson.h"
#include "core/workbench/Resources.h"
#include "core/workbench/TakeFile.h"
#include "core/workbench/TakeOrigin.h"
#include "core/workbench/Takes.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace ricercar::cli {
namespace {

struct Request {
    std::string checkpoint;
    std::string model;
    std::string file;  ///< of a request
    std::string saved;
    DrawFlags draw;
    RequestFlags shape;
    std::string primer;
    std::string output;
    std::string meter;
    std::string reroll;
    std::string pitches;
    std::optional<int> goOn;
    std::optional<int> bars, variations, primerBars;
    std::optional<std::uint64_t> seed;
    std::optional<double> tempo;
};

/// out.mid; of several takes out-1.mid, out-2.mid ..., with as many digits as the last one has.
std::vector<std::filesystem::path> filesOf(const std::filesystem::path& output, int count) {
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

/// Bars of a take drawn again, or gone on from.
TakeRequest editOf(const Request& request, const std::filesystem::path& model) {
    const auto take = readTakeFile(request.file);
    const auto origin = take ? originOf(*take) : std::nullopt;
    if (!origin) rejectSetting("--request", request.file, "the MIDI file of a take, with --reroll and --continue");
    TakeRequest same = requestOf(*take, model);
    const std::uint64_t seed = request.seed.value_or(origin->settings.seed + 1);
    TakeRequest edit;
    if (request.goOn) {
        edit = continueOf(*take, *origin, *request.goOn - 1, request.bars.value_or(origin->bars), same.checkpoint, seed);
    } else {
        const auto bars = twoNumbers(request.reroll, '-');
        if (!bars || bars->second < bars->first) rejectSetting("--reroll", request.reroll, "two bars such as 5-8");
        TakeRegion region{bars->first - 1, bars->second - bars->first + 1, std::nullopt};
        if (!request.pitches.empty()) region.pitches = pitchRangeFrom("--reroll-pitches", request.pitches);
        edit = rerollOf(*take, *origin, region, same.checkpoint, seed);
    }
    edit.modelHash = same.modelHash;
    edit.modelName = same.modelName;
    return edit;
}

TakeRequest takeOf(const Request& request) {
    std::filesystem::path model = request.checkpoint;
    if (!request.model.empty()) model = shippedModel(request.model);
    TakeRequest take;
    if (!request.reroll.empty() || request.goOn) {
        take = editOf(request, model);
    } else if (!request.file.empty()) {
        take = readTakeRequest(request.file, model);
    } else {
        take.checkpoint = model;
        useDefaults(take.settings, loadCheckpointHeader(model));
    }
    if (!request.model.empty()) take.modelName = request.model;
    take.variations = request.variations.value_or(take.variations);
    take.settings.seed = request.seed.value_or(take.settings.seed);
    take.primerBars = request.primerBars.value_or(take.primerBars);
    if (!request.primer.empty()) take.primer = request.primer;
    if (!request.meter.empty()) take.meter = meterFrom(request.meter);
    request.draw.applyTo(take.settings);
    request.shape.applyTo(take);
    take.bars = request.bars.value_or(take.bars);
    take.tempo = request.tempo.value_or(take.tempo);
    validate(take);
    return take;
}

/// What guards, target and candidates did, over a take.
struct Effects {
    std::mutex mutex;
    int steps = 0, moved = 0, weighed = 0, resampled = 0;
    double least = 0;
    int particles = 1;

    void add(const StepReport& report) {
        const std::lock_guard lock(mutex);
        ++steps;
        if (report.rule != report.set) ++moved;
        if (report.particles == 1) return;
        particles = report.particles;
        least = weighed++ == 0 ? report.effective : std::min(least, report.effective);
        if (report.resampled) ++resampled;
    }
    void tell(const Output& out) const {
        char text[160];
        if (moved > 0) {
            std::snprintf(text, sizeof text, "Guards and density moved the draws of %d of %d steps.", moved, steps);
            out.note(text);
        }
        if (weighed > 0) {
            std::snprintf(text, sizeof text, "%d candidates: effective number at least %.1f, resampled %d times.", particles,
                          least, resampled);
            out.note(text);
        }
    }
};

/// With the paths of its files in full, so that it may be moved.
TakeRequest absolute(TakeRequest take) {
    take.checkpoint = std::filesystem::absolute(take.checkpoint);
    if (!take.primer.empty()) take.primer = std::filesystem::absolute(take.primer);
    return take;
}

int generate(const Context& context, const Request& request) {
    const Output& out = context.out;
    const TakeRequest take = takeOf(request);
    const std::vector<std::filesystem::path> files = filesOf(request.output, take.variations);
    for (const auto& file : files) checkWritable(file);
    if (!request.saved.empty()) checkWritable(request.saved);

    const PreparedTake prepared = prepareTake(take);
    for (const Message& remark : prepared.remarks) out.note(english(remark));
    if (!request.saved.empty()) writeFile(request.saved, toJson(absolute(take)));
    Effects effects;
    ProgressBar bar("Generating", "steps");
    const Task task(context.stop, [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    const std::vector<Take> made = makeTakes(prepared, task, {}, {}, [&](const StepReport& report) { effects.add(report); });
    bar.clear();
    effects.tell(out);
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
    auto* model = command->add_option_group("the model");
    auto* checkpoint = model->add_option("--checkpoint", request->checkpoint, "A checkpoint of yours");
    model->add_option("--model", request->model, "One that ships with the program, by its name (ricercar-cli models)")
        ->excludes(checkpoint);
    model->add_option("--request", request->file,
                      "A request that was saved, or the MIDI file of a take; its model, unless one is named here, and its "
                      "settings, unless others are given");
    model->require_option(1, 2);
    command->add_option("--save-request", request->saved, "Write the request to this file, for --request");
    command->add_option("--bars", request->bars, "How long (default: 16)")->check(CLI::Range(1, 10'000));
    command->add_option("--seed", request->seed, "Which of the possible pieces (default: 1)")->check(seed());
    command
        ->add_option(
            "--variations", request->variations,
            "How many takes at once, on all cores: NAME-1.mid, NAME-2.mid ..., each with a seed of its own, which makes "
            "it again (default: 1)")
        ->check(CLI::Range(1, 1000));
    auto* reroll = command->add_option("--reroll", request->reroll,
                                       "Draw bars such as 5-8 of the take that --request names again, fitting what follows");
    command->add_option("--reroll-pitches", request->pitches, "These pitches of them alone, such as 60-80")->needs(reroll);
    command->add_option("--continue", request->goOn, "Go on with that take from this bar on, in place of what it has there")
        ->check(CLI::Range(1, 1'000'000))
        ->excludes(reroll);
    request->draw.addTo(*command, "the model's own, else as it learnt");
    auto* primer = command->add_option("--primer", request->primer, "A MIDI file that the music goes on from");
    command
        ->add_option("--meter", request->meter,
                     "The time signature, such as 3/4 (default: the primer's, or the training set's)")
        ->excludes(primer);
    command->add_option("--primer-bars", request->primerBars, "Keep so many bars of it, the last ones");
    request->shape.addTo(*command, primer);
    command->add_option("--tempo", request->tempo, "Quarter notes a minute (default: the primer's, or the training set's)")
        ->check(tempo());
    command->add_option("-o,--output", request->output, "The MIDI file to write")->required();
    command->add_flag("--json", context.out.json, "An object for each take, with seed and model_hash");
    command->callback([&context, request] {
        request->draw.validate();
        if (!request->meter.empty()) (void)meterFrom(request->meter);
        context.run = [&context, request] { return generate(context, *request); };
    });
}

}  // namespace ricercar::cli
