// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Saliency.h"

#include "core/learning/TorchModule.h"

namespace ricercar {

std::vector<float> shownGradients(const Saliency& saliency, FeatureLayout layout, int pitch) {
    const auto time = static_cast<std::ptrdiff_t>(timeFeatures(layout)),
               note = static_cast<std::ptrdiff_t>(noteFeatures(layout));
    const auto shown = static_cast<std::ptrdiff_t>(shownFeatures(layout));
    const std::ptrdiff_t row = pitch - saliency.range.lowest;
    const auto last = saliency.values.end() - (saliency.range.size() - row) * time;
    std::vector<float> gradients(last, last + time);
    const auto below = saliency.below.begin() + row * note;
    gradients.insert(gradients.end(), below, below + (shown - time));
    return gradients;
}

Saliency saliencyOf(const Checkpoint& checkpoint, const PianoRoll& roll, int step, int pitch, bool articulate, int window,
                    const Task& task) {
    return torchModule().saliencyOf(checkpoint, roll, step, pitch, articulate, window, task);
}

}  // namespace ricercar
