// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/RollContent.h"

#include "core/music/DrumParts.h"

#include <algorithm>
#include <cmath>

namespace ricercar {

Tick StepScale::tick(double step) const { return static_cast<Tick>(std::llround((step + firstStep) * ticksPerStep)); }

StepScale StepScale::of(const Score& score, double firstStep) {
    return {static_cast<double>(std::max(score.division.ticksPerQuarter, 1)) / stepsPerQuarter, firstStep};
}

std::vector<ShownNote> gridNotes(const PianoRoll& roll) {
    const std::vector<RollNote> cells = notesOf(roll);
    std::vector<ShownNote> notes;
    notes.reserve(cells.size());
    for (const RollNote& note : cells)
        notes.push_back({static_cast<double>(note.start), static_cast<double>(note.start + note.length),
                         static_cast<NoteId>(notes.size()), 0, static_cast<std::uint8_t>(note.pitch), 0, 0, true});
    return notes;
}

std::vector<ShownNote> freeNotes(const Score& score, const StepScale& scale, bool keepDrums, PitchRange range) {
    std::vector<ShownNote> notes;
    notes.reserve(score.notes.size());
    const DrumParts isDrum(score);
    for (const Note& note : score.notes)
        notes.push_back({scale.step(note.start), scale.step(note.start + note.duration), static_cast<NoteId>(notes.size()),
                         note.track, note.pitch, note.velocity, note.channel,
                         (keepDrums || !isDrum(note)) && range.contains(note.pitch)});
    return notes;
}

std::vector<TempoMark> tempoMarks(const Score& score, const StepScale& scale) {
    std::vector<TempoMark> marks;
    for (const TempoChange& change : score.tempos) {
        const double tempo = 60e6 / std::max<std::uint32_t>(change.microsecondsPerQuarter, 1);
        if (!marks.empty() && std::abs(marks.back().tempo - tempo) < 0.005) continue;
        marks.push_back({scale.step(change.tick), tempo});
    }
    return marks;
}

PitchRange widened(PitchRange range, const NoteIndex& notes) {
    for (const ShownNote& note : notes.notes()) {
        range.lowest = std::min<int>(range.lowest, note.pitch);
        range.highest = std::max<int>(range.highest, note.pitch);
    }
    return range;
}

RollContent gridContent(const PianoRoll& roll, double primerSteps) {
    RollContent content;
    content.notes = NoteIndex(gridNotes(roll));
    content.steps = roll.steps();
    content.range = roll.range();
    content.bars = BarMap(roll);
    content.primerSteps = primerSteps;
    return content;
}

}  // namespace ricercar
