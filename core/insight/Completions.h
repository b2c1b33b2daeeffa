// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/InferenceCache.h"

#include <vector>

namespace ricercar {

/// One way a step may go on from a pitch upwards.
struct Completion {
    std::vector<Cell> cells;      ///< from that pitch up to the highest
    double logProbability = 0.0;  ///< ln p of these cells, given all before the step and the true cells below; exact
};

inline constexpr std::size_t completionBeam = 64;

/// The likeliest ways that step `step` of the piece goes on from `fromPitch` upwards, likeliest first; found by a beam of
/// `beam` hypotheses, pitch by pitch, so a likelier one may have been lost on the way, but each figure is exact. Under the
/// model alone: temperature 1. Empty when stopped.
std::vector<Completion> likeliestCompletions(InferenceCache& cache, int step, int fromPitch, std::size_t count = 10,
                                             std::size_t beam = completionBeam, const Task& task = {});

}  // namespace ricercar
