// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ricercar {

/// A cell, or a rectangle of cells, that is set instead of drawn. Of several on one cell the last one holds.
struct ForcedCell {
    int step = 0;   ///< of the result, primer counted
    int pitch = 0;  ///< the lowest
    Cell cell = 0;  ///< off, held (struck where nothing sounded before) or struck
    int steps = 1;
    int pitches = 1;
    friend bool operator==(const ForcedCell&, const ForcedCell&) = default;
};

inline constexpr std::uint16_t allPitchClasses = 0xFFF;
inline constexpr int longestRuledNote = 63;  ///< steps that a rule on lengths may ask for

/// What every new note keeps to. Notes that the primer holds over may end at once, and count for `longest` alone.
struct Constraints {
    std::optional<PitchRange> range;               ///< nothing: the model's
    std::uint16_t pitchClasses = allPitchClasses;  ///< bit 0: C ... bit 11: B, as Scale::pitchClasses
    int voices = 0;                                ///< most that sound at once; 0: any number
    int shortest = 1;                              ///< steps of a note, 1 .. longestRuledNote; the last ones, too, end in time
    int longest = 0;                               ///< shortest .. longestRuledNote, or 0: any length

    [[nodiscard]] bool allows(int pitch) const {
        return (!range || range->contains(pitch)) && ((unsigned{pitchClasses} >> (pitch % 12)) & 1U) != 0;
    }
    [[nodiscard]] bool ruleLengths() const { return shortest > 1 || longest > 0; }
    friend bool operator==(const Constraints&, const Constraints&) = default;
};

/// Throws Error Invalid that names the setting, its value and what is allowed.
void validate(const Constraints& constraints);

/// Forced cells of the new steps on a model's grid.
class FixedCells {
public:
    /// Steps first .. end-1; what is elsewhere does not count.
    FixedCells(std::span<const ForcedCell> forced, PitchRange range, int first, int end);

    /// Nothing where the cell is free. `pitch` is an index.
    [[nodiscard]] std::optional<Cell> at(int step, int pitch) const {
        if (grid_.empty()) return std::nullopt;
        const Cell cell = grid_[static_cast<std::size_t>(step - first_) * pitches_ + static_cast<std::size_t>(pitch)];
        return cell == freeCell ? std::nullopt : std::optional(cell);
    }
    [[nodiscard]] bool any() const { return !grid_.empty(); }
    [[nodiscard]] int first() const { return first_; }
    [[nodiscard]] int end() const { return end_; }
    /// The last step with a fixed cell, and with a free one; first-1 where there is none.
    [[nodiscard]] int lastFixed() const { return lastFixed_; }
    [[nodiscard]] int lastFree() const { return lastFree_; }
    /// Whether a pitch (index) has a fixed cell.
    [[nodiscard]] bool anyAt(int pitch) const { return any() && touched_[static_cast<std::size_t>(pitch)]; }

private:
    static constexpr Cell freeCell = 4;

    int first_, end_;
    std::size_t pitches_;
    std::vector<Cell> grid_;  ///< [step][pitch]; empty: all free
    std::vector<bool> touched_;
    int lastFixed_, lastFree_;
};

}  // namespace ricercar
