// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/PreparedTrainingSet.h"

#include <algorithm>
#include <utility>

namespace ricercar {

PreparedTrainingSet::PreparedTrainingSet(const TrainConfig& config, TrainingSet given)
    : range(runRange(config, soundingRange(given))), set(std::move(given)) {
    for (auto* pieces : {&set.train, &set.validation})
        for (TrainingPiece& piece : *pieces) {
            if (piece.roll.range() == range) continue;
            notesOutside += ricercar::notesOutside(piece.roll, range);
            piece.roll = piece.roll.inRange(range);
        }
    facts = factsOf(set);
}

double PreparedTrainingSet::playRate() const {
    double playing = 0, cells = 1;
    for (const TrainingPiece& piece : set.train) {
        cells += static_cast<double>(piece.roll.cells().size());
        playing +=
            static_cast<double>(std::ranges::count_if(piece.roll.cells(), [](Cell cell) { return (cell & playBit) != 0; }));
    }
    return std::clamp(playing / cells, 1e-4, 0.5);
}

}  // namespace ricercar
