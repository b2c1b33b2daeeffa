// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/ScoreOrder.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace ricercar {
namespace {

/// Merges sorted runs, neighbours first. Stable.
template <class T, class Before>
void mergeRuns(std::vector<T>& items, std::vector<std::size_t> bounds, const Before& before) {
    if (std::is_sorted(items.begin(), items.end(), before)) return;
    const auto at = [](std::vector<T>& list, std::size_t index) {
        return std::make_move_iterator(list.begin() + static_cast<std::ptrdiff_t>(index));
    };
    std::vector<T> merged;
    merged.reserve(items.size());
    while (bounds.size() > 2) {
        std::vector<std::size_t> next{0};
        merged.clear();
        for (std::size_t run = 0; run + 1 < bounds.size(); run += 2) {
            const std::size_t middle = bounds[run + 1];
            const std::size_t end = run + 2 < bounds.size() ? bounds[run + 2] : middle;
            std::merge(at(items, bounds[run]), at(items, middle), at(items, middle), at(items, end), std::back_inserter(merged),
                       before);
            next.push_back(end);
        }
        items.swap(merged);
        bounds = std::move(next);
    }
}

/// Where the tracks that put anything into a list begin in it, and the list's end.
std::vector<std::size_t> boundsOf(const std::vector<ScoreMark>& tracks, std::size_t ScoreMark::*list, std::size_t size) {
    std::vector<std::size_t> bounds;
    for (const ScoreMark& track : tracks)
        if (bounds.empty() || bounds.back() != track.*list) bounds.push_back(track.*list);
    if (bounds.empty() || bounds.back() != size) bounds.push_back(size);
    return bounds;
}

template <class T>
void sortByTick(std::vector<T>& items, const std::vector<ScoreMark>& tracks, std::size_t ScoreMark::*list) {
    mergeRuns(items, boundsOf(tracks, list, items.size()), [](const T& a, const T& b) { return a.tick < b.tick; });
}

/// A track is in order of starts: orders each chord.
void sortChords(const std::vector<Note>::iterator begin, const std::vector<Note>::iterator end) {
    for (auto note = begin; note != end; ++note) {
        if (note == begin || note->start != (note - 1)->start || !noteBefore(*note, *(note - 1))) continue;
        auto first = note - 1;
        while (first != begin && (first - 1)->start == note->start) --first;
        const auto last = std::find_if(note, end, [&](const Note& other) { return other.start != note->start; });
        std::sort(first, last, noteBefore);
        note = last - 1;
    }
}

}  // namespace

bool noteBefore(const Note& a, const Note& b) {
    if (a.start != b.start) return a.start < b.start;
    if (a.pitch != b.pitch) return a.pitch < b.pitch;
    return std::tie(a.channel, a.track, a.duration, a.velocity, a.port) <
           std::tie(b.channel, b.track, b.duration, b.velocity, b.port);
}

void sortScore(Score& score, const std::vector<ScoreMark>& tracks) {
    const auto bounds = boundsOf(tracks, &ScoreMark::notes, score.notes.size());
    const auto at = [&](std::size_t index) { return score.notes.begin() + static_cast<std::ptrdiff_t>(index); };
    for (std::size_t run = 0; run + 1 < bounds.size(); ++run) sortChords(at(bounds[run]), at(bounds[run + 1]));
    mergeRuns(score.notes, bounds, [](const Note& a, const Note& b) { return noteBefore(a, b); });
    sortByTick(score.tempos, tracks, &ScoreMark::tempos);
    sortByTick(score.meters, tracks, &ScoreMark::meters);
    sortByTick(score.keys, tracks, &ScoreMark::keys);
    sortByTick(score.events, tracks, &ScoreMark::events);
    sortByTick(score.texts, tracks, &ScoreMark::texts);
    sortByTick(score.setups, tracks, &ScoreMark::setups);
}

}  // namespace ricercar
