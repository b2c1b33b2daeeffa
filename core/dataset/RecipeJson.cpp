// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/RecipeJson.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/JsonDepth.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace ricercar {
namespace {

using Json = nlohmann::json;

struct Writer {
    Json operator()(const FindBeat& remedy) const { return {{"remedy", "find-beat"}, {"track", toNumbers(remedy.track)}}; }
    Json operator()(const JoinMeters&) const { return {{"remedy", "join-meters"}}; }
    Json operator()(const PlaceBarLine& remedy) const { return {{"remedy", "bar-line"}, {"pickup", remedy.pickupSteps}}; }
    Json operator()(const ShiftNotes& remedy) const { return {{"remedy", "shift"}, {"steps", remedy.steps}}; }
    Json operator()(const ScaleTempo& remedy) const { return {{"remedy", "tempo"}, {"twice", remedy.twice}}; }
    Json operator()(const ChooseVoices& remedy) const {
        Json voices = Json::array();
        for (const Voice& voice : remedy.voices) voices.push_back({voice.track, voice.channel});
        return {{"remedy", "voices"}, {"voices", voices}};
    }
    Json operator()(const Drums& remedy) const { return {{"remedy", "drums"}, {"keep", remedy.keep}}; }
    Json operator()(const SustainPedal& remedy) const { return {{"remedy", "pedal"}, {"fold", remedy.fold}}; }
    Json operator()(const TrimSilence&) const { return {{"remedy", "trim"}}; }
    Json operator()(const KeepSilence& remedy) const { return {{"remedy", "keep-silence"}, {"first", remedy.firstStep}}; }
    Json operator()(const SetAside&) const { return {{"remedy", "set-aside"}}; }
};

Remedy remedyOf(const Json& object) {
    const std::string name = object.at("remedy").get<std::string>();
    if (name == "find-beat") {
        const auto numbers = object.at("track").get<std::vector<double>>();
        const auto track = beatTrackOf(numbers);
        if (!track && !numbers.empty()) throw std::invalid_argument("the beats of " + name);
        return FindBeat{track.value_or(BeatTrack{})};
    }
    if (name == "join-meters") return JoinMeters{};
    if (name == "bar-line") return PlaceBarLine{object.at("pickup").get<int>()};
    if (name == "shift") return ShiftNotes{object.at("steps").get<double>()};
    if (name == "tempo") return ScaleTempo{object.at("twice").get<bool>()};
    if (name == "voices") {
        ChooseVoices remedy;
        for (const Json& voice : object.at("voices")) remedy.voices.push_back({voice.at(0).get<int>(), voice.at(1).get<int>()});
        return remedy;
    }
    if (name == "drums") return Drums{object.at("keep").get<bool>()};
    if (name == "pedal") return SustainPedal{object.at("fold").get<bool>()};
    if (name == "trim") return TrimSilence{};
    if (name == "keep-silence") return KeepSilence{object.value("first", 0)};
    if (name == "set-aside") return SetAside{};
    throw std::invalid_argument(name);
}

}  // namespace

std::string toJson(const Recipe& recipe) {
    Json list = Json::array();
    for (const Remedy& remedy : recipe) list.push_back(std::visit(Writer{}, remedy));
    return list.dump();
}

Recipe recipeFromJson(const std::string& json) {
    try {
        if (nestedTooDeep(json)) throw std::invalid_argument("nested too deep");
        const Json list = Json::parse(json);
        if (!list.is_array()) throw std::invalid_argument("no list");
        Recipe recipe;
        for (const Json& entry : list) recipe.push_back(remedyOf(entry));
        return recipe;
    } catch (const std::exception& problem) {
        throw Error(ErrorKind::Incompatible, {MessageId::RecipeUnknown, {validUtf8(problem.what())}});
    }
}

}  // namespace ricercar
