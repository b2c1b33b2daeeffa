// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/Memory.h"

#include "core/learning/EchoIndex.h"

#include <algorithm>

namespace ricercar {
namespace {

using Kind = RememberedPlace::Kind;

StepMemory memoryBefore(const PianoRoll& roll, bool articulation, int step) {
    EchoIndex index(roll.barSteps(), articulation, roll.range().lowest);
    for (int at = 0; at < std::min(step, roll.steps()); ++at) index.append(roll.row(at), roll.stepInBar(at));
    return index.memory();
}

bool sees(const ModelConfig& config, FeatureGroup group) { return !goesWithout(config, featureSpan(config.layout, group)); }

/// Completes a place with what came next there.
RememberedPlace withNext(RememberedPlace place, const PianoRoll& roll, const ModelConfig& config, int pitch) {
    place.pitch = pitch - place.shift;
    place.next = roll.at(place.place, place.pitch);
    if (!config.articulation) place.next &= playBit;
    return place;
}

}  // namespace

std::vector<RememberedPlace> memoryOf(const PianoRoll& roll, const ModelConfig& config, int step, int pitch) {
    std::vector<RememberedPlace> places;
    if (config.layout != FeatureLayout::Remembering || step <= 0) return places;
    const StepMemory memory = memoryBefore(roll, config.articulation, step);
    const int half = std::max(1, roll.barSteps() / 2);
    const auto add = [&](const RememberedPlace& place) { places.push_back(withNext(place, roll, config, pitch)); };

    if (sees(config, FeatureGroup::Echo) || sees(config, FeatureGroup::Expected)) {
        const auto match = [&](Kind kind, const EchoPlace& echo) {
            if (echo.place >= 0) add({kind, echo.place - echo.length, echo.place, echo.length, echo.shift});
        };
        match(Kind::Longest, memory.longest);
        match(Kind::Second, memory.second);
        match(Kind::Transposed, memory.transposed);
        const int soft = memory.soft.place;
        if (soft >= 0 && std::ranges::find(places, soft, &RememberedPlace::place) == places.end())
            add({Kind::Soft, std::max(0, soft - half), soft, 0, 0, 0, static_cast<double>(memory.agreement)});
        std::ranges::stable_sort(places, std::greater<>(), &RememberedPlace::length);
    }
    if (sees(config, FeatureGroup::Lags))
        for (std::size_t i = 0; i < memory.lagPlace.size(); ++i)
            if (const int place = memory.lagPlace[i]; place >= 0)
                add({Kind::Lag, std::max(0, place - half), place, 0, 0, lagBars[i],
                     static_cast<double>(memory.lagAgreement[i])});
    return places;
}

}  // namespace ricercar
