// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/GivenNotes.h"

namespace ricercar {

std::vector<ForcedCell> forcedNotes(const std::vector<RollNote>& notes, int shift) {
    std::vector<ForcedCell> forced;
    for (const RollNote& note : notes) {
        forced.push_back({note.start + shift, note.pitch, playBit | articulateBit});
        if (note.length > 1) forced.push_back({note.start + shift + 1, note.pitch, playBit, note.length - 1});
    }
    return forced;
}

void harmonise(const PianoRoll& roll, double tempo, TakeRequest& request) {
    for (const ForcedCell& cell : forcedNotes(notesOf(roll))) request.settings.forced.push_back(cell);
    request.meter = roll.meter();
    request.bars = (roll.steps() + roll.barSteps() - 1) / roll.barSteps();
    if (request.tempo <= 0) request.tempo = tempo;
}

}  // namespace ricercar
