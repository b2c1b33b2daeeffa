// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/music/Meter.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ricercar {

/// The pitches of a roll, both ends included.
struct PitchRange {
    int lowest = 21;
    int highest = 108;

    [[nodiscard]] int size() const { return highest - lowest + 1; }
    [[nodiscard]] bool contains(int pitch) const { return pitch >= lowest && pitch <= highest; }
    /// 0 <= lowest <= highest <= 127
    [[nodiscard]] bool valid() const { return lowest >= 0 && lowest <= highest && highest <= 127; }
    friend bool operator==(const PitchRange&, const PitchRange&) = default;
};

inline constexpr PitchRange pianoRange{21, 108};
inline constexpr PitchRange fullRange{0, 127};
inline constexpr PitchRange johnsonRange{24, 101};

/// The state of one pitch in one step, two bits.
using Cell = std::uint8_t;
inline constexpr Cell playBit = 1;        ///< sounding during the step
inline constexpr Cell articulateBit = 2;  ///< attacked at this step; implies play

/// Music on the grid: steps x pitches, two bits a cell. The pivot of the program: what is shown, learnt and generated.
class PianoRoll {
public:
    PianoRoll() = default;
    /// All silent. `barOffset`: where in its bar step 0 stands (a pick-up of 4 steps in 4/4: 12).
    PianoRoll(PitchRange range, int steps, Meter meter = {}, int barOffset = 0);

    [[nodiscard]] const PitchRange& range() const { return range_; }
    [[nodiscard]] int steps() const { return steps_; }
    [[nodiscard]] int pitches() const { return range_.size(); }
    [[nodiscard]] const Meter& meter() const { return meter_; }
    [[nodiscard]] int barSteps() const { return barSteps_; }
    [[nodiscard]] int barOffset() const { return barOffset_; }

    /// By pitch (21 ..), not by index. Outside the range: silent.
    [[nodiscard]] Cell at(int step, int pitch) const;
    [[nodiscard]] bool plays(int step, int pitch) const { return (at(step, pitch) & playBit) != 0; }
    [[nodiscard]] bool articulates(int step, int pitch) const { return (at(step, pitch) & articulateBit) != 0; }
    /// Step and pitch have to be inside.
    void set(int step, int pitch, Cell cell);
    /// Attack at `start`, sounding for `length` steps (cut at the end of the roll).
    void addNote(int start, int length, int pitch);

    /// The cells of a step, lowest pitch first.
    [[nodiscard]] std::span<const Cell> row(int step) const;
    [[nodiscard]] std::span<Cell> row(int step);
    [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }

    /// The step's place in its bar, 0 .. barSteps-1; before step 0 stands the all-zero start, a bar's last step.
    [[nodiscard]] int stepInBar(int step) const;
    /// Bar number of a step, from 0; the pick-up is bar 0.
    [[nodiscard]] int bar(int step) const;

    /// Appends silent steps or cuts.
    void resize(int steps);
    /// Steps [first, first + count), cells as they are, the bar offset moved along; silence outside.
    [[nodiscard]] PianoRoll excerpt(int first, int count) const;
    /// The same as a valid roll of its own: notes that were cut in two start anew.
    [[nodiscard]] PianoRoll slice(int first, int count) const;
    /// Every note moved by semitones; what leaves the range is dropped.
    [[nodiscard]] PianoRoll transposed(int semitones) const;
    /// The same notes in another range; what is outside is dropped.
    [[nodiscard]] PianoRoll inRange(PitchRange range) const;

    /// articulate implies play; play after a step without play implies articulate.
    [[nodiscard]] bool valid() const;

    friend bool operator==(const PianoRoll&, const PianoRoll&) = default;

private:
    PitchRange range_{};
    int steps_ = 0;
    Meter meter_{};
    int barSteps_ = 16;
    int barOffset_ = 0;
    std::vector<Cell> cells_;
};

/// A note of a roll, in steps.
struct RollNote {
    int start = 0;
    int length = 0;
    int pitch = 0;
    friend bool operator==(const RollNote&, const RollNote&) = default;
};

/// The notes of a valid roll, sorted by start, then pitch.
std::vector<RollNote> notesOf(const PianoRoll& roll);

/// Lowest and highest pitch that sounds; none where all is silent.
std::optional<PitchRange> soundingRange(const PianoRoll& roll);
/// Notes that PianoRoll::inRange would drop.
std::int64_t notesOutside(const PianoRoll& roll, PitchRange range);
/// A remark about such notes: %1 how many, %2 and %3 the range.
Message outsideRemark(MessageId id, std::int64_t notes, PitchRange range);

/// Two bits a cell, four cells a byte (play and articulate of the first cell in the low bits), for the database.
std::vector<std::uint8_t> packCells(const PianoRoll& roll);
/// The reverse. Throws Error Damaged where the size does not fit.
void unpackCells(std::span<const std::uint8_t> packed, PianoRoll& roll);

}  // namespace ricercar
