// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/Completions.h"
#include "core/insight/Expectation.h"
#include "core/insight/Memory.h"
#include "core/insight/SamplingTrace.h"
#include "core/learning/Saliency.h"
#include "core/workbench/TakeOrigin.h"
#include "ui/services/AskedModel.h"
#include "ui/services/Selection.h"

#include <memory>
#include <optional>
#include <vector>

namespace ricercar {

/// All that can be said of one cell under a model.
struct CellStory {
    CellRef cell;
    PitchRange range{};
    Cell there = 0;                       ///< what stands in the music
    StepExpectation step;                 ///< of all pitches of the cell's step
    std::optional<StepDrawing> drawing;   ///< of a step that this model generated
    std::vector<Completion> completions;  ///< of the step, from the cell upwards
    FeatureLayout layout = FeatureLayout::Seed;
    std::vector<float> features;          ///< the shown features that the model saw, of the step before
    std::vector<RememberedPlace> memory;  ///< of a model that remembers
    Saliency saliency;                    ///< of P(play); arrives later than the rest

    [[nodiscard]] std::size_t index() const { return static_cast<std::size_t>(cell.pitch - range.lowest); }
};

/// What is asked for a story. Plain values and shared ones: workers use it.
struct StoryQuestion {
    CellRef cell;
    std::shared_ptr<const AskedModel> model;
    std::shared_ptr<InferenceCache> cache;
    std::optional<TakeOrigin> origin;  ///< of a take, however it was made
};

/// All but the saliency. Nothing when stopped. Throws Error.
std::optional<CellStory> storyOf(const StoryQuestion& question, const Task& task);

}  // namespace ricercar
