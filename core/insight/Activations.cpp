// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/Activations.h"

#include "core/learning/PieceFeatures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace ricercar {

std::vector<LayerName> layersOf(const ModelConfig& config) {
    std::vector<LayerName> layers;
    for (const bool noteAxis : {false, true}) {
        int layer = 0;
        for (const int units : noteAxis ? config.noteHidden : config.timeHidden) layers.push_back({noteAxis, layer++, units});
    }
    return layers;
}

Activations activationsOf(InferenceCache& cache, const LayerName& layer, int first, int steps, const Task& task) {
    const StepEngine& engine = cache.engine();
    const PianoRoll& roll = cache.roll();
    Activations result{layer, roll.range(), std::max(first, 0), 0, {}};
    const auto index = static_cast<std::size_t>(layer.layer);
    const int end = std::min(first + steps, roll.steps());
    cache.walk(result.first, end, task, [&](int step, StepEngine::State& state) {
        if (!layer.noteAxis) {
            const Floats& hidden = state.time[index].hidden;
            result.values.insert(result.values.end(), hidden.begin(), hidden.end());
        } else {
            Cell below = 0;
            for (const Cell cell : roll.row(step)) {
                engine.next(state, below);
                const Floats& hidden = state.note[index].hidden;
                result.values.insert(result.values.end(), hidden.begin(), hidden.end());
                below = cell;
            }
        }
        ++result.steps;
    });
    return result;
}

std::vector<double> unitVariances(const Activations& activations) {
    const auto units = static_cast<std::size_t>(activations.layer.units);
    std::vector<double> mean(units, 0.0), variance(units, 0.0);
    if (activations.values.empty()) return variance;
    const double count = static_cast<double>(activations.values.size() / units);
    for (std::size_t i = 0; i < activations.values.size(); ++i)
        mean[i % units] += static_cast<double>(activations.values[i]) / count;
    for (std::size_t i = 0; i < activations.values.size(); ++i) {
        const double off = static_cast<double>(activations.values[i]) - mean[i % units];
        variance[i % units] += off * off / count;
    }
    return variance;
}

std::vector<double> unitCorrelations(const Activations& activations, const PianoRoll& roll, const ModelConfig& config,
                                     int feature) {
    const auto units = static_cast<std::size_t>(activations.layer.units);
    std::vector<double> result(units, 0.0);
    if (activations.values.empty() || feature < 0 || feature >= shownFeatures(config.layout)) return result;
    const PianoRoll ranged = roll.inRange(config.range);
    const PieceFeatures features(config, ranged);
    const auto pitches = static_cast<std::size_t>(ranged.pitches());
    const auto columns = static_cast<std::size_t>(shownFeatures(config.layout));
    std::vector<float> step(pitches * columns);
    std::vector<double> seen;
    for (int i = 0; i < activations.steps; ++i) {
        features.shown(activations.first + i - 1, step.data());
        for (std::size_t n = 0; n < pitches; ++n)
            seen.push_back(static_cast<double>(step[n * columns + static_cast<std::size_t>(feature)]));
    }
    const double count = static_cast<double>(seen.size());
    double mean = 0.0, square = 0.0;
    for (const double value : seen) mean += value / count;
    for (const double value : seen) square += (value - mean) * (value - mean);
    const std::vector<double> variances = unitVariances(activations);
    for (std::size_t unit = 0; unit < units; ++unit) {
        const double spread = std::sqrt(square * variances[unit] * count);
        if (spread < 1e-12) continue;
        double sum = 0.0;
        for (std::size_t cell = 0; cell < seen.size(); ++cell)
            sum += (seen[cell] - mean) * static_cast<double>(activations.values[cell * units + unit]);
        result[unit] = sum / spread;
    }
    return result;
}

}  // namespace ricercar
