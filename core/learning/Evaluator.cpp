// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Evaluator.h"

#include "core/learning/TorchModule.h"

#include <cmath>

namespace ricercar {

Evaluation evaluate(const Checkpoint& checkpoint, std::span<const PianoRoll> rolls, const Task& task) {
    return torchModule().evaluate(checkpoint, rolls, task);
}

Evaluation evaluateAllKeys(const Checkpoint& checkpoint, std::span<const PianoRoll> rolls, const Task& task) {
    Evaluation result = evaluate(checkpoint, rolls, task);
    const PitchRange range = checkpoint.config.model.range;
    const double play = 0.5 / (static_cast<double>(checkpoint.facts.trainSteps) + 1.0);
    for (std::size_t piece = 0; piece < rolls.size(); ++piece)
        for (int step = 0; step < rolls[piece].steps(); ++step)
            for (int pitch = pianoRange.lowest; pitch <= pianoRange.highest; ++pitch) {
                if (range.contains(pitch)) continue;
                const double nats = -std::log(rolls[piece].plays(step, pitch) ? play : 1.0 - play);
                result.pieceNats[piece] += nats;
                result.nats += nats;
            }
    result.notesOutside = 0;
    return result;
}

std::vector<double> surprise(const Checkpoint& checkpoint, const PianoRoll& roll, const Task& task) {
    return torchModule().surprise(checkpoint, roll, task);
}

}  // namespace ricercar
