// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/TorchEntries.h"

#include "core/base/Parallel.h"
#include "core/learning/FeatureBuilder.h"
#include "core/torch/BiaxialModel.h"
#include "core/torch/Threads.h"
#include "core/torch/TorchErrors.h"

#include <algorithm>
#include <array>

namespace ricercar {

Saliency saliencyWithTorch(const Checkpoint& checkpoint, const PianoRoll& whole, int step, int pitch, bool articulate,
                           int window, const Task& task) {
    const ModelConfig& config = checkpoint.config.model;
    const PianoRoll roll = whole.inRange(config.range);
    Saliency result;
    result.range = config.range;
    if (step < 0 || step >= roll.steps() || !config.range.contains(pitch) || window < 1) return result;
    // Cells first .. step are predicted from the features of the steps before each.
    const int first = std::max(0, step - window + 1);
    return translatingTorchErrors([&] {
        keepTorchToOneThread();
        BiaxialModel model(config);
        model.setWeights(checkpoint.weights);
        model.setThreads(threadCount(0));
        model.eval();
        Batch batch({step - first + 1}, config);
        const FeatureBuilder builder(config);
        const PieceMemory memory = builder.remembering() ? PieceMemory(roll, config.articulation) : PieceMemory();
        fill(batch, std::array{Window{&roll, first, 0, &memory}}, builder, config);
        BatchTensors tensors(batch);
        tensors.features.requires_grad_(true);
        tensors.below.requires_grad_(true);
        try {
            const torch::Tensor logit =
                model.forward(tensors, nullptr, nullptr, task)[-1][pitch - config.range.lowest][articulate ? 1 : 0];
            result.logit = logit.item<double>();
            logit.backward();
        } catch (const Stopped&) {
            return result;
        }
        result.first = first - 1;
        result.steps = step - first + 1;
        result.values = plain("saliency", tensors.features.grad()).values;
        result.below = plain("below", tensors.below.grad()[-1]).values;
        return result;
    });
}

}  // namespace ricercar
