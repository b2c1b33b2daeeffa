// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/SamplingTrace.h"

#include "core/learning/Song.h"

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
    SampleSettings own = settings;
    own.primer = roll.excerpt(0, primerSteps);
    own.steps = roll.steps() - primerSteps;
    const SongPlan plan(own, take.engine().config());
    if (settings.particles > 1 && step <= plan.lastWeighed()) return std::nullopt;
    std::optional<CellLimits> limits = plan.limits();
    RunningKey key;
    for (int before = 0; before < step; ++before) key.hear(roll.row(before), roll.range().lowest);
    for (int before = primerSteps; before < step; ++before) {
        guards.reach(plan.bar(before));
        guards.stepSounded(notesIn(roll.row(before)));
        for (int i = 0; limits && i < roll.pitches(); ++i)
            limits->set(before, i, roll.row(before)[static_cast<std::size_t>(i)]);
    }
    guards.reach(plan.bar(step));

    StepDrawing drawing;
    drawing.step = step;
    drawing.set = guards.set();
    drawing.rule = guards.rule();
    Random random = stepRandom(plan.seedAt(step), step);
    const bool articulation = take.engine().config().articulation;
    Cell below = 0;
    bool sounding = step > 0 && notesIn(roll.row(step - 1)) > 0;
    for (int i = 0; i < roll.pitches(); ++i) {
        CellDrawing cell;
        cell.pitch = roll.range().lowest + i;
        cell.logits = take.engine().next(*state, below);
        cell.draws = cellDraws(random);
        const bool played = step > 0 && roll.plays(step - 1, cell.pitch);
        const DrawRule rule = inKey(drawing.rule, settings.keyFloor, key, cell.pitch, played);
        cell.play = rule.play(cell.logits.play, sounding);
        cell.articulate = rule.articulate(cell.logits.articulate);
        cell.free = played && articulation;
        const Outcomes open = limits && !plan.fixed().at(step, i) ? limits->open(step, i) : allOutcomes;
        cell.drawn = drawnCell(cell.logits, rule, cell.draws, {played, sounding, articulation}, open);
        cell.forced = plan.fixed().at(step, i).has_value() ||
                      plan.returned(roll, step, i, plan.seedAt(step)) == std::optional(roll.at(step, cell.pitch));
        cell.cell = below = roll.at(step, cell.pitch);
        if (limits) limits->set(step, i, cell.cell);
        sounding = sounding || below != 0;
        drawing.cells.push_back(cell);
    }
    return drawing;
}

}  // namespace ricercar
