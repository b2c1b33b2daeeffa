// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/RecordedTake.h"

#include "core/music/MidiFile.h"
#include "core/music/PianoRoll.h"
#include "core/music/TempoMap.h"
#include "core/workbench/Clock.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

PianoRoll gridOf(const Score& score) {
    Meter meter = score.meters.empty() ? Meter{} : score.meters.front().meter;
    if (!meter.barSteps()) meter = {};
    const double ticksPerStep = std::max(score.division.ticksPerQuarter, 1) / static_cast<double>(stepsPerQuarter);
    const auto step = [&](Tick tick) { return static_cast<int>(std::lround(static_cast<double>(tick) / ticksPerStep)); };
    const int bar = *meter.barSteps();
    int steps = 1;
    for (const Note& note : score.notes) steps = std::max(steps, step(note.start + note.duration));
    PianoRoll roll(pianoRange, (steps + bar - 1) / bar * bar, meter);
    for (const Note& note : score.notes) {
        if (!pianoRange.contains(note.pitch) || note.channel == drumChannel) continue;
        const int start = std::min(step(note.start), roll.steps() - 1);
        roll.addNote(start, std::max(step(note.start + note.duration) - start, 1), note.pitch);
    }
    return roll;
}

}  // namespace

Take recordedTake(const Score& played, const std::string& name) {
    Take take;
    take.name = name;
    take.created = utcNow();
    take.settings = R"({"recorded":true})";
    take.tempo = TempoMap(played).tempoAt(0);
    take.roll = gridOf(played);
    take.score = writeMidi(played);
    return take;
}

}  // namespace ricercar
