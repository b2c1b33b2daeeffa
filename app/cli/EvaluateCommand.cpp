// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ImportFlags.h"
#include "app/cli/PieceJson.h"
#include "app/cli/ProgressBar.h"
#include "core/base/Files.h"
#include "core/dataset/MidiFinder.h"
#include "core/dataset/RollFile.h"
#include "core/learning/Evaluator.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>

namespace ricercar::cli {
namespace {

struct Request {
    std::string checkpoint;
    std::string rolls;
    std::string split = "test";
    std::vector<std::string> midi;
    bool unigram = false;
    ImportFlags flags;
};

/// The split whose figures the literature prints.
constexpr const char* published = "test";

std::int64_t framesOf(const std::vector<PianoRoll>& rolls) {
    std::int64_t frames = 0;
    for (const PianoRoll& roll : rolls) frames += roll.steps();
    return frames;
}

int unigram(const Output& out, const Request& request) {
    const RollFile file = readRollFile(request.rolls);
    const auto& rolls = file.split(request.split);
    const double nats = unigramNatsPerStep(file.train, rolls);
    out.object({{"nats_per_step", nats},
                {"frames", framesOf(rolls)},
                {"pieces", rolls.size()},
                {"split", request.split},
                {"model", "unigram"},
                {"comparable", request.split == published}});
    out.line(fixed(nats, 3) + " nats a frame over " + counted(framesOf(rolls), "frame") + " of " + request.split +
             ": independent keys with the frequencies of train");
    return Ok;
}

/// The accepted pieces of MIDI files, whatever their meter unless one was chosen.
std::vector<PianoRoll> rollsOfMidi(const Context& context, const Request& request) {
    const ImportOptions options = request.flags.chosen();
    std::vector<PianoRoll> rolls;
    for (const auto& file : findMidiFiles({request.midi.begin(), request.midi.end()}, Task(context.stop))) {
        if (context.stop.stop_requested()) break;
        for (auto& added : readPieces(file, options).pieces)
            if (const auto reason = rejectionOf(added.piece))
                context.out.note("Left out: " + displayPath(file) + ": " + english(*reason));
            else
                rolls.push_back(std::move(added.roll));
    }
    return rolls;
}

int evaluateModel(const Context& context, const Request& request) {
    const Output& out = context.out;
    const Checkpoint checkpoint = loadCheckpoint(request.checkpoint);
    const bool onRolls = !request.rolls.empty();
    const RollFile file = onRolls ? readRollFile(request.rolls) : RollFile();
    const std::vector<PianoRoll> rolls = onRolls ? file.split(request.split) : rollsOfMidi(context, request);
    if (framesOf(rolls) == 0 && !context.stop.stop_requested()) {
        out.note("There is no music to evaluate.");
        return Failed;
    }
    ProgressBar bar("Evaluating", "");
    const Task task(context.stop, [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    const Evaluation evaluation = evaluate(checkpoint, rolls, task);
    bar.clear();
    if (!evaluation.complete || context.stop.stop_requested()) return Stopped;

    if (evaluation.notesOutside > 0)
        out.note(english(outsideRemark(MessageId::ScoreNotesOutside, evaluation.notesOutside, checkpoint.config.model.range)));
    // the literature's figure: play alone, trained on the file's own train
    const bool comparable = onRolls && evaluation.notesOutside == 0 && request.split == published &&
                            !checkpoint.config.model.articulation && !file.name.empty() &&
                            checkpoint.facts.rollFile == file.name;
    out.object({{"nats_per_step", evaluation.natsPerStep()},
                {"frames", evaluation.steps},
                {"nats_per_note", evaluation.natsPerNote()},
                {"notes", evaluation.notes},
                {"notes_outside", evaluation.notesOutside},
                {"pieces", rolls.size()},
                {"split", onRolls ? Json(request.split) : Json()},
                {"comparable", comparable},
                {"checkpoint", displayPath(request.checkpoint)},
                {"model_hash", checkpoint.modelHash()}});
    out.line(
        fixed(evaluation.natsPerStep(), 3) + " nats a step, " + fixed(evaluation.natsPerNote(), 3) + " a note, over " +
        counted(evaluation.steps, "step") + " of " + counted(static_cast<long long>(rolls.size()), "piece") +
        (onRolls && !comparable
             ? "; not comparable with published figures, which are of models trained on this file and scored on its test split"
             : ""));
    return Ok;
}

}  // namespace

void addEvaluateCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("evaluate", "Say how well a model predicts music, in nats (lower is better)");
    auto request = std::make_shared<Request>();
    auto* checkpoint = command->add_option("--checkpoint", request->checkpoint, "The model");
    auto* rolls = command->add_option("--rolls", request->rolls, "A public roll file (JSON) with train, valid and test");
    command->add_option("--split", request->split, "Which part of the roll file")
        ->check(CLI::IsMember({"train", "valid", "test"}))
        ->needs(rolls)
        ->capture_default_str();
    auto* midi = command->add_option("MIDI", request->midi, "MIDI files, or folders of them")->excludes(rolls);
    command->add_flag("--unigram", request->unigram, "Self-test: independent keys, fitted on train, in place of a model")
        ->needs(rolls)
        ->excludes(checkpoint);
    request->flags.addTo(*command, rolls);
    command->add_flag("--json", context.out.json, "One object, with nats_per_step and frames");
    command->callback([&context, request, midi, rolls] {
        if (midi->empty() && rolls->empty()) throw CLI::RequiredError("--rolls or MIDI files");
        if (!request->unigram && request->checkpoint.empty()) throw CLI::RequiredError("--checkpoint");
        context.run = [&context, request] {
            return request->unigram ? unigram(context.out, *request) : evaluateModel(context, *request);
        };
    });
}

}  // namespace ricercar::cli
