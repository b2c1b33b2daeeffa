// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/TakeOrigin.h"

#include "core/base/JsonDepth.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ricercar {

using nlohmann::json;

std::optional<TakeOrigin> originOf(const Take& take) {
    if (nestedTooDeep(take.settings)) return std::nullopt;
    const json described = json::parse(take.settings, nullptr, false);
    if (!described.is_object() || !described.contains("model") || !described.contains("seed")) return std::nullopt;
    TakeOrigin origin;
    try {
        origin.modelHash = described.at("model").get<std::string>();
        SampleSettings& settings = origin.settings;
        settings.seed = described.at("seed").get<std::uint64_t>();
        settings.temperature = described.value("temperature", 1.0);
        settings.conservativity = described.value("conservativity", 1.0);
        settings.floor = described.value("floor", 0.0);
        settings.densityGuard = described.value("density_guard", false);
        settings.silenceGuard = described.value("silence_guard", false);
        settings.meter = take.roll.meter();
        origin.bars = std::clamp(described.value("bars", 16), 1, 4096);
        origin.modelName = described.value("model_name", std::string());
        origin.drawnFrom = described.value("drawn_from", take.primerSteps);
        for (const json& cell : described.value("forced", json::array()))
            settings.forced.push_back({cell.at(0).get<int>(), cell.at(1).get<int>(), cell.at(2).get<Cell>()});
        settings.steps = std::max(1, take.roll.steps() - take.primerSteps);
        validate(settings);
    } catch (const std::exception&) {  // numbers of another program's
        return std::nullopt;
    }
    return origin;
}

TakeRequest branchOf(const Take& take, const TakeOrigin& origin, const ForcedCell& changed,
                     const std::filesystem::path& checkpoint) {
    TakeRequest request;
    request.checkpoint = checkpoint;
    request.tempo = take.tempo;
    request.settings = origin.settings;
    request.settings.primer = take.roll.excerpt(0, changed.step);
    request.settings.drawnFrom = std::min(origin.drawnFrom, changed.step);
    std::erase_if(request.settings.forced, [&](const ForcedCell& cell) {
        return cell.step > changed.step || (cell.step == changed.step && cell.pitch == changed.pitch);
    });
    request.settings.forced.push_back(changed);
    request.steps = take.roll.steps() - changed.step;
    return request;
}

TakeRequest requestOf(const Take& take, const TakeOrigin& origin, const std::filesystem::path& checkpoint) {
    TakeRequest request;
    request.checkpoint = checkpoint;
    request.bars = origin.bars;
    request.steps = std::max(1, take.roll.steps() - take.primerSteps);
    request.tempo = take.tempo;
    request.meter = take.roll.meter();
    request.settings = origin.settings;
    if (take.primerSteps > 0) {
        request.settings.primer = take.roll.excerpt(0, take.primerSteps);
        request.settings.drawnFrom = std::min(origin.drawnFrom, take.primerSteps);
    }
    return request;
}

std::vector<TakeRequest> temperatureSweep(const TakeRequest& request, const std::vector<double>& temperatures) {
    std::vector<TakeRequest> row(temperatures.size(), request);
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i].variations = 1;
        row[i].settings.temperature = temperatures[i];
    }
    return row;
}

}  // namespace ricercar
