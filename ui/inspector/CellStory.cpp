#include "ui/inspector/CellStory.h"

#include "core/learning/FeatureBuilder.h"

#include <algorithm>

namespace ricercar {

std::optional<CellStory> storyOf(const StoryQuestion& question, const Task& task) {
    const PianoRoll& roll = question.trail->roll();
    const CellRef cell = question.cell;
    CellStory story;
    story.cell = cell;
    story.range = roll.range();
    story.there = roll.at(cell.step, cell.pitch);
    story.step = stepExpectation(*question.trail, roll, cell.step, cell.step, task);
    if (story.step.play.empty()) return std::nullopt;
    if (question.origin && question.origin->modelHash == question.model->hash)
        story.drawing = drawingOf(*question.trail, question.origin->settings, question.origin->drawnFrom,
                                  question.model->checkpoint.facts.medianPolyphony, cell.step, task);
    story.completions = likeliestCompletions(*question.trail, cell.step, cell.pitch, 10, completionBeam, task);
    if (story.completions.empty()) return std::nullopt;
    std::vector<float> step(static_cast<std::size_t>(roll.pitches()) * featureCount);
    FeatureBuilder(question.model->checkpoint.config.model).step(roll, cell.step - 1, step.data());
    const auto first = step.begin() + static_cast<std::ptrdiff_t>(story.index() * featureCount);
    story.features.assign(first, first + featureCount);
    return story;
}

}  // namespace ricercar
