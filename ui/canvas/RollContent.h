// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/BarMap.h"
#include "core/music/PianoRoll.h"
#include "core/music/Scale.h"
#include "core/music/Score.h"
#include "ui/canvas/NoteIndex.h"
#include "ui/canvas/Snap.h"

#include <QString>

#include <bitset>
#include <optional>
#include <vector>

namespace ricercar {

/// What a roll's notes are: those of a score, where they were played, or the cells that a model sees.
enum class Representation { Free, Grid };

/// Ticks of a score to steps of the roll beside it, and back.
struct StepScale {
    double ticksPerStep = 120.0;
    double firstStep = 0.0;  ///< of the roll, in the score's grid: what was trimmed

    [[nodiscard]] double step(Tick tick) const { return static_cast<double>(tick) / ticksPerStep - firstStep; }
    [[nodiscard]] Tick tick(double step) const;
    /// Of a score in ticks per quarter.
    static StepScale of(const Score& score, double firstStep);
    friend bool operator==(const StepScale&, const StepScale&) = default;
};

struct TempoMark {
    double step = 0.0;
    double tempo = 120.0;  ///< quarter notes a minute
    friend bool operator==(const TempoMark&, const TempoMark&) = default;
};

/// What the roll shows: plain values, time in steps.
struct RollContent {
    Representation representation = Representation::Grid;
    NoteIndex notes;
    double steps = 0.0;  ///< how long the music is
    PitchRange range = pianoRange;
    BarMap bars;
    std::vector<TempoMark> tempos;  ///< by step
    double primerSteps = 0.0;       ///< at the start, that were given, not generated

    NoteIndex ghosts;     ///< beneath the notes: the exact ones, another take
    QString ghostsTitle;  ///< what they are, in words

    NoteSet selection;
    std::optional<NoteId> current;  ///< the note that the keyboard is at
    std::optional<Scale> scale;     ///< its rows are lit
    Snap snap;
    std::bitset<128> keysDown;  ///< lit on the keyboard

    /// Steps and pitches without notes that were marked; whole ones.
    struct Area {
        int from = 0;
        int to = 0;
        PitchRange pitches;
        friend bool operator==(const Area&, const Area&) = default;
    };
    std::optional<Area> area;

    struct Loop {
        int from = 0;
        int to = 0;
        friend bool operator==(const Loop&, const Loop&) = default;
    };
    std::optional<Loop> loop;
    bool loopOn = false;

    [[nodiscard]] bool empty() const { return steps <= 0.0; }
    [[nodiscard]] bool hasVelocities() const { return representation == Representation::Free; }
};

/// The notes of a roll, named 0, 1, 2 … in the order of notesOf.
std::vector<ShownNote> gridNotes(const PianoRoll& roll);
/// Those of a score in ticks per quarter, named by their places in it. Not kept: drums, unless they are, and what is outside
/// of the range.
std::vector<ShownNote> freeNotes(const Score& score, const StepScale& scale, bool keepDrums, PitchRange range);
std::vector<TempoMark> tempoMarks(const Score& score, const StepScale& scale);
/// The smallest range that has them all.
PitchRange widened(PitchRange range, const NoteIndex& notes);

/// A roll's own content: grid notes, bars and length.
RollContent gridContent(const PianoRoll& roll, double primerSteps = 0.0);

}  // namespace ricercar
