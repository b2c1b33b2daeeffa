// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/TorchEntries.h"

#include "core/base/Parallel.h"
#include "core/torch/Scoring.h"
#include "core/torch/Threads.h"
#include "core/torch/TorchErrors.h"

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

Evaluation evaluateWithTorch(const Checkpoint& checkpoint, std::span<const PianoRoll> rolls, const Task& task) {
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

std::vector<double> surpriseWithTorch(const Checkpoint& checkpoint, const PianoRoll& roll, const Task& task) {
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
