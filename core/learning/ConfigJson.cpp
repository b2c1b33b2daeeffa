// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/ConfigJson.h"

#include "core/base/Error.h"
#include "core/base/JsonDepth.h"

#include <algorithm>
#include <functional>
#include <map>

namespace ricercar {

using nlohmann::json;

NLOHMANN_JSON_SERIALIZE_ENUM(NoteCounts, {{NoteCounts::Relative, "relative"}, {NoteCounts::Absolute, "absolute"}})
NLOHMANN_JSON_SERIALIZE_ENUM(FeatureLayout, {{FeatureLayout::Seed, "seed"}, {FeatureLayout::Remembering, "remembering"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Schedule, {{Schedule::Constant, "constant"}, {Schedule::Cosine, "cosine"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Precision, {{Precision::Float32, "float32"}, {Precision::BFloat16, "bfloat16"}})

namespace {

constexpr const char* fromTheSet = "auto";
constexpr const char* ofTheDataset = "dataset";

/// Calls visit(name, member) for every setting, so that reading and writing share one list.
template <typename Config, typename Visit>
void eachSetting(Config& config, Visit&& visit) {
    visit("preset", config.preset);
    visit("time_hidden", config.model.timeHidden);
    visit("note_hidden", config.model.noteHidden);
    visit("dropout", config.model.dropout);
    visit("counts", config.model.counts);
    visit("articulation", config.model.articulation);
    visit("layout", config.model.layout);
    visit("without", config.model.without);
    visit("batch", config.batch);
    visit("window", config.window);
    visit("learning_rate", config.learningRate);
    visit("schedule", config.schedule);
    visit("warmup", config.warmup);
    visit("weight_decay", config.weightDecay);
    visit("input_dropout", config.inputDropout);
    visit("clip_norm", config.clipNorm);
    visit("transpose_down", config.transposeDown);
    visit("transpose_up", config.transposeUp);
    visit("seed", config.seed);
    visit("threads", config.threads);
    visit("precision", config.precision);
    visit("epochs", config.epochs);
    visit("steps", config.steps);
    visit("minutes", config.minutes);
    visit("patience", config.patience);
}

template <typename Value>
void read(const std::string& name, const json& given, Value& member) {
    const auto wrong = [&](MessageId allowed, std::vector<Argument> args = {}) {
        rejectSetting(name, given.dump(), Message{allowed, std::move(args)});
    };
    if constexpr (std::is_same_v<Value, bool>) {
        if (!given.is_boolean()) wrong(MessageId::ValueEither, {"true", "false"});
    } else if constexpr (std::is_same_v<Value, std::string>) {
        if (!given.is_string()) wrong(MessageId::ValueText);
    } else if constexpr (std::is_same_v<Value, NoteCounts>) {
        if (given != "relative" && given != "absolute") wrong(MessageId::ValueEither, {"\"relative\"", "\"absolute\""});
    } else if constexpr (std::is_same_v<Value, FeatureLayout>) {
        if (given != "seed" && given != "remembering") wrong(MessageId::ValueEither, {"\"seed\"", "\"remembering\""});
    } else if constexpr (std::is_same_v<Value, Schedule>) {
        if (given != "constant" && given != "cosine") wrong(MessageId::ValueEither, {"\"constant\"", "\"cosine\""});
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
        if (!given.is_array() || !std::ranges::all_of(given, [](const json& one) { return one.is_string(); }))
            wrong(MessageId::ValueTexts);
    } else if constexpr (std::is_same_v<Value, Precision>) {
        if (given != "float32" && given != "bfloat16") wrong(MessageId::ValueEither, {"\"float32\"", "\"bfloat16\""});
    } else if constexpr (std::is_floating_point_v<Value>) {
        if (!given.is_number()) wrong(MessageId::ValueNumber);
    } else if constexpr (std::is_integral_v<Value>) {
        if (!given.is_number_integer()) wrong(MessageId::ValueWholeNumber);
        if (std::is_unsigned_v<Value> && !given.is_number_unsigned()) wrong(MessageId::ValueAtLeast, {0});
        if (!std::is_unsigned_v<Value> && sizeof(Value) < 8) {
            const auto wide = given.get<std::int64_t>();
            if (wide > 2'000'000'000 || wide < -2'000'000'000) wrong(MessageId::ValueSmallerNumber);
        }
    } else {
        if (!given.is_array()) wrong(MessageId::ValueWholeNumbers);
        for (const json& element : given)
            if (!element.is_number_integer() || element.get<std::int64_t>() > 1'000'000 ||
                element.get<std::int64_t>() < -1'000'000)
                wrong(MessageId::ValueWholeNumbers);
    }
    member = given.get<Value>();
}

}  // namespace

json configJson(const TrainConfig& config) {
    json written = json::object();
    eachSetting(config, [&](const char* name, const auto& member) { written[name] = member; });
    written["pitch_range"] =
        config.autoRange ? json(fromTheSet) : json::array({config.model.range.lowest, config.model.range.highest});
    written["validation_share"] = config.validationShare ? json(*config.validationShare) : json(ofTheDataset);
    return written;
}

TrainConfig configFromJson(const json& given, TrainConfig base) {
    if (!given.is_object())
        rejectSetting(Message{MessageId::SettingConfiguration, {}}, given.type_name(), Message{MessageId::ValueSettings, {}});
    if (given.contains("preset") && given["preset"].is_string()) {
        const auto name = given["preset"].get<std::string>();
        if (name != base.preset) base = presetConfig(name);
    }
    std::map<std::string, std::function<void(const json&)>> readers;
    eachSetting(base, [&](const char* name, auto& member) {
        readers[name] = [name, &member](const json& value) { read(name, value, member); };
    });
    readers["pitch_range"] = [&](const json& value) {
        base.autoRange = value == fromTheSet;
        if (base.autoRange) return;
        if (!value.is_array() || value.size() != 2)
            rejectSetting("pitch_range", value.dump(), Message{MessageId::ValuePitchEnds, {}});
        std::vector<int> ends;
        read("pitch_range", value, ends);
        base.model.range = {ends[0], ends[1]};
    };
    readers["validation_share"] = [&](const json& value) {
        base.validationShare.reset();
        if (value != ofTheDataset) read("validation_share", value, base.validationShare.emplace());
    };
    for (const auto& [name, value] : given.items()) {
        const auto reader = readers.find(name);
        if (reader == readers.end()) {
            std::string known;
            for (const auto& [other, unused] : readers) known += (known.empty() ? "" : ", ") + other;
            rejectSetting(Message{MessageId::SettingNamed, {name}}, value.dump(), Message{MessageId::ValueOneOf, {known}});
        }
        reader->second(value);
    }
    validate(base);
    return base;
}

std::string toJson(const TrainConfig& config) { return configJson(config).dump(2); }

TrainConfig trainConfigFromJson(const std::string& text, TrainConfig base) {
    if (nestedTooDeep(text))
        rejectSetting(Message{MessageId::SettingConfiguration, {}}, Message{MessageId::ValueTooDeep, {}},
                      Message{MessageId::ValueSettings, {}});
    json parsed;
    try {
        parsed = json::parse(text);
    } catch (const json::parse_error& error) {
        const auto line =
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size())), '\n') + 1;
        throw Error(ErrorKind::Invalid, {MessageId::ConfigNotJson, {line, error.byte}});
    } catch (const json::exception&) {
        rejectSetting(Message{MessageId::SettingConfigurationNumber, {}}, Message{MessageId::ValueTooLarge, {}},
                      Message{MessageId::ValueFiniteNumber, {}});
    }
    return configFromJson(parsed, std::move(base));
}

}  // namespace ricercar
