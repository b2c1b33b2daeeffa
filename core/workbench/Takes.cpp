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

QuantizedPart primerFrom(const std::filesystem::path& path, const ModelConfig& config) {
    const MidiFile file = readMidi(path);
    QuantizeOptions options;
    options.range = config.range;
    for (QuantizedPart& part : quantize(file.sequences.front(), options))
        if (!part.rejection) return std::move(part);
    throw Error(ErrorKind::Invalid, {MessageId::PrimerWithoutMusic, {displayPath(path)}});
}

json settingsJson(const TakeRequest& request, const PreparedTake& prepared, int primerSteps) {
    const SampleSettings& settings = prepared.settings;
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
                   {"tempo", prepared.tempo},
                   {"primer_steps", primerSteps}};
    if (!request.primer.empty()) described["primer"] = displayPath(request.primer.filename());
    return described;
}

}  // namespace

PreparedTake prepareTake(const TakeRequest& request) {
    PreparedTake prepared{loadCheckpoint(request.checkpoint), request.settings, request.tempo};
    SampleSettings& settings = prepared.settings;
    if (request.bars < 1 || request.bars > 10'000)
        throw Error(ErrorKind::Invalid, {MessageId::InvalidSetting, {"bars", std::to_string(request.bars), "1 to 10000"}});
    if (!request.primer.empty()) {
        QuantizedPart part = primerFrom(request.primer, prepared.checkpoint.config.model);
        if (prepared.tempo <= 0) prepared.tempo = part.tempo;
        settings.primer = std::move(part.roll);
    }
    if (prepared.tempo <= 0) prepared.tempo = prepared.checkpoint.facts.tempo;
    settings.meter = settings.primer ? settings.primer->meter() : request.meter.value_or(prepared.checkpoint.facts.meter);
    settings.steps = 1;
    validate(settings);
    // A primer's last bar is filled up first.
    const int barSteps = *settings.meter.barSteps();
    const int begun = settings.primer ? settings.primer->stepInBar(settings.primer->steps()) : 0;
    settings.steps = request.bars * barSteps + (begun > 0 ? barSteps - begun : 0);
    return prepared;
}

Take makeTake(const TakeRequest& request, const Task& task, const StepCallback& onStep) {
    const PreparedTake prepared = prepareTake(request);
    const Checkpoint& checkpoint = prepared.checkpoint;
    Take take;
    take.primerSteps = prepared.settings.primer ? prepared.settings.primer->steps() : 0;
    take.roll = Sampler(checkpoint).generate(prepared.settings, task, onStep);
    take.created = utcNow();
    take.modelHash = checkpoint.modelHash();
    take.tempo = prepared.tempo;
    take.name = (checkpoint.name.empty() ? "take" : checkpoint.name) + ", seed " + std::to_string(prepared.settings.seed);
    take.settings = settingsJson(request, prepared, take.primerSteps).dump();
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
