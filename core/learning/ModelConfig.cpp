// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/ModelConfig.h"

#include "core/base/Error.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace ricercar {
namespace {

constexpr int fewestPitches = 13;  // an octave, both ends

constexpr std::array<std::string_view, 4> names{"ricercar", "small", "seed", "johnson"};

std::string text(double value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.10g", value);
    return digits;
}

template <typename Number>
void inRange(const std::string& setting, Number value, Number lowest, Number highest) {
    if (!(value >= lowest && value <= highest)) {  // NaN is rejected too
        const auto low = text(static_cast<double>(lowest));
        const auto high = text(static_cast<double>(highest));
        rejectSetting(setting, text(static_cast<double>(value)), Message{MessageId::ValueRange, {low, high}});
    }
}

void checkLayers(const std::string& setting, const std::vector<int>& layers) {
    if (layers.empty() || layers.size() > 4)
        rejectSetting(setting, Message{MessageId::ValueLayerCount, {layers.size()}}, Message{MessageId::ValueLayers, {}});
    for (const int units : layers) inRange(setting, units, 1, 4096);
}

void checkGroups(const ModelConfig& config) {
    const auto spans = featureSpans(config.layout);
    for (const std::string& name : config.without) {
        if (std::ranges::find(spans, name, &FeatureSpan::name) != spans.end()) continue;
        std::string known;
        for (const FeatureSpan& span : spans) known += (known.empty() ? "" : ", ") + std::string(span.name);
        rejectSetting("without", name, Message{MessageId::ValueGroups, {known}});
    }
}

}  // namespace

bool goesWithout(const ModelConfig& config, const FeatureSpan& span) {
    return std::ranges::find(config.without, span.name) != config.without.end();
}

std::span<const std::string_view> presetNames() { return names; }

TrainConfig presetConfig(std::string_view name) {
    TrainConfig config;
    config.preset = std::string(name);
    if (name == "small") return config;
    config.window = 128;
    if (name == "ricercar") {
        config.model.layout = FeatureLayout::Remembering;
        config.model.timeHidden = {128, 128};
        config.model.noteHidden = {64, 32};
        config.model.dropout = 0.4;
        config.inputDropout = 0.1;
        config.learningRate = 3e-3;
        config.schedule = Schedule::Cosine;
        config.warmup = 50;
        config.weightDecay = 0.02;
        return config;
    }
    config.model.dropout = 0.5;
    config.model.noteHidden = {100, 50};
    if (name == "seed")
        config.model.timeHidden = {200, 200};
    else if (name == "johnson")
        config.model.timeHidden = {300, 300};
    else
        rejectSetting("preset", config.preset, Message{MessageId::ValueOneOf, {"ricercar, small, seed, johnson"}});
    return config;
}

PitchRange runRange(const TrainConfig& config, std::optional<PitchRange> sounding) {
    if (!config.autoRange) return config.model.range;
    if (!sounding) return pianoRange;
    PitchRange range{sounding->lowest + config.transposeDown, sounding->highest + config.transposeUp};
    const int missing = std::max(0, fewestPitches - range.size());
    range.lowest = std::clamp(range.lowest - missing / 2, 0, fullRange.size() - fewestPitches);
    range.highest = std::clamp(range.highest, range.lowest + fewestPitches - 1, fullRange.highest);
    return range;
}

void validate(const TrainConfig& config) {
    checkLayers("time_hidden", config.model.timeHidden);
    checkLayers("note_hidden", config.model.noteHidden);
    inRange("dropout", config.model.dropout, 0.0, 0.95);
    if (!config.model.range.valid())
        rejectSetting("pitch_range",
                      std::to_string(config.model.range.lowest) + ".." + std::to_string(config.model.range.highest),
                      Message{MessageId::ValueRange, {0, 127}});
    checkGroups(config.model);
    inRange("batch", config.batch, 1, 1024);
    inRange("window", config.window, 1, 4096);
    inRange("learning_rate", config.learningRate, 1e-7, 1.0);
    inRange("warmup", config.warmup, 0, 1'000'000);
    inRange("weight_decay", config.weightDecay, 0.0, 100.0);
    inRange("input_dropout", config.inputDropout, 0.0, 0.95);
    inRange("clip_norm", config.clipNorm, 0.0, 1e6);
    inRange("transpose_down", config.transposeDown, -24, 0);
    inRange("transpose_up", config.transposeUp, 0, 24);
    inRange("validation_share", config.validationShare.value_or(0), 0.0, 0.9);
    inRange("threads", config.threads, 0, 1024);
    inRange("epochs", config.epochs, 0.0, 1e6);
    inRange("steps", static_cast<double>(config.steps), 0.0, 1e12);
    inRange("minutes", config.minutes, 0.0, 1e6);
    inRange("patience", config.patience, 0, 1'000'000);
}

}  // namespace ricercar
