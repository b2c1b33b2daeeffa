// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

#include <vector>

namespace ricercar {

/// What an edit does to a list of notes: those that go and those that come, each sorted by noteBefore, none in both.
/// Notes are known by their values: two that are equal in everything are as good as each other.
struct NoteChange {
    std::vector<Note> removed;
    std::vector<Note> added;

    [[nodiscard]] bool empty() const { return removed.empty() && added.empty(); }
    /// Undoes it.
    [[nodiscard]] NoteChange reversed() const { return {added, removed}; }
    /// This one, and `next` after it, as one.
    [[nodiscard]] NoteChange then(const NoteChange& next) const;
    friend bool operator==(const NoteChange&, const NoteChange&) = default;
};

/// From `before` to `after`, both sorted.
NoteChange changeBetween(const std::vector<Note>& before, const std::vector<Note>& after);
/// The notes with the change made, sorted; what was to go and is not there is passed over. O(notes + change).
std::vector<Note> changed(const std::vector<Note>& notes, const NoteChange& change);
/// The same for a score, whose end moves along: the last note's, but never before `leastEnd`.
void apply(Score& score, const NoteChange& change, Tick leastEnd);

}  // namespace ricercar
