// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Trainer.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ricercar::bench {

/// Floating-point operations by formula, a multiplication and an addition counting as two.
struct Work {
    double training = 0;    ///< a training step: forward and backward, without gradients of what is no parameter's
    double timeAxis = 0;    ///< a step of sampling: the time axis
    double noteInput = 0;   ///< what the time axis says to the note axis, all notes at once
    double noteChain = 0;   ///< note by note
    double chainBytes = 0;  ///< weights that each note of the chain reads
    [[nodiscard]] double sampling() const { return timeAxis + noteInput + noteChain; }
};
Work workOf(const TrainConfig& config);

/// The `johnson` network over 78 pitches, 4 x 128 steps.
TrainConfig johnsonStep(int threads, Precision precision = Precision::Float32);

/// Four voices that wander through the whole range.
PianoRoll wanderingMusic(PitchRange range, int steps, std::uint64_t seed);
TrainingSet wanderingSet(PitchRange range);

/// Random weights as a run begins with, expecting about four notes a step.
Checkpoint freshCheckpoint(const TrainConfig& config);

double median(std::vector<double> values);

}  // namespace ricercar::bench
