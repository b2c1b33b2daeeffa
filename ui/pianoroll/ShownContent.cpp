// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/ShownContent.h"

#include "ui/services/Stage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {

Representation representationOf(const StageContent& shown, Representation wanted) {
    if (!shown.score) return Representation::Grid;
    return shown.roll.steps() == 0 ? Representation::Free : wanted;
}

RollContent contentOf(const StageContent& shown, Representation wanted, bool differences) {
    const bool free = representationOf(shown, wanted) == Representation::Free;
    RollContent content;
    content.representation = free ? Representation::Free : Representation::Grid;
    content.steps = shown.roll.steps();
    content.range = shown.roll.range();
    content.bars = shown.roll.steps() > 0 ? BarMap(shown.roll) : BarMap();
    content.primerSteps = shown.primerSteps;
    std::vector<ShownNote> played;
    if (shown.score) {
        const StepScale scale = StepScale::of(*shown.score, shown.firstStep);
        const PitchRange range = shown.roll.steps() > 0 ? shown.roll.range() : fullRange;
        if (free || differences) played = freeNotes(*shown.score, scale, shown.keepDrums, range);
        content.tempos = tempoMarks(*shown.score, scale);
        if (shown.roll.steps() == 0) {  // a bar at least, to draw into
            content.bars = BarMap(*shown.score, shown.firstStep);
            content.steps = std::max(std::ceil(scale.step(shown.score->end)), content.bars.nextBar(0.0));
        }
    } else if (shown.tempo > 0.0) {
        content.tempos = {{0.0, shown.tempo}};
    }
    std::vector<ShownNote> cells;
    if (!free || differences) cells = gridNotes(shown.roll);
    content.notes = NoteIndex(free ? std::move(played) : std::move(cells));
    if (differences && shown.score && shown.roll.steps() > 0) {
        content.ghosts = NoteIndex(free ? std::move(cells) : std::move(played));
        content.ghostsTitle =
            free ? QCoreApplication::translate("Roll", "the grid") : QCoreApplication::translate("Roll", "as played");
    }
    for (const NoteIndex* notes : {&content.notes, &content.ghosts}) {
        content.range = widened(content.range, *notes);
        for (const ShownNote& note : notes->notes()) content.steps = std::max(content.steps, std::ceil(note.end));
    }
    return content;
}

}  // namespace ricercar
