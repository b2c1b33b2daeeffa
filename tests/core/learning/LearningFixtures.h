// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Trainer.h"

namespace ricercar::test {

/// A network of a few units over two octaves: trains in milliseconds. One thread.
TrainConfig tinyConfig();

/// A few short pieces of a simple, learnable pattern (a broken chord in eighths) in several keys.
TrainingSet tinySet(int trainPieces = 4, int validationPieces = 1);

/// tinyConfig trained on tinySet for some batches.
Checkpoint tinyCheckpoint(std::int64_t steps = 0, FeatureLayout layout = FeatureLayout::Seed);

}  // namespace ricercar::test
