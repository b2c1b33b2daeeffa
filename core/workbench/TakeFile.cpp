// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/TakeFile.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/Clock.h"
#include "core/workbench/RequestJson.h"
#include "core/workbench/TakeOrigin.h"
#include "core/workbench/Takes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace ricercar {
namespace {

constexpr std::string_view editedMark = " (edited)";           // as editedTake writes it
constexpr std::uint64_t longestTake = std::uint64_t{1} << 26;  // bytes

bool isMidi(const std::filesystem::path& path) {
    std::array<char, 4> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) == "MThd";
}

std::string nameOf(const Score& score, const std::filesystem::path& path) {
    for (const TextEvent& event : score.texts)
        if (event.type == TextEvent::trackName && !event.text.empty()) return validUtf8(event.text);
    return displayPath(path.stem());
}

}  // namespace

std::optional<Take> readTakeFile(const std::filesystem::path& path) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed) || !isMidi(path)) return std::nullopt;
    Take take;
    try {
        const MidiFile file = readMidi(readFile(path, longestTake), displayPath(path));
        const Score& score = file.sequences.front();
        take.settings = takeSettings(score);
        if (take.settings.empty()) return std::nullopt;
        take.name = nameOf(score, path);
        QuantizeOptions options;
        options.range = fullRange;
        options.keepDrums = true;
        options.fixedEnd = true;
        options.detectPickup = false;
        options.trimSilence = false;
        Score plain = score;
        if (const auto style = styleOf(take)) {
            const Meter meter = score.meters.empty() ? Meter{} : score.meters.back().meter;
            const int barSteps = meter.barSteps().value_or(16);
            const Tick step = std::max(1, score.division.ticksPerQuarter / stepsPerQuarter);
            const auto pickup = score.meters.size() > 1 ? static_cast<int>(score.meters.back().tick / step) : 0;
            makeEven(plain, *style, barSteps, (barSteps - pickup % barSteps) % barSteps);
        }
        QuantizedPart part = std::move(quantize(plain, options).front());
        if (part.rejection) return std::nullopt;
        take.roll = std::move(part.roll);
        take.tempo = part.tempo;
        take.created = utcNow();
        const auto settings = nlohmann::json::parse(take.settings);
        take.primerSteps = std::clamp(settings.value("primer_steps", 0), 0, take.roll.steps());
        take.modelHash = settings.value("model", std::string());
        if (take.name.ends_with(editedMark)) take.score = writeMidi(score);
    } catch (const std::exception&) {  // whoever opens it as music is told
        return std::nullopt;
    }
    if (!originOf(take)) return std::nullopt;
    return take;
}

}  // namespace ricercar
