#pragma once

#include "core/learning/ModelConfig.h"
#include "ui/features3d/Tensor.h"

#include <optional>
#include <vector>

namespace ricercar {

/// P(play) of the cells of a roll, as a model sees them.
struct Predictions {
    PitchRange range{};
    int steps = 0;
    std::vector<float> play;  ///< [step][pitch]
};

/// The units after the 79 features: what the model is to predict from them, the state at the next step, and where there are
/// predictions P(play) there.
inline constexpr int targetPlayUnit = 79;
inline constexpr int targetArticulateUnit = 80;
inline constexpr int predictionUnit = 81;

/// No steps yet, and the 79 features as units.
Tensor featureAxis();

/// The features of steps first .. first+steps-1 for all notes of the roll, by FeatureBuilder, and the targets.
Tensor featureTensor(const PianoRoll& roll, int first, int steps, const std::optional<Predictions>& predictions = {},
                     const Task& task = {});

/// "vicinity +7, play", "pitch class E♭", "beat, bit 2"
QString featureWords(int feature);

}  // namespace ricercar
