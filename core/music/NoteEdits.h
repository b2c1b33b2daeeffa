// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/NoteChange.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace ricercar {

/// Where notes may end: what a file can hold.
inline constexpr Tick lastTick = (Tick{1} << 28) - 1;

/// The result of an edit.
struct NoteEdit {
    NoteChange change;
    std::vector<Note> chosen;  ///< the notes that were edited, as they are now, sorted
};

/// Notes sorted by noteBefore; `chosen` are some of them, sorted. Inserted notes stay in range: starts from 0, ends up to
/// lastTick, pitches 0 .. 127, velocities 1 .. 127.
///
/// Notes of one pitch on one channel do not overlap: the later one ends the earlier, as on a piano. Of two that start
/// together, the edited one stays; of two edited ones, the longer.
using NoteList = std::vector<Note>;

/// All other edits use this one: removes `taken`, inserts `put` and shortens or removes what overlaps it.
NoteEdit replaceNotes(const NoteList& notes, const NoteList& taken, NoteList put);
NoteEdit addNotes(const NoteList& notes, NoteList added);
NoteEdit eraseNotes(const NoteList& notes, const NoteList& chosen);

/// All by the same amount, which is cut so that none leaves the range. `copy`: the chosen stay where they are, too.
NoteEdit moveNotes(const NoteList& notes, const NoteList& chosen, Tick ticks, int semitones, bool copy = false);
/// Each start or end by the amount, but no note below `shortest` (or what it has, where that is less).
NoteEdit resizeStarts(const NoteList& notes, const NoteList& chosen, Tick ticks, Tick shortest);
NoteEdit resizeEnds(const NoteList& notes, const NoteList& chosen, Tick ticks, Tick shortest);
/// Splits the notes that sound at the tick and began before it.
NoteEdit splitNotes(const NoteList& notes, const NoteList& chosen, Tick at);
/// Chosen notes of one pitch on one channel that follow each other, with none between that was not chosen, become one: as loud
/// as the first, up to the last end.
NoteEdit joinNotes(const NoteList& notes, const NoteList& chosen);

struct Quantising {
    bool starts = true;
    bool ends = false;
    double strength = 1.0;  ///< 0 .. 1: how far towards the line
    Tick shortest = 1;
};
/// `nearest` gives a tick's line of the grid. A note keeps its length where only the start is moved.
NoteEdit quantiseNotes(const NoteList& notes, const NoteList& chosen, const std::function<Tick(Tick)>& nearest,
                       const Quantising& how);

/// By degrees of the scale (bit 0: C ... bit 11: B; not empty); a note beside it goes to its neighbour in the direction first.
/// Nothing moves where one would leave 0 .. 127.
NoteEdit transposeInScale(const NoteList& notes, const NoteList& chosen, int degrees, std::uint16_t scale);

NoteEdit setVelocity(const NoteList& notes, const NoteList& chosen, int velocity);
NoteEdit changeVelocity(const NoteList& notes, const NoteList& chosen, int by);
/// In a straight line over the ticks, level before `from` and after `to`.
NoteEdit rampVelocity(const NoteList& notes, const NoteList& chosen, Tick from, int first, Tick to, int last);

}  // namespace ricercar
