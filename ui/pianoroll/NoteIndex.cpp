#include "ui/pianoroll/NoteIndex.h"

#include <algorithm>

namespace ricercar {

NoteIndex::NoteIndex(std::vector<RollNote> sorted) : notes_(std::move(sorted)) {
    reach_.reserve(notes_.size());
    int latest = 0;
    for (const RollNote& note : notes_) {
        latest = std::max(latest, note.start + note.length);
        reach_.push_back(latest);
    }
}

std::span<const RollNote> NoteIndex::between(int from, int to) const {
    const auto first = std::upper_bound(reach_.begin(), reach_.end(), from) - reach_.begin();
    const auto last =
        std::lower_bound(notes_.begin(), notes_.end(), to, [](const RollNote& note, int step) { return note.start < step; }) -
        notes_.begin();
    if (first >= last) return {};
    return std::span(notes_).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
}

std::optional<RollNote> NoteIndex::at(int step, int pitch) const {
    for (const RollNote& note : between(step, step + 1))
        if (note.pitch == pitch && note.start <= step && step < note.start + note.length) return note;
    return std::nullopt;
}

}  // namespace ricercar
