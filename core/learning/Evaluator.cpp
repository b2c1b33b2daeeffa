// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Evaluator.h"

#include "core/base/Parallel.h"
#include "core/learning/Scoring.h"
#include "core/learning/Threads.h"
#include "core/learning/TorchErrors.h"

#include <cmath>
#include <numeric>

namespace ricercar {
namespace {

BiaxialModel modelOf(const Checkpoint& checkpoint) {
    keepTorchToOneThread();
    BiaxialModel model(checkpoint.config.model);
    model.setThreads(threadCount(0));
    model.setWeights(checkpoint.weights);
    return model;
}

}  // namespace

Evaluation evaluate(const Checkpoint& checkpoint, std::span<const PianoRoll> rolls, const Task& task) {
    return translatingTorchErrors([&] {
        BiaxialModel model = modelOf(checkpoint);
        Evaluation result;
        std::vector<PianoRoll> ranged;
        std::vector<const PianoRoll*> pointers;
        std::uint64_t total = 0;
        for (const PianoRoll& roll : rolls) {
            ranged.push_back(roll.inRange(checkpoint.config.model.range));
            result.notesOutside += notesOutside(roll, checkpoint.config.model.range);
            total += static_cast<std::uint64_t>(roll.steps());
        }
        for (const PianoRoll& roll : ranged) {
            pointers.push_back(&roll);
            result.notes += static_cast<std::int64_t>(notesOf(roll).size());
        }
        result.pieceNats.assign(rolls.size(), 0.0);
        std::uint64_t done = 0;
        result.complete = scoreRolls(model, pointers, task, [&](std::size_t piece, int, std::span<const float> cells) {
            result.pieceNats[piece] = std::accumulate(cells.begin(), cells.end(), result.pieceNats[piece]);
            ++result.steps;
            if (++done % 256 == 0) task.report(done, total);
        });
        result.nats = std::accumulate(result.pieceNats.begin(), result.pieceNats.end(), 0.0);
        return result;
    });
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
    return translatingTorchErrors([&] {
        BiaxialModel model = modelOf(checkpoint);
        const PianoRoll ranged = roll.inRange(checkpoint.config.model.range);
        const PianoRoll* const pointer = &ranged;
        std::vector<double> cellsOfAll;
        cellsOfAll.reserve(ranged.cells().size());
        scoreRolls(model, {&pointer, 1}, task, [&](std::size_t, int step, std::span<const float> cells) {
            cellsOfAll.insert(cellsOfAll.end(), cells.begin(), cells.end());
            task.report(static_cast<std::uint64_t>(step) + 1, static_cast<std::uint64_t>(ranged.steps()));
        });
        return cellsOfAll;
    });
}

}  // namespace ricercar
