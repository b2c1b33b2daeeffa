// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Work.h"

#include "core/base/Random.h"
#include "core/learning/FeatureLayout.h"
#include "core/torch/BiaxialModel.h"

#include <algorithm>
#include <array>

namespace ricercar::bench {

Work workOf(const TrainConfig& config) {
    Work work;
    const double notes = config.model.range.size();
    constexpr double chosen = 2, outputs = 2;
    double inputs = seedFeatures;
    double forward = 0, notNeeded = 0;  // a cell
    const auto product = [](double rows, double columns) { return 2 * rows * columns; };
    for (std::size_t i = 0; i < config.model.timeHidden.size(); ++i) {
        const double hidden = config.model.timeHidden[i];
        forward += product(4 * hidden, inputs + hidden);
        if (i == 0) notNeeded += product(4 * hidden, inputs);
        inputs = hidden;
    }
    work.timeAxis = forward * notes;
    for (std::size_t i = 0; i < config.model.noteHidden.size(); ++i) {
        const double hidden = config.model.noteHidden[i];
        if (i == 0) {
            work.noteInput = product(4 * hidden, inputs) * notes;
            forward += product(4 * hidden, inputs);
            notNeeded += product(4 * hidden, chosen);
            inputs = chosen;
        }
        const double chain = product(4 * hidden, inputs + hidden);
        forward += chain;
        work.noteChain += chain * notes;
        inputs = hidden;
    }
    forward += product(outputs, inputs);
    work.noteChain += product(outputs, inputs) * notes;
    work.chainBytes = work.noteChain / notes / 2 * sizeof(float);
    work.training = (3 * forward - notNeeded) * notes * config.batch * config.window;
    return work;
}

TrainConfig johnsonStep(int threads, Precision precision) {
    TrainConfig config = presetConfig("johnson");
    config.model.range = johnsonRange;
    config.autoRange = false;
    config.batch = 4;
    config.window = 128;
    config.threads = threads;
    config.precision = precision;
    config.steps = 1'000'000;
    return config;
}

PianoRoll wanderingMusic(PitchRange range, int steps, std::uint64_t seed) {
    PianoRoll roll(range, steps);
    Random random(seed);
    std::array<int, 4> voices{};
    for (std::size_t i = 0; i < voices.size(); ++i) voices[i] = range.lowest + range.size() * (2 * static_cast<int>(i) + 1) / 8;
    for (int& pitch : voices)
        for (int step = 0; step < steps;) {
            const int length = 1 + static_cast<int>(random.below(6));
            if (random.below(8) != 0) roll.addNote(step, length, pitch);
            pitch = std::clamp(pitch + static_cast<int>(random.below(9)) - 4, range.lowest, range.highest);
            step += length;
        }
    roll.addNote(0, 1, range.lowest);
    roll.addNote(0, 1, range.highest);
    return roll;
}

TrainingSet wanderingSet(PitchRange range) {
    TrainingSet set;
    for (std::uint64_t piece = 0; piece < 32; ++piece)
        set.train.push_back({std::to_string(piece), wanderingMusic(range, 2048, piece), 120});
    return set;
}

Checkpoint freshCheckpoint(const TrainConfig& config) {
    BiaxialModel model(config.model);
    model.initialize(1, 4.0 / config.model.range.size());
    Checkpoint checkpoint;
    checkpoint.config = config;
    checkpoint.weights = model.weights();
    return checkpoint;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace ricercar::bench
