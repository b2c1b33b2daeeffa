// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/TorchModule.h"

namespace ricercar {

// What stands behind the entry points of TorchModule.

std::unique_ptr<TorchTrainer> trainWithTorch(const TrainConfig& config, TrainingSet set);
std::unique_ptr<TorchTrainer> resumeWithTorch(const Checkpoint& checkpoint, TrainingSet set);
Evaluation evaluateWithTorch(const Checkpoint& checkpoint, std::span<const PianoRoll> rolls, const Task& task);
std::vector<double> surpriseWithTorch(const Checkpoint& checkpoint, const PianoRoll& roll, const Task& task);
Saliency saliencyWithTorch(const Checkpoint& checkpoint, const PianoRoll& whole, int step, int pitch, bool articulate,
                           int window, const Task& task);

}  // namespace ricercar
