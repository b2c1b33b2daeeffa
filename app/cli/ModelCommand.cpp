// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/DrawFlags.h"
#include "app/cli/OutputFile.h"
#include "app/cli/TwoNumbers.h"
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/learning/CardJson.h"
#include "core/workbench/Resources.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <system_error>

namespace ricercar::cli {
namespace {

struct Request {
    std::string model;
    std::string output;
    std::optional<std::string> name;
    std::string card;
    bool slim = false;
    DrawFlags draw;
    std::optional<double> density, voices, notes;
    std::string range;

    [[nodiscard]] bool draws() const {
        return draw.temperature || draw.conservativity || draw.floor || draw.keyFloor || draw.openings || draw.densityGuard ||
               draw.silenceGuard || density || !range.empty() || voices || notes;
    }
};

std::filesystem::path fileOf(const std::string& model) {
    std::error_code ignored;
    return std::filesystem::exists(model, ignored) ? std::filesystem::path(model) : shippedModel(model);
}

Json modelObject(const std::filesystem::path& file, const Checkpoint& checkpoint) {
    const ModelConfig& model = checkpoint.config.model;
    return {{"path", displayPath(file)},
            {"name", checkpoint.name},
            {"program", checkpoint.program},
            {"preset", checkpoint.config.preset},
            {"pitch_range", {model.range.lowest, model.range.highest}},
            {"articulation", model.articulation},
            {"train_pieces", checkpoint.facts.trainPieces},
            {"train_steps", checkpoint.facts.trainSteps},
            {"tempo", checkpoint.facts.tempo},
            {"meter", checkpoint.facts.meter.text()},
            {"batches", checkpoint.state.step},
            {"draw", checkpoint.draw ? Json(drawJson(*checkpoint.draw)) : Json()},
            {"card", checkpoint.card ? Json::parse(toJson(*checkpoint.card)) : Json()}};
}

void print(const Output& out, const std::filesystem::path& file, const Checkpoint& checkpoint) {
    const auto& card = checkpoint.card;
    out.line(displayPath(file) + ": " + (card && !card->title.empty() ? card->title : checkpoint.name));
    out.line("  preset " + checkpoint.config.preset + ", pitches " + std::to_string(checkpoint.config.model.range.lowest) +
             " to " + std::to_string(checkpoint.config.model.range.highest) + ", learnt from " +
             counted(checkpoint.facts.trainPieces, "piece") + ", " + counted(checkpoint.facts.trainSteps, "step") + ", in " +
             std::to_string(checkpoint.state.step) + " batches");
    if (const auto& draw = checkpoint.draw)
        out.line("  drawn with temperature " + fixed(draw->temperature, 2) + ", conservativity " +
                 fixed(draw->conservativity, 2) + ", floor " + fixed(draw->floor, 3) +
                 (draw->densityGuard ? ", density guard" : "") + (draw->silenceGuard ? ", silence guard" : ""));
    if (!card) return;
    const auto section = [&](const char* name, const std::string& text) {
        if (!text.empty()) out.line(std::string(name) + ":\n" + text);
    };
    section("Data", card->data);
    section("Licence", card->licence);
    section("Recipe", card->recipe);
    section("Figures", card->figures);
    section("Limits", card->limits);
}

int write(const Context& context, const Request& request) {
    checkWritable(request.output);
    Checkpoint checkpoint = loadCheckpoint(fileOf(request.model));
    if (request.name) checkpoint.name = *request.name;
    if (request.draws()) {
        SampleSettings settings;
        useDefaults(settings, checkpoint);
        request.draw.applyTo(settings);
        settings.density = request.density.value_or(settings.density);
        settings.opening.voices = request.voices.value_or(settings.opening.voices);
        settings.opening.notes = request.notes.value_or(settings.opening.notes);
        if (!request.range.empty()) settings.constraints.range = pitchRangeFrom("--range", request.range);
        validate(settings);
        checkpoint.draw = DrawDefaults{settings.temperature,  settings.conservativity,    settings.floor,
                                       settings.densityGuard, settings.silenceGuard,      settings.keyFloor,
                                       settings.density,      settings.constraints.range, settings.opening};
    }
    if (!request.card.empty()) {
        const Bytes text = readFile(request.card, 1 << 20);
        checkpoint.card = modelCardFromJson({text.begin(), text.end()});
    }
    if (request.slim) checkpoint.optimizer.clear();
    saveCheckpoint(checkpoint, request.output);
    context.out.object(modelObject(request.output, checkpoint));
    context.out.line("Written: " + displayPath(request.output));
    return Ok;
}

int model(const Context& context, const Request& request) {
    if (!request.output.empty()) return write(context, request);
    const std::filesystem::path file = fileOf(request.model);
    const Checkpoint checkpoint = loadCheckpointHeader(file);
    context.out.object(modelObject(file, checkpoint));
    print(context.out, file, checkpoint);
    return Ok;
}

int models(const Context& context) {
    for (const auto& [name, file] : shippedModels()) {
        const Checkpoint checkpoint = loadCheckpointHeader(file);
        Json object{{"model", name}};
        object.update(modelObject(file, checkpoint));
        context.out.object(object);
        context.out.line(name + (checkpoint.card && !checkpoint.card->title.empty() ? ": " + checkpoint.card->title : ""));
    }
    return Ok;
}

}  // namespace

void addModelCommands(CLI::App& app, Context& context) {
    auto* list = app.add_subcommand("models", "List the models that ship with the program");
    list->add_flag("--json", context.out.json, "An object a model");
    list->callback([&context] { context.run = [&context] { return models(context); }; });

    auto* command = app.add_subcommand("model", "Print what a model tells of itself, or write a copy that tells more");
    auto request = std::make_shared<Request>();
    command->add_option("MODEL", request->model, "A checkpoint, or the name of a model that ships with the program")
        ->required();
    auto* output = command->add_option("-o,--output", request->output, "The copy to write, with what follows changed");
    std::vector<CLI::Option*> changes{
        command->add_option("--name", request->name, "Its name"),
        command->add_option("--card", request->card, "A JSON object of texts: title, data, licence, recipe, figures, limits"),
        command->add_flag("--slim", request->slim, "For generating only: training cannot go on from it, a third of the size")};
    request->draw.addTo(*command, "as it is");
    command->add_option("--density", request->density, "Voices that sound on average; 0: as it comes");
    command->add_option("--range", request->range, "Pitches of new notes, such as 48-72");
    command->add_option("--opening-voices", request->voices, "What openings are compared by: voices that sound on average");
    command->add_option("--opening-notes", request->notes, "What openings are compared by: notes that begin in a bar");
    for (CLI::Option* change : changes) change->needs(output);
    command->add_flag("--json", context.out.json, "One object");
    command->callback([&context, request] {
        request->draw.validate();
        if (request->draws() && request->output.empty()) throw CLI::RequiresError("Defaults of the draw", "--output");
        context.run = [&context, request] { return model(context, *request); };
    });
}

}  // namespace ricercar::cli
