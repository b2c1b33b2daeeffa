#pragma once

#include "core/music/PianoRoll.h"

#include <optional>
#include <span>
#include <vector>

namespace ricercar {

/// The notes of a roll, sorted by start, with what is needed to find those that sound in a stretch of time without losing
/// long ones.
class NoteIndex {
public:
    NoteIndex() = default;
    explicit NoteIndex(std::vector<RollNote> sorted);

    [[nodiscard]] const std::vector<RollNote>& notes() const { return notes_; }
    [[nodiscard]] bool empty() const { return notes_.empty(); }
    /// A run of notes that contains every note sounding in [from, to), in O(log n); some of it may end before `from`.
    [[nodiscard]] std::span<const RollNote> between(int from, int to) const;
    [[nodiscard]] std::optional<RollNote> at(int step, int pitch) const;

private:
    std::vector<RollNote> notes_;
    std::vector<int> reach_;  ///< the latest end among the notes up to here
};

}  // namespace ricercar
