// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/Workspace.h"
#include "core/learning/ModelConfig.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace ricercar {

/// What going on with a run would mean, known before it is asked for.
struct RunProspect {
    std::int64_t run = 0;
    std::optional<RunOwner> owner{};  ///< trains it now: nobody else can
    bool checkpoint = false;          ///< there is one to go on from
    std::int64_t step = 0;            ///< of the checkpoint
    double epochs = 0, seconds = 0;   ///< of training, up to there
    std::int64_t lost = 0;            ///< steps recorded beyond it, which are gone
    std::int64_t totalSteps = 0;      ///< the run's target; 0: time alone ends it
    double minutes = 0;               ///< the run's target; 0: none
    bool reached = false;             ///< the target
    bool setKept = false;             ///< its pieces are stored with it
    bool setChanged = false;          ///< the dataset gives other pieces now
    bool roll = false;                ///< it learns from a public roll file, which has to be given again

    /// With its own pieces: those that were kept, or those that are still the same.
    [[nodiscard]] bool canGoOn() const { return checkpoint && !owner && (setKept || !setChanged); }
};

/// Reads the pieces of the dataset, to compare them: seconds for a large one. A run that is not there has no checkpoint.
/// Throws Error.
RunProspect prospectOf(const std::filesystem::path& workspace, std::int64_t run, const Task& task = {});

/// The limits to go on with a run for as many more epochs or minutes as `more` has, once its target is reached; before that
/// none, which means the run's own. Limits count from the run's beginning, people think in "that many more".
TrainConfig limitsToGoOn(const RunProspect& prospect, const TrainConfig& more);

}  // namespace ricercar
