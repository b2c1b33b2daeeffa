// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Takes.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/Clock.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace ricercar {
namespace {

using nlohmann::json;

constexpr std::string_view settingsPrefix = "ricercar: ";
constexpr std::uint8_t textType = 1;
constexpr double slowestTempo = 60e6 / 0xFFFFFF;
constexpr double fastestTempo = 60e6;

QuantizedPart primerFrom(const std::filesystem::path& path) {
    const MidiFile file = readMidi(path);
    QuantizeOptions options;
    options.range = fullRange;
    for (QuantizedPart& part : quantize(file.sequences.front(), options))
        if (!part.rejection) return std::move(part);
    throw Error(ErrorKind::Invalid, {MessageId::PrimerWithoutMusic, {displayPath(path)}});
}

json settingsJson(const PreparedTake& prepared, const Take& take, std::uint64_t seed) {
    const TakeRequest& request = prepared.request;
    const SampleSettings& settings = request.settings;
    json described{{"program", "Ricercar " RICERCAR_VERSION},
                   {"model", take.modelHash},
                   {"model_name", validUtf8(prepared.checkpoint.name)},
                   {"bars", request.bars},
                   {"seed", seed},
                   {"temperature", settings.temperature},
                   {"conservativity", settings.conservativity},
                   {"floor", settings.floor},
                   {"density_guard", settings.densityGuard},
                   {"silence_guard", settings.silenceGuard},
                   {"meter", settings.meter.text()},
                   {"tempo", request.tempo},
                   {"primer_steps", take.primerSteps}};
    if (settings.drawnFrom) described["drawn_from"] = *settings.drawnFrom;
    for (const ForcedCell& cell : settings.forced) described["forced"].push_back({cell.step, cell.pitch, cell.cell});
    if (!request.primer.empty()) described["primer"] = displayPath(request.primer.filename());
    return described;
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

PreparedTake prepareTake(const TakeRequest& request) {
    PreparedTake prepared{request, loadCheckpoint(request.checkpoint), {}};
    const Checkpoint& checkpoint = prepared.checkpoint;
    SampleSettings& settings = prepared.request.settings;
    double& tempo = prepared.request.tempo;
    if (request.bars < 1 || request.bars > 10'000)
        rejectSetting("bars", request.bars, Message{MessageId::ValueRange, {1, 10'000}});
    // what a MIDI file can hold
    if (request.tempo != 0 && !(request.tempo >= slowestTempo && request.tempo <= fastestTempo))
        rejectSetting("tempo", std::to_string(request.tempo), Message{MessageId::ValueTempo, {"3.58", 60'000'000}});
    if (request.variations < 1 || request.variations > 1000)
        rejectSetting("variations", request.variations, Message{MessageId::ValueRange, {1, 1000}});
    if (!request.primer.empty()) {
        QuantizedPart part = primerFrom(request.primer);
        if (tempo <= 0) tempo = part.tempo;
        settings.primer = std::move(part.roll);
    }
    if (settings.primer) {
        const PitchRange range = checkpoint.config.model.range;
        const std::int64_t outside = notesOutside(*settings.primer, range);
        if (outside > 0) prepared.remarks.push_back(outsideRemark(MessageId::PrimerNotesOutside, outside, range));
        settings.primer = settings.primer->inRange(range);
    }
    if (tempo <= 0) tempo = checkpoint.facts.tempo;
    settings.meter = settings.primer ? settings.primer->meter() : request.meter.value_or(checkpoint.facts.meter);
    settings.steps = 1;
    validate(settings);
    // A primer's last bar is filled up first.
    const int barSteps = *settings.meter.barSteps();
    const int begun = settings.primer ? settings.primer->stepInBar(settings.primer->steps()) : 0;
    const std::int64_t steps = std::int64_t{request.bars} * barSteps + (begun > 0 ? barSteps - begun : 0);
    settings.steps =
        request.steps > 0 ? request.steps : static_cast<int>(std::min<std::int64_t>(steps, std::numeric_limits<int>::max()));
    return prepared;
}

std::vector<Take> makeTakes(const PreparedTake& prepared, const Task& task, const SongStepCallback& onStep,
                            const TakeCallback& onTake) {
    const SampleSettings& settings = prepared.request.settings;
    const int variations = prepared.request.variations;
    std::vector<Take> takes(static_cast<std::size_t>(variations), takeWithoutMusic(prepared));
    Sampler(prepared.checkpoint).generateMany(settings, variations, 0, task, onStep, [&](int variation, const PianoRoll& roll) {
        Take& take = takes[static_cast<std::size_t>(variation)];
        const std::uint64_t seed = variationSeed(settings.seed, variation);
        take.roll = roll;
        take.created = utcNow();
        take.name += ", seed " + std::to_string(seed);
        take.settings = settingsJson(prepared, take, seed).dump();
        if (onTake) onTake(variation, take);
    });
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
    plain.meters = {{0, take.roll.meter()}};
    std::vector<QuantizedPart> parts = quantize(plain, options);
    if (parts.front().rejection)  // silence is a take, too
        edited.roll = PianoRoll(take.roll.range(), take.roll.steps(), take.roll.meter(), take.roll.barOffset());
    else
        edited.roll = std::move(parts.front().roll);
    return edited;
}

Score takeScore(const Take& take, int program, int velocity) {
    Score score = take.score.empty() ? toScore(take.roll, take.tempo, program, velocity)
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
