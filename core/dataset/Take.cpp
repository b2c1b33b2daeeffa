// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Take.h"

namespace ricercar {

PianoRoll TakeRow::roll() const {
    PianoRoll roll(range, steps, meter, barOffset);
    unpackCells(cells, roll);
    return roll;
}

Take TakeRow::unpacked() const {
    return {id, name, created, modelHash, settings, tempo, primerSteps, roll(), score, marks, facts};
}

TakeRow packedTake(const Take& take) {
    const PianoRoll& roll = take.roll;
    return {take.id,          take.name,        take.created, take.modelHash, take.settings,
            take.tempo,       take.primerSteps, roll.range(), roll.steps(),   roll.meter(),
            roll.barOffset(), packCells(roll),  take.score,   take.marks,     take.facts};
}

}  // namespace ricercar
