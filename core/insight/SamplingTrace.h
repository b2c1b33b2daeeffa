// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/InferenceCache.h"
#include "core/learning/Sampler.h"

#include <optional>
#include <vector>

namespace ricercar {

/// How one cell of a generated step came about.
struct CellDrawing {
    int pitch = 0;
    StepEngine::Logits logits;
    double play = 0.0;        ///< P(play) that was drawn from: temperature, conservativity, floor and guards in it
    double articulate = 0.0;  ///< the same of articulate; of use where `free`
    CellDraws draws;          ///< a note plays where its draw is below its P
    bool free = false;        ///< articulate was a choice: the pitch sounded before
    bool forced = false;      ///< set by hand instead
    Cell drawn = 0;           ///< what the numbers say
    Cell cell = 0;            ///< what stands in the take; another one where it was edited since
};

struct StepDrawing {
    int step = 0;
    DrawRule set;                    ///< as the settings say
    DrawRule rule;                   ///< as the guards had moved it
    std::vector<CellDrawing> cells;  ///< lowest pitch first
};

/// Draws step `step` of a take again. `settings` are those that it was made with: its primer's length says what was given.
/// Nothing for a step of the primer, for one that was chosen among particles, or when stopped.
std::optional<StepDrawing> drawingOf(InferenceCache& take, const SampleSettings& settings, int primerSteps,
                                     double medianPolyphony, int step, const Task& task = {});

}  // namespace ricercar
