// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Constraints.h"
#include "core/learning/DrawRule.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace ricercar {

/// What forced cells and rules on lengths leave open, pitch by pitch: from which states of a note the music can go on to its
/// end. Immutable. The state of a pitch after a step: 0 silent, else the steps that its note has sounded, up to a cap.
class LimitTables {
public:
    /// `fixed` says which steps are new. Throws Error Invalid where constraints and fixed cells contradict one another in a way
    /// that no music before can mend.
    LimitTables(const Constraints& constraints, std::span<const ForcedCell> forced, PitchRange range, bool articulation,
                int first, int end);

    [[nodiscard]] const Constraints& constraints() const { return constraints_; }
    [[nodiscard]] const FixedCells& fixed() const { return fixed_; }
    [[nodiscard]] const PitchRange& range() const { return range_; }
    /// Longest state that is told apart.
    [[nodiscard]] std::uint8_t cap() const { return cap_; }

    /// The state that an outcome (one bit) leads to; nothing where forced cells, pitches or lengths do not allow it.
    [[nodiscard]] std::optional<std::uint8_t> next(int step, int pitch, std::uint8_t state, Outcomes outcome) const;
    /// The same, and the music can go on to the end from there.
    [[nodiscard]] std::optional<std::uint8_t> viable(int step, int pitch, std::uint8_t state, Outcomes outcome) const;
    /// The state that sounds least: silent where it can be, else held, else struck.
    [[nodiscard]] std::optional<std::uint8_t> least(int step, int pitch, std::uint8_t state) const;

private:
    void refuseOutside(std::span<const ForcedCell> forced) const;
    [[nodiscard]] Outcomes open(int step, int pitch, bool sounding) const;
    [[nodiscard]] std::vector<std::uint64_t> tableOf(int pitch) const;

    Constraints constraints_;
    PitchRange range_;
    bool articulation_;
    FixedCells fixed_;
    std::uint8_t cap_;
    std::vector<std::vector<std::uint64_t>> tables_;  ///< [table][step - first]: a bit for each state after the step
    std::vector<std::size_t> tableOf_;                ///< by pitch; of no meaning without tables
};

/// What a song that is being drawn may do next, so that it keeps to every constraint up to its end. Cheap to copy.
class CellLimits {
public:
    /// `before`: the music before the new steps, in the tables' range. Throws Error Invalid, naming step and pitch, where it
    /// leaves no way to keep to the constraints.
    CellLimits(std::shared_ptr<const LimitTables> tables, const PianoRoll& before, int steps);

    /// Never empty. Pitches (indices) in order, each followed by its set().
    [[nodiscard]] Outcomes open(int step, int pitch) const;
    void set(int step, int pitch, Cell cell);

private:
    void refuseTooLong(int pitch) const;
    [[nodiscard]] bool fits(int step, int pitch, std::uint8_t state) const;
    /// Puts a pitch's plan from `step` on in place of what it was.
    void plan(int step, int pitch, std::uint8_t state);
    [[nodiscard]] std::uint8_t& planned(int step, int pitch);
    [[nodiscard]] std::uint8_t planned(int step, int pitch) const;

    std::shared_ptr<const LimitTables> tables_;
    std::vector<std::uint8_t> states_;   ///< by pitch, after its last step
    std::vector<std::uint8_t> planned_;  ///< [step][pitch]: how each goes on that sounds least; empty without a limit on voices
    std::vector<std::uint16_t> load_;    ///< by step: those of them that sound
};

}  // namespace ricercar
