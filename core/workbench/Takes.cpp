// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Takes.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Sha256.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/music/Scale.h"
#include "core/music/Statistics.h"
#include "core/workbench/Clock.h"
#include "core/workbench/Primer.h"
#include "core/workbench/RequestJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>

namespace ricercar {
namespace {

using nlohmann::json;

constexpr std::string_view settingsPrefix = "ricercar: ";
constexpr std::uint8_t textType = 1;
constexpr double slowestTempo = 60e6 / 0xFFFFFF;
constexpr double fastestTempo = 60e6;
constexpr int mostBars = 10'000;
constexpr double learntShare = 0.7;  // of the nats of tossing coins; what says more has learnt next to nothing
constexpr int fewBatches = 20;
constexpr std::array alwaysTold{"bars",  "seed",          "temperature",   "conservativity",
                                "floor", "density_guard", "silence_guard", "tempo"};

std::string settingsJson(const PreparedTake& prepared, const Take& take, std::uint64_t seed,
                         std::optional<std::uint64_t> opening) {
    TakeRequest request = prepared.request;
    request.settings.seed = seed;
    if (opening) request.settings.opening.seed = opening;
    request.settings.primer.reset();  // the take begins with it
    request.variations = 1;
    request.meter = request.settings.meter;
    request.primer = request.primer.filename();
    request.checkpoint.clear();
    request.modelHash = take.modelHash;
    request.modelName = prepared.checkpoint.name;
    json described = requestJson(request);
    const json plain = requestJson({});
    for (const auto& [name, value] : plain.items())  // as short as may be; but what people look for is always there
        if (!std::ranges::count(alwaysTold, name) && described.value(name, json()) == value) described.erase(name);
    described["program"] = "Ricercar " RICERCAR_VERSION;
    described["model_name"] = validUtf8(prepared.checkpoint.name);
    described["primer_steps"] = take.primerSteps;
    return described.dump();
}

/// The last bars of a primer, notes that are cut in two begin anew.
void cutPrimer(PreparedTake& prepared) {
    SampleSettings& settings = prepared.request.settings;
    const PianoRoll& primer = *settings.primer;
    const int wanted = prepared.request.primerBars;
    const bool fromFile = !prepared.request.primer.empty();
    const int kept = wanted > 0 ? wanted : fromFile ? mostPrimerBars : primer.steps();
    const int bars = primer.steps() > 0 ? primer.bar(primer.steps() - 1) + 1 : 0;
    prepared.request.primerBars = 0;
    if (bars <= kept) return;
    const int first = (bars - kept) * primer.barSteps() - primer.barOffset();
    if (settings.drawnFrom) settings.drawnFrom = std::max(0, *settings.drawnFrom - first);
    settings.primer = primer.slice(first, primer.steps() - first);
    prepared.remarks.push_back({MessageId::PrimerCut, {kept, bars}});
}

void loadPrimer(PreparedTake& prepared) {
    TakeRequest& request = prepared.request;
    if (!request.primer.empty()) {
        Primer primer = readPrimer(request.primer);
        if (request.tempo <= 0) request.tempo = primer.tempo;
        request.settings.primer = std::move(primer.roll);
    }
    if (request.settings.primer) cutPrimer(prepared);
}

void hearPrimer(PreparedTake& prepared) {
    TakeRequest& request = prepared.request;
    SampleSettings& settings = request.settings;
    loadPrimer(prepared);
    if (settings.primer) {
        const ModelConfig& model = prepared.checkpoint.config.model;
        const std::int64_t outside = notesOutside(*settings.primer, model.range);
        if (outside > 0) prepared.remarks.push_back(outsideRemark(MessageId::PrimerNotesOutside, outside, model.range));
        settings.primer = settings.primer->inRange(model.range);
        const std::vector<RollNote> notes = notesOf(*settings.primer);
        if (notes.empty() && settings.primer->steps() > 0) prepared.remarks.push_back({MessageId::PrimerSilent, {}});
        const auto repeats = std::ranges::count_if(
            notes, [&](const RollNote& note) { return note.start > 0 && settings.primer->plays(note.start - 1, note.pitch); });
        if (repeats > 0 && !model.articulation) prepared.remarks.push_back({MessageId::PrimerRepeats, {repeats}});
    }
    if (!request.primerScale) return;
    request.primerScale = false;
    const KeyEstimate key = settings.primer ? estimateKey(*settings.primer) : KeyEstimate{};
    if (key.correlation > 0)
        settings.constraints.pitchClasses = Scale{key.tonic, key.minor ? Mode::Minor : Mode::Major}.pitchClasses();
    else
        prepared.remarks.push_back({MessageId::PrimerNoKey, {}});
}

/// A model that cannot be expected to write music, and one that is not what was asked for.
void lookAtModel(PreparedTake& prepared) {
    const Checkpoint& model = prepared.checkpoint;
    const std::string name = model.name.empty() ? displayPath(prepared.request.checkpoint.stem()) : model.name;
    const double coins = model.config.model.range.size() * std::log(2.0);
    const auto rounded = [](double nats) {
        char text[32];
        std::snprintf(text, sizeof text, "%.2f", nats);
        return std::string(text);
    };
    if (model.state.step == 0 && !model.card)
        prepared.remarks.push_back({MessageId::ModelUntrained, {name}});
    else if (model.state.bestStep > 0 && model.state.bestValidation > learntShare * coins)
        prepared.remarks.push_back(
            {MessageId::ModelLearntNothing, {name, model.state.step, rounded(model.state.bestValidation), rounded(coins)}});
    else if (model.state.step < fewBatches && !model.card)
        prepared.remarks.push_back({MessageId::ModelFewBatches, {name, model.state.step}});
    const std::string hash = model.modelHash();
    if (!prepared.request.modelHash.empty() && prepared.request.modelHash != hash)
        prepared.remarks.push_back(
            {MessageId::RequestOtherModel, {prepared.request.modelHash.substr(0, 12), hash.substr(0, 12)}});
}

/// What all variations have in common.
Take takeWithoutMusic(const PreparedTake& prepared) {
    const auto& primer = prepared.request.settings.primer;
    Take take;
    take.name = prepared.checkpoint.name.empty() ? "take" : prepared.checkpoint.name;
    take.modelHash = prepared.checkpoint.modelHash();
    take.tempo = prepared.request.tempo;
    take.primerSteps = primer ? primer->steps() : 0;
    return take;
}

}  // namespace

void validate(const TakeRequest& request) {
    const auto inside = [](const char* name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) rejectSetting(name, value, Message{MessageId::ValueRange, {lowest, highest}});
    };
    inside("bars", request.bars, 1, mostBars);
    inside("steps", request.steps, 0, 1'000'000);
    inside("variations", request.variations, 1, 1000);
    inside("primer_bars", request.primerBars, 0, mostBars);
    // what a MIDI file can hold
    if (request.tempo != 0 && !(request.tempo >= slowestTempo && request.tempo <= fastestTempo))
        rejectSetting("tempo", std::to_string(request.tempo), Message{MessageId::ValueTempo, {"3.58", 60'000'000}});
    if (!(request.looseness >= 0 && request.looseness <= 1))
        rejectSetting("looseness", std::to_string(request.looseness), Message{MessageId::ValueRange, {0, 1}});
    validate(request.style);
    SampleSettings settings = request.settings;
    settings.primer.reset();
    settings.steps = 1;
    validate(settings);
}

