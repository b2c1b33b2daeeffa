// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/InferenceCache.h"

#include <string>
#include <vector>

namespace ricercar {

/// A layer of the network, counted from the input: first those of the time axis, then those of the note axis.
struct LayerName {
    bool noteAxis = false;
    int layer = 0;  ///< within its axis
    int units = 0;
};
std::vector<LayerName> layersOf(const ModelConfig& config);

/// What the units of a layer put out, for each cell whose state they help to predict.
struct Activations {
    LayerName layer;
    PitchRange range{};
    int first = 0;              ///< step
    int steps = 0;              ///< fewer when stopped
    std::vector<float> values;  ///< [step][pitch][unit], within -1 .. 1

    [[nodiscard]] float at(int step, int pitch, int unit) const {
        const auto cell = static_cast<std::size_t>(step - first) * static_cast<std::size_t>(range.size()) +
                          static_cast<std::size_t>(pitch - range.lowest);
        return values[cell * static_cast<std::size_t>(layer.units) + static_cast<std::size_t>(unit)];
    }
};
/// Steps first .. first+steps-1 of the piece. The note axis sees the true cells.
Activations activationsOf(InferenceCache& cache, const LayerName& layer, int first, int steps, const Task& task = {});

/// Variance of each unit over all cells.
std::vector<double> unitVariances(const Activations& activations);
/// Pearson's correlation of each unit with a feature of the same cells (of the step before, as the model sees them); 0 where
/// either is constant.
std::vector<double> unitCorrelations(const Activations& activations, const PianoRoll& roll, const ModelConfig& config,
                                     int feature);

}  // namespace ricercar
