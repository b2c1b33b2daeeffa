// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/learning/Checkpoint.h"
#include "core/music/PianoRoll.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ricercar {

/// Negative log-likelihood of music under a model, in nats.
struct Evaluation {
    double nats = 0;         ///< summed over all steps of all pieces
    std::int64_t steps = 0;  ///< every step once, the first from the all-zero start
    std::int64_t notes = 0;
    std::int64_t notesOutside = 0;  ///< beyond the model's pitch range: not scored, not in `notes`
    std::vector<double> pieceNats;
    bool complete = true;  ///< false: stopped before the end

    [[nodiscard]] double natsPerStep() const { return steps > 0 ? nats / static_cast<double>(steps) : 0.0; }  ///< pooled
    [[nodiscard]] double natsPerNote() const { return notes > 0 ? nats / static_cast<double>(notes) : 0.0; }
};

/// Scores whole pieces, state carried, no dropout. Rolls are brought into the model's range.
Evaluation evaluate(const Checkpoint& checkpoint, std::span<const PianoRoll> rolls, const Task& task = {});

/// The same over all 88 keys, play alone, as the public benchmarks count: a key outside the model's range plays with the
/// probability that its count in the training set, zero, gives it: 0.5 / (steps + 1).
Evaluation evaluateAllKeys(const Checkpoint& checkpoint, std::span<const PianoRoll> rolls, const Task& task = {});

/// -ln p of every cell of a roll, [step][pitch], lowest pitch first: what `evaluate` sums. Shorter when stopped.
std::vector<double> surprise(const Checkpoint& checkpoint, const PianoRoll& roll, const Task& task = {});

/// Self-test of the public benchmarks: each key an independent Bernoulli with (count + 0.5) / (frames + 1) from `train`; nats
/// per frame of `test`, play only, pooled.
double unigramNatsPerStep(std::span<const PianoRoll> train, std::span<const PianoRoll> test);
/// The same where each key also knows whether it played in the frame before (the first: silence).
double bigramNatsPerStep(std::span<const PianoRoll> train, std::span<const PianoRoll> test);

}  // namespace ricercar
