// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/learning/Checkpoint.h"
#include "core/music/PianoRoll.h"

#include <vector>

namespace ricercar {

/// The gradient of one logit with respect to the features it was made from.
struct Saliency {
    PitchRange range{};
    int first = 0;              ///< the first of the steps whose features are told; the last one is the step before the cell
    int steps = 0;              ///< 0: stopped
    std::vector<float> values;  ///< [step][pitch][feature of the time axis]; step -1 is the all-zero start
    std::vector<float> below;   ///< [pitch][feature of the note axis], of the cell's own step
    double logit = 0.0;         ///< with the model beginning at `first`
};

/// By shown feature of the step before the cell, of the cell's own pitch: gradients of the time axis, then the note axis.
std::vector<float> shownGradients(const Saliency& saliency, FeatureLayout layout, int pitch);

/// Of play (or articulate) of (step, pitch), with the true cells below, over the `window` steps before it; what lies further
/// back is as if it had not been. Throws Error.
Saliency saliencyOf(const Checkpoint& checkpoint, const PianoRoll& roll, int step, int pitch, bool articulate = false,
                    int window = 64, const Task& task = {});

}  // namespace ricercar
