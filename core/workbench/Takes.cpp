#include "core/workbench/Takes.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/Clock.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ricercar {
namespace {

using nlohmann::json;

constexpr std::string_view settingsPrefix = "ricercar: ";
constexpr std::uint8_t textType = 1;
constexpr std::uint8_t trackNameType = 3;

QuantizedPart primerFrom(const std::filesystem::path& path) {
    const MidiFile file = readMidi(path);
    QuantizeOptions options;
    options.range = fullRange;
    for (QuantizedPart& part : quantize(file.sequences.front(), options))
        if (!part.rejection) return std::move(part);
    throw Error(ErrorKind::Invalid, {MessageId::PrimerWithoutMusic, {displayPath(path)}});
}

json settingsJson(const PreparedTake& prepared, int primerSteps) {
    const TakeRequest& request = prepared.request;
    const SampleSettings& settings = request.settings;
    json described{{"program", "Ricercar " RICERCAR_VERSION},
                   {"model", prepared.checkpoint.modelHash()},
                   {"model_name", validUtf8(prepared.checkpoint.name)},
                   {"bars", request.bars},
                   {"seed", settings.seed},
                   {"temperature", settings.temperature},
                   {"conservativity", settings.conservativity},
                   {"density_guard", settings.densityGuard},
                   {"silence_guard", settings.silenceGuard},
                   {"meter", settings.meter.text()},
                   {"tempo", request.tempo},
                   {"primer_steps", primerSteps}};
    if (!request.primer.empty()) described["primer"] = displayPath(request.primer.filename());
    return described;
}

}  // namespace

PreparedTake prepareTake(const TakeRequest& request) {
    PreparedTake prepared{request, loadCheckpoint(request.checkpoint), {}};
    const Checkpoint& checkpoint = prepared.checkpoint;
    SampleSettings& settings = prepared.request.settings;
    double& tempo = prepared.request.tempo;
    if (request.bars < 1 || request.bars > 10'000)
        throw Error(ErrorKind::Invalid, {MessageId::InvalidSetting, {"bars", std::to_string(request.bars), "1 to 10000"}});
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
    settings.steps = request.bars * barSteps + (begun > 0 ? barSteps - begun : 0);
    return prepared;
}

Take makeTake(const PreparedTake& prepared, const Task& task, const StepCallback& onStep) {
    const Checkpoint& checkpoint = prepared.checkpoint;
    const SampleSettings& settings = prepared.request.settings;
    Take take;
    take.primerSteps = settings.primer ? settings.primer->steps() : 0;
    take.roll = Sampler(checkpoint).generate(settings, task, onStep);
    take.created = utcNow();
    take.modelHash = checkpoint.modelHash();
    take.tempo = prepared.request.tempo;
    take.name = (checkpoint.name.empty() ? "take" : checkpoint.name) + ", seed " + std::to_string(settings.seed);
    take.settings = settingsJson(prepared, take.primerSteps).dump();
    return take;
}

Score takeScore(const Take& take, int program, int velocity) {
    Score score = toScore(take.roll, take.tempo, program, velocity);
    std::erase_if(score.texts, [](const TextEvent& event) { return event.type == trackNameType; });
    score.texts.insert(score.texts.begin(), {{0, trackNameType, 0, validUtf8(take.name)},
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
