// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelConfig.h"
#include "ui/services/Tensor.h"

#include <optional>
#include <vector>

namespace ricercar {

/// P(play) of the cells of a roll, as a model sees them.
struct Predictions {
    PitchRange range{};
    int steps = 0;
    std::vector<float> play;                     ///< [step][pitch]
    FeatureLayout layout = FeatureLayout::Seed;  ///< of the model
};

/// The units after the features: what the model is to predict from them, the state at the next step, and where there are
/// predictions P(play) there.
inline int targetPlayUnit(FeatureLayout layout = FeatureLayout::Seed) { return shownFeatures(layout); }
inline int targetArticulateUnit(FeatureLayout layout = FeatureLayout::Seed) { return targetPlayUnit(layout) + 1; }
inline int predictionUnit(FeatureLayout layout = FeatureLayout::Seed) { return targetPlayUnit(layout) + 2; }

/// No steps yet, and the features of a layout as units.
Tensor featureAxis(FeatureLayout layout);

/// The features of steps first .. first+steps-1 for all notes of the roll, and the targets; in the layout of the model that
/// predicts, else in the seed's.
Tensor featureTensor(const PianoRoll& roll, int first, int steps, const std::optional<Predictions>& predictions = {},
                     const Task& task = {});

}  // namespace ricercar
