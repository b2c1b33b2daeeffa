// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Trainer.h"

#include <cstdint>

namespace ricercar {

/// A training set as a run sees it.
struct PreparedTrainingSet {
    PitchRange range;               ///< runRange() of it
    std::int64_t notesOutside = 0;  ///< that it lost
    TrainingSet set;                ///< every roll in the range; its hash is of these
    TrainingFacts facts;

    PreparedTrainingSet(const TrainConfig& config, TrainingSet given);

    /// Share of cells that play, of what is trained on: what an untrained model should expect.
    [[nodiscard]] double playRate() const;
};

}  // namespace ricercar