namespace {

/// All that follows from model and primer.
void lookUp(PreparedTake& prepared) {
    const Checkpoint& checkpoint = prepared.checkpoint;
    TakeRequest& request = prepared.request;
    SampleSettings& settings = request.settings;
    hearPrimer(prepared);
    if (request.tempo <= 0) request.tempo = checkpoint.facts.tempo;
    settings.meter = settings.primer ? settings.primer->meter() : request.meter.value_or(checkpoint.facts.meter);
    settings.steps = 1;
    validate(settings);
    // A primer's last bar is filled up first.
    const int barSteps = *settings.meter.barSteps();
    const int begun = settings.primer ? settings.primer->stepInBar(settings.primer->steps()) : 0;
    const std::int64_t steps = std::int64_t{request.bars} * barSteps + (begun > 0 ? barSteps - begun : 0);
    settings.steps =
        request.steps > 0 ? request.steps : static_cast<int>(std::min<std::int64_t>(steps, std::numeric_limits<int>::max()));
    if (!request.form.empty()) {
        const int firstBar = settings.primer ? settings.primer->bar(settings.primer->steps()) + (begun > 0 ? 1 : 0) : 0;
        for (const BarReturn& back : formReturns(request.form, request.bars, firstBar, request.looseness))
            settings.returns.push_back(back);
        request.form.clear();
    }
    validate(settings, checkpoint.config.model);
}

}  // namespace

PreparedTake prepareTake(const TakeRequest& given) {
    validate(given);
    if (given.checkpoint.empty()) throw Error(ErrorKind::NotFound, {MessageId::RequestNoModel, {}});
    PreparedTake prepared{given, loadCheckpoint(given.checkpoint), {}};
    lookAtModel(prepared);
    lookUp(prepared);
    return prepared;
}

