// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/SamplingTrace.h"

#include <algorithm>
#include <span>

namespace ricercar {

std::optional<StepDrawing> drawingOf(InferenceCache& take, const SampleSettings& settings, int primerSteps,
                                     double medianPolyphony, int step, const Task& task) {
    const PianoRoll& roll = take.roll();
    if (step < primerSteps || step >= roll.steps()) return std::nullopt;
    std::optional<StepEngine::State> state = take.before(step, task);
    if (!state) return std::nullopt;
    Guards guards(settings, medianPolyphony);
    for (int before = primerSteps; before < step; ++before) guards.stepSounded(notesIn(roll.row(before)));

    StepDrawing drawing;
    drawing.step = step;
    drawing.set = {settings.temperature, settings.conservativity, settings.floor};
    drawing.rule = guards.rule();
    Random random = stepRandom(settings.seed, step);
    const bool articulation = take.engine().config().articulation;
    Cell below = 0;
    bool sounding = step > 0 && notesIn(roll.row(step - 1)) > 0;
    for (int i = 0; i < roll.pitches(); ++i) {
        CellDrawing cell;
        cell.pitch = roll.range().lowest + i;
        cell.logits = take.engine().next(*state, below);
        cell.draws = cellDraws(random);
        cell.play = drawing.rule.play(cell.logits.play, sounding);
        cell.articulate = drawing.rule.articulate(cell.logits.articulate);
        const bool played = step > 0 && roll.plays(step - 1, cell.pitch);
        cell.free = played && articulation;
        cell.drawn = drawnCell(cell.logits, drawing.rule, cell.draws, {played, sounding, articulation});
        cell.forced = std::ranges::any_of(
            settings.forced, [&](const ForcedCell& forced) { return forced.step == step && forced.pitch == cell.pitch; });
        cell.cell = below = roll.at(step, cell.pitch);
        sounding = sounding || below != 0;
        drawing.cells.push_back(cell);
    }
    return drawing;
}

}  // namespace ricercar
