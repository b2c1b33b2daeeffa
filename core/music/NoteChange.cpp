// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/NoteChange.h"

#include "core/music/ScoreOrder.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ricercar {
namespace {

using Notes = std::vector<Note>;

Notes without(const Notes& a, const Notes& b) {
    Notes rest;
    rest.reserve(a.size());
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest), noteBefore);
    return rest;
}

Notes together(const Notes& a, const Notes& b) {
    Notes all;
    all.reserve(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all), noteBefore);
    return all;
}

}  // namespace

NoteChange NoteChange::then(const NoteChange& next) const {
    return changeBetween(together(removed, without(next.removed, added)), together(without(added, next.removed), next.added));
}

NoteChange changeBetween(const std::vector<Note>& before, const std::vector<Note>& after) {
    return {without(before, after), without(after, before)};
}

std::vector<Note> changed(const std::vector<Note>& notes, const NoteChange& change) {
    return together(without(notes, change.removed), change.added);
}

void apply(Score& score, const NoteChange& change, Tick leastEnd) {
    score.notes = changed(score.notes, change);
    score.end = leastEnd;
    for (const Note& note : score.notes) {
        score.end = std::max(score.end, note.start + note.duration);
        score.tracks = std::max(score.tracks, note.track + 1);
    }
}

}  // namespace ricercar