TakeRequest withPrimerRead(const TakeRequest& request) {
    PreparedTake prepared{request, {}, {}};
    loadPrimer(prepared);
    prepared.request.primer.clear();
    return prepared.request;
}

std::vector<Message> checkTake(const TakeRequest& request, const Checkpoint& model) {
    validate(request);
    PreparedTake prepared{request, model, {}};
    lookUp(prepared);
    return prepared.remarks;
}

std::string takeMark(const Take& take) {
    std::string text = take.settings;
    text.append(take.roll.cells().begin(), take.roll.cells().end());
    return sha256(text).substr(0, 16);
}

std::vector<Take> makeTakes(const PreparedTake& prepared, const Task& task, const SongStepCallback& onStep,
                            const TakeCallback& onTake, const ReportCallback& onReport) {
    const SampleSettings& settings = prepared.request.settings;
    const int variations = prepared.request.variations;
    std::vector<Take> takes(static_cast<std::size_t>(variations), takeWithoutMusic(prepared));
    std::vector<std::optional<std::uint64_t>> openings(takes.size());
    const auto hear = [&](const StepReport& report) {
        if (report.opening) openings[static_cast<std::size_t>(report.song)] = report.opening;
        if (onReport) onReport(report);
    };
    const auto keep = [&](int variation, const PianoRoll& roll) {
        Take& take = takes[static_cast<std::size_t>(variation)];
        const std::uint64_t seed = variationSeed(settings.seed, variation);
        take.roll = roll;
        take.created = utcNow();
        take.name += ", seed " + std::to_string(seed);
        take.settings = settingsJson(prepared, take, seed, openings[static_cast<std::size_t>(variation)]);
        if (onTake) onTake(variation, take);
    };
    Sampler(prepared.checkpoint).generateMany(settings, variations, 0, task, onStep, keep, hear);
    return takes;
}

Take makeTake(const PreparedTake& prepared, const Task& task, const StepCallback& onStep) {
    PreparedTake one = prepared;
    one.request.variations = 1;
    SongStepCallback onSongStep;
    if (onStep) onSongStep = [&](int, int step, std::span<const Cell> row) { onStep(step, row); };
    return makeTakes(one, task, onSongStep).front();
}

Take editedTake(const Take& take, const Score& score) {
    constexpr std::string_view mark = " (edited)";
    Take edited = take;
    edited.id = 0;
    edited.created = utcNow();
    edited.marks = {};
    edited.marks.tags = take.marks.tags;
    edited.facts = {};
    if (!edited.name.ends_with(mark)) edited.name += mark;
    edited.score = writeMidi(score);
    QuantizeOptions options;
    options.range = take.roll.range();
    options.keepDrums = true;
    options.fixedEnd = true;
    options.trimSilence = false;
    const int barSteps = take.roll.barSteps();
    options.pickup = (barSteps - take.roll.barOffset()) % barSteps;
    Score plain = score;
    makeEven(plain, styleOf(take).value_or(PlayingStyle{}), barSteps, take.roll.barOffset());
    plain.meters = {{0, take.roll.meter()}};
    std::vector<QuantizedPart> parts = quantize(plain, options);
    if (parts.front().rejection)  // silence is a take, too
        edited.roll = PianoRoll(take.roll.range(), take.roll.steps(), take.roll.meter(), take.roll.barOffset());
    else
        edited.roll = std::move(parts.front().roll);
    return edited;
}

Score takeScore(const Take& take, int program, int velocity) {
    PlayingStyle style;
    style.program = std::clamp(program, 0, 127);
    style.velocity = std::clamp(velocity, 1, 127);
    Score score = take.score.empty() ? styledScore(take.roll, take.tempo, styleOf(take).value_or(style))
                                     : std::move(readMidi(take.score, take.name).sequences.front());
    std::erase_if(score.texts, [](const TextEvent& event) {
        return event.type == TextEvent::trackName || event.text.starts_with(settingsPrefix);
    });
    score.texts.insert(score.texts.begin(), {{0, TextEvent::trackName, 0, validUtf8(take.name)},
                                             {0, textType, 0, std::string(settingsPrefix) + validUtf8(take.settings)}});
    return score;
}

std::string takeSettings(const Score& score) {
    for (const TextEvent& event : score.texts)
        if (event.type == textType && event.text.starts_with(settingsPrefix)) {
            const std::string text = event.text.substr(settingsPrefix.size());
            if (json::accept(text)) return text;
        }
    return {};
}

}  // namespace ricercar
