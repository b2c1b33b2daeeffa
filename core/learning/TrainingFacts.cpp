// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"
#include "core/learning/Trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace ricercar {
namespace {

void hashPieces(std::string& text, const std::vector<TrainingPiece>& pieces) {
    for (const TrainingPiece& piece : pieces) {
        const PianoRoll& roll = piece.roll;
        text += roll.meter().text() + " " + std::to_string(roll.barOffset()) + " " + std::to_string(roll.range().lowest) + " " +
                std::to_string(roll.range().highest) + " " + sha256(roll.cells()) + "\n";
    }
    text += "--\n";
}

double medianPolyphony(const std::vector<TrainingPiece>& pieces) {
    std::array<std::int64_t, 129> steps{};  // by notes sounding
    std::int64_t sounding = 0;
    for (const TrainingPiece& piece : pieces)
        for (int step = 0; step < piece.roll.steps(); ++step) {
            const auto row = piece.roll.row(step);
            const auto notes = std::ranges::count_if(row, [](Cell cell) { return (cell & playBit) != 0; });
            if (notes == 0) continue;
            ++steps[static_cast<std::size_t>(notes)];
            ++sounding;
        }
    std::int64_t seen = 0;
    for (std::size_t notes = 1; notes < steps.size(); ++notes) {
        seen += steps[notes];
        if (sounding > 0 && 2 * seen >= sounding) return static_cast<double>(notes);
    }
    return 0;
}

double notesPerBar(const std::vector<TrainingPiece>& pieces) {
    double notes = 0, bars = 0;
    for (const TrainingPiece& piece : pieces) {
        const auto cells = piece.roll.cells();
        notes += static_cast<double>(std::ranges::count_if(cells, [](Cell cell) { return (cell & articulateBit) != 0; }));
        bars += static_cast<double>(piece.roll.steps()) / piece.roll.barSteps();
    }
    return bars > 0 ? notes / bars : 0.0;
}

}  // namespace

TrainingFacts factsOf(const TrainingSet& set) {
    TrainingFacts facts;
    facts.trainPieces = static_cast<int>(set.train.size());
    facts.validationPieces = static_cast<int>(set.validation.size());
    facts.rollFile = set.rollFile;
    std::string text;
    hashPieces(text, set.train);
    hashPieces(text, set.validation);
    facts.datasetHash = sha256(text);
    facts.medianPolyphony = medianPolyphony(set.train);
    facts.notesPerBar = notesPerBar(set.train);

    std::vector<double> tempos;
    std::map<std::pair<int, int>, std::int64_t> meters;  // steps in each
    for (const TrainingPiece& piece : set.train) {
        facts.trainSteps += piece.roll.steps();
        tempos.push_back(piece.tempo);
        meters[{piece.roll.meter().numerator, piece.roll.meter().denominator}] += piece.roll.steps();
    }
    if (tempos.empty()) return facts;
    std::ranges::nth_element(tempos, tempos.begin() + static_cast<std::ptrdiff_t>(tempos.size() / 2));
    facts.tempo = tempos[tempos.size() / 2];
    const auto commonest = std::ranges::max_element(meters, {}, [](const auto& entry) { return entry.second; });
    facts.meter = {commonest->first.first, commonest->first.second};
    return facts;
}

std::optional<PitchRange> soundingRange(const TrainingSet& set) {
    std::optional<PitchRange> range;
    for (const auto* pieces : {&set.train, &set.validation})
        for (const TrainingPiece& piece : *pieces)
            if (const auto sounds = soundingRange(piece.roll)) {
                if (!range) range = sounds;
                range = PitchRange{std::min(range->lowest, sounds->lowest), std::max(range->highest, sounds->highest)};
            }
    return range;
}

std::int64_t totalSteps(const TrainConfig& config, std::int64_t batchesPerEpoch) {
    constexpr double defaultEpochs = 20;
    auto most = std::numeric_limits<std::int64_t>::max();
    if (config.steps > 0) most = config.steps;
    double epochLimit = config.epochs;
    if (config.steps == 0 && config.epochs <= 0 && config.minutes <= 0) epochLimit = defaultEpochs;
    if (epochLimit > 0)
        most = std::min(most, static_cast<std::int64_t>(std::ceil(epochLimit * static_cast<double>(batchesPerEpoch))));
    return most == std::numeric_limits<std::int64_t>::max() ? 0 : most;
}

TrainEstimate estimate(const TrainConfig& config, std::int64_t trainSteps) {
    TrainEstimate result;
    const double cells = static_cast<double>(config.batch) * config.window * config.model.range.size();
    double units = 0;
    for (const NamedTensor& tensor : parameterShapes(config.model)) {
        std::int64_t count = 1;
        for (const std::int64_t extent : tensor.shape) count *= extent;
        result.parameters += count;
        if (tensor.shape.size() != 2) continue;
        // 2 flops a weight forward, 4 backward (gradients of weights and of inputs; the features need none)
        const bool features = tensor.name == "time.0.weight_ih";
        result.flopsPerBatch += (features ? 4.0 : 6.0) * static_cast<double>(count) * cells;
        if (tensor.name.ends_with("weight_hh")) units += static_cast<double>(tensor.shape[1]);
    }
    const std::int64_t batchSteps = std::int64_t{config.batch} * config.window;
    result.batchesPerEpoch = std::max<std::int64_t>(1, (trainSteps + batchSteps - 1) / batchSteps);
    // Measured: torch itself 180 MB; for a cell 8.5 floats a unit (gates, states, outputs, gradients) and its features twice.
    const double features = timeFeatures(config.model.layout) + noteFeatures(config.model.layout);
    result.megabytes = 180.0 + cells * (units * 8.5 + 2.0 * features) * 4.0 / 1e6;
    return result;
}

TrainConfig scaledTo(TrainConfig config, std::int64_t trainSteps) {
    if (config.preset != "ricercar" || trainSteps <= 0) return config;
    constexpr std::int64_t smallSet = 30'000, largeSet = 100'000;  // steps
    constexpr double enoughBatches = 2000;
    config.model.dropout = trainSteps < smallSet ? 0.5 : trainSteps < largeSet ? 0.4 : 0.3;
    if (config.epochs == 0 && config.steps == 0 && config.minutes == 0) {
        const auto each = static_cast<double>(estimate(config, trainSteps).batchesPerEpoch);
        config.epochs = std::clamp(std::round(enoughBatches / each), 4.0, 100.0);
    }
    return config;
}

}  // namespace ricercar
