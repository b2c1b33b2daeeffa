// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/CellStory.h"

#include "core/learning/PieceFeatures.h"

#include <algorithm>

namespace ricercar {

std::optional<CellStory> storyOf(const StoryQuestion& question, const Task& task) {
    const PianoRoll& roll = question.cache->roll();
    const CellRef cell = question.cell;
    CellStory story;
    story.cell = cell;
    story.range = roll.range();
    story.there = roll.at(cell.step, cell.pitch);
    story.step = stepExpectation(*question.cache, roll, cell.step, cell.step, task);
    if (story.step.play.empty()) return std::nullopt;
    if (question.origin && question.origin->modelHash == question.model->hash)
        story.drawing = drawingOf(*question.cache, question.origin->settings, question.origin->drawnFrom,
                                  question.model->checkpoint.facts.medianPolyphony, cell.step, task);
    story.completions = likeliestCompletions(*question.cache, cell.step, cell.pitch, 10, completionBeam, task);
    if (story.completions.empty()) return std::nullopt;
    const ModelConfig& config = question.model->checkpoint.config.model;
    story.layout = config.layout;
    const auto columns = static_cast<std::size_t>(shownFeatures(config.layout));
    std::vector<float> step(static_cast<std::size_t>(roll.pitches()) * columns);
    PieceFeatures(config, roll).shown(cell.step - 1, step.data());
    const auto first = step.begin() + static_cast<std::ptrdiff_t>(story.index() * columns);
    story.memory = memoryOf(roll, config, cell.step, cell.pitch);
    story.features.assign(first, first + static_cast<std::ptrdiff_t>(columns));
    return story;
}

}  // namespace ricercar
