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

}  // namespace

bool noteBefore(const Note& a, const Note& b) {
    if (a.start != b.start) return a.start < b.start;
    return std::tie(a.pitch, a.channel, a.track, a.duration, a.velocity) <
           std::tie(b.pitch, b.channel, b.track, b.duration, b.velocity);
}

void sortScore(Score& score, const std::vector<ScoreMark>& tracks) {
    const auto bounds = boundsOf(tracks, &ScoreMark::notes, score.notes.size());
    for (std::size_t run = 0; run + 1 < bounds.size(); ++run) {  // a track is in order of starts: order each chord
        const auto end = score.notes.begin() + static_cast<std::ptrdiff_t>(bounds[run + 1]);
        for (auto chord = score.notes.begin() + static_cast<std::ptrdiff_t>(bounds[run]); chord != end;) {
            const auto next = std::find_if(chord, end, [&](const Note& note) { return note.start != chord->start; });
            if (next - chord > 1) std::sort(chord, next, noteBefore);
            chord = next;
        }
    }
    mergeRuns(score.notes, bounds, noteBefore);
    sortByTick(score.tempos, tracks, &ScoreMark::tempos);
    sortByTick(score.meters, tracks, &ScoreMark::meters);
    sortByTick(score.keys, tracks, &ScoreMark::keys);
    sortByTick(score.events, tracks, &ScoreMark::events);
    sortByTick(score.texts, tracks, &ScoreMark::texts);
}

}  // namespace ricercar
