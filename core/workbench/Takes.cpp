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

json settingsJson(const TakeRequest& request, const Checkpoint& checkpoint, double tempo, int primerSteps) {
    const SampleSettings& settings = request.settings;
    json described{{"program", "Ricercar " RICERCAR_VERSION},
                   {"model", checkpoint.modelHash()},
                   {"model_name", validUtf8(checkpoint.name)},
                   {"bars", request.bars},
                   {"seed", settings.seed},
                   {"temperature", settings.temperature},
                   {"conservativity", settings.conservativity},
                   {"density_guard", settings.densityGuard},
                   {"silence_guard", settings.silenceGuard},
                   {"meter", settings.meter.text()},
                   {"tempo", tempo},
                   {"primer_steps", primerSteps}};
    if (!request.primer.empty()) described["primer"] = displayPath(request.primer.filename());
    return described;
}

}  // namespace

Take makeTake(const TakeRequest& request, const Task& task, const StepCallback& onStep) {
    const Checkpoint checkpoint = loadCheckpoint(request.checkpoint);
    SampleSettings settings = request.settings;
    double tempo = request.tempo > 0 ? request.tempo : checkpoint.facts.tempo;
    if (!request.primer.empty()) {
        QuantizedPart part = primerFrom(request.primer, checkpoint.config.model);
        if (request.tempo <= 0) tempo = part.tempo;
        settings.primer = std::move(part.roll);
    }
    if (settings.primer) settings.meter = settings.primer->meter();
    if (!settings.meter.barSteps() || request.bars < 1 || request.bars > 10'000)
        throw Error(ErrorKind::Invalid, {MessageId::InvalidSetting, {"bars", std::to_string(request.bars), "1 to 10000"}});
    // A primer's last bar is filled up first.
    const int barSteps = *settings.meter.barSteps();
    const int begun = settings.primer ? settings.primer->stepInBar(settings.primer->steps()) : 0;
    settings.steps = request.bars * barSteps + (begun > 0 ? barSteps - begun : 0);

    Take take;
    take.primerSteps = settings.primer ? settings.primer->steps() : 0;
    take.roll = Sampler(checkpoint).generate(settings, task, onStep);
    take.created = utcNow();
    take.modelHash = checkpoint.modelHash();
    take.tempo = tempo;
    take.name = (checkpoint.name.empty() ? "take" : checkpoint.name) + ", seed " + std::to_string(settings.seed);
    take.settings = settingsJson(request, checkpoint, tempo, take.primerSteps).dump();
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
