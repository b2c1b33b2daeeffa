// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/TakeOrigin.h"

#include "core/base/Error.h"
#include "core/base/JsonDepth.h"
#include "core/workbench/RequestJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ricercar {

using nlohmann::json;

namespace {

/// What goes on from a step of a take, in its way.
TakeRequest fromStep(const Take& take, const TakeOrigin& origin, int step, const std::filesystem::path& checkpoint) {
    TakeRequest request;
    request.checkpoint = checkpoint;
    request.tempo = take.tempo;
    request.bars = origin.bars;
    request.style = origin.style;
    request.parent = takeMark(take);
    request.settings = origin.settings;
    request.settings.primer = take.roll.excerpt(0, step);
    request.settings.drawnFrom = std::min(origin.drawnFrom, step);
    return request;
}

/// The first step of a bar; refused where not all bars up to `last` are there.
int barStart(const PianoRoll& roll, int bar, int last) {
    const int bars = roll.steps() > 0 ? roll.bar(roll.steps() - 1) + 1 : 0;
    if (bar < 0 || last < bar || last >= bars)
        throw Error(ErrorKind::Invalid, {MessageId::RequestNotAPiece, {bar + 1, last + 1, bars}});
    return std::max(0, bar * roll.barSteps() - roll.barOffset());
}

struct Steps {
    int first, end;
};

/// Forces what stands in some steps and pitches of a roll: silence first, then the notes over it.
void force(const PianoRoll& roll, Steps steps, PitchRange pitches, std::vector<ForcedCell>& forced) {
    if (steps.first >= steps.end || pitches.lowest > pitches.highest) return;
    forced.push_back({steps.first, pitches.lowest, 0, steps.end - steps.first, pitches.size()});
    for (int pitch = pitches.lowest; pitch <= pitches.highest; ++pitch)
        for (int step = steps.first; step < steps.end; ++step) {
            const Cell cell = roll.at(step, pitch);
            if (cell == 0) continue;
            int end = step + 1;
            while (end < steps.end && roll.at(end, pitch) == cell && cell == playBit) ++end;
            forced.push_back({step, pitch, cell, end - step});
            step = end - 1;
        }
}

}  // namespace

std::optional<TakeOrigin> originOf(const Take& take) {
    if (nestedTooDeep(take.settings)) return std::nullopt;
    const json described = json::parse(take.settings, nullptr, false);
    if (!described.is_object() || !described.contains("model") || !described.contains("seed")) return std::nullopt;
    TakeOrigin origin;
    try {
        TakeRequest request;
        readFields(described, {}, request);
        origin.modelHash = request.modelHash;
        origin.modelName = request.modelName;
        origin.settings = std::move(request.settings);
        SampleSettings& settings = origin.settings;
        settings.primer.reset();
        settings.meter = take.roll.meter();
        origin.bars = request.bars;
        origin.style = request.style;
        origin.parent = request.parent;
        origin.drawnFrom = settings.drawnFrom.value_or(take.primerSteps);
        settings.drawnFrom.reset();
        settings.steps = std::max(1, take.roll.steps() - take.primerSteps);
        validate(settings);
    } catch (const std::exception&) {  // numbers of another program's
        return std::nullopt;
    }
    return origin;
}

TakeRequest branchOf(const Take& take, const TakeOrigin& origin, const ForcedCell& changed,
                     const std::filesystem::path& checkpoint) {
    TakeRequest request = fromStep(take, origin, changed.step, checkpoint);
    std::erase_if(request.settings.forced, [&](const ForcedCell& cell) {
        return cell.step > changed.step || (cell.step == changed.step && cell.pitch == changed.pitch);
    });
    request.settings.forced.push_back(changed);
    request.steps = take.roll.steps() - changed.step;
    return request;
}

TakeRequest rerollOf(const Take& take, const TakeOrigin& origin, const TakeRegion& region,
                     const std::filesystem::path& checkpoint, std::uint64_t seed, int particles) {
    const PianoRoll& roll = take.roll;
    const int first = barStart(roll, region.bar, region.bar + region.bars - 1);
    const int end = std::min<int>(roll.steps(), first + region.bars * roll.barSteps());
    TakeRequest request = fromStep(take, origin, first, checkpoint);
    SampleSettings& settings = request.settings;
    settings.seed = seed;
    settings.particles = particles;
    settings.returns.clear();
    const PitchRange open = region.pitches.value_or(roll.range());
    force(roll, {first, end}, {roll.range().lowest, open.lowest - 1}, settings.forced);
    force(roll, {first, end}, {open.highest + 1, roll.range().highest}, settings.forced);
    force(roll, {end, roll.steps()}, roll.range(), settings.forced);
    request.steps = roll.steps() - first;
    return request;
}

TakeRequest continueOf(const Take& take, const TakeOrigin& origin, int bar, int bars, const std::filesystem::path& checkpoint,
                       std::uint64_t seed) {
    const PianoRoll& roll = take.roll;
    const bool atEnd = roll.steps() > 0 && roll.stepInBar(roll.steps()) == 0 && bar == roll.bar(roll.steps());
    const int first = atEnd ? roll.steps() : barStart(roll, bar, bar);
    TakeRequest request = fromStep(take, origin, first, checkpoint);
    request.settings.seed = seed;
    std::erase_if(request.settings.forced, [&](const ForcedCell& cell) { return cell.step >= first; });
    request.bars = bars;
    return request;
}

std::vector<TakeRequest> temperatureSweep(const TakeRequest& request, const std::vector<double>& temperatures) {
    std::vector<TakeRequest> row(temperatures.size(), request);
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i].variations = 1;
        row[i].settings.temperature = temperatures[i];
        row[i].settings.temperatureCurve = {};
    }
    return row;
}

}  // namespace ricercar
