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

/// -ln p of a roll, note by note through the engine that draws music: one conditional probability after another.
double natsByEngine(const Checkpoint& checkpoint, const PianoRoll& roll);

}  // namespace ricercar::test
