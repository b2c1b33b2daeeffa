// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <vector>

namespace ricercar {

/// A note in a chord, or a part of it.
struct SheetTone {
    int pitch = 0;
    bool fromBefore = false;  ///< tied to the chord before
    bool goesOn = false;      ///< tied to the chord behind
    friend bool operator==(const SheetTone&, const SheetTone&) = default;
};

/// What begins at one step in one voice, and lasts as long; no tones: a rest.
struct SheetChord {
    int start = 0;
    int length = 0;
    std::vector<SheetTone> tones;  ///< by pitch
    friend bool operator==(const SheetChord&, const SheetChord&) = default;
};
using SheetVoice = std::vector<SheetChord>;  ///< by start, without rests

inline constexpr int mostVoices = 4;

/// Notes, sorted by start, as voices in which nothing overlaps. Notes of the same start and length are a chord; where four
/// voices do not do, notes of the last are cut and tied.
std::vector<SheetVoice> voicesOf(std::vector<RollNote> notes);

/// The voice from `first` to `end`, with the rests between: what reaches over either is cut and tied.
SheetVoice barOf(const SheetVoice& voice, int first, int end);

/// A chord in pieces that a note value can say, tied. `inBar`: the step of the bar that it starts at.
std::vector<SheetChord> inNoteValues(const SheetChord& chord, int inBar, bool compound);

/// Of a length in steps: its name and dots; "" where there is none.
struct NoteValue {
    const char* name = "";
    int dots = 0;
};
NoteValue noteValueOf(int steps);

}  // namespace ricercar
