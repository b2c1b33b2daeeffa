// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/EchoIndex.h"
#include "core/music/PianoRoll.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace ricercar {

inline constexpr std::size_t mostPitches = 128;

/// The steps of a piece, one row after the other, lowest pitch first; not owned.
struct PieceRows {
    const Cell* cells = nullptr;
    std::size_t pitches = 0;
    int steps = 0;

    PieceRows() = default;
    PieceRows(const Cell* first, std::size_t pitchCount, int stepCount) : cells(first), pitches(pitchCount), steps(stepCount) {}
    explicit PieceRows(const PianoRoll& roll)
        : PieceRows(roll.cells().data(), static_cast<std::size_t>(roll.pitches()), roll.steps()) {}

    /// Empty outside the piece.
    [[nodiscard]] std::span<const Cell> row(int step) const {
        if (step < 0 || step >= steps) return {};
        return {cells + static_cast<std::size_t>(step) * pitches, pitches};
    }
};

/// How long each pitch has been sounding, or silent, at a step; up to `most` steps. A pitch that never sounded has been silent
/// for `most`.
class PitchAges {
public:
    static constexpr std::uint8_t most = 63;

    PitchAges() { silent_.fill(most); }
    /// At step `at` of a piece.
    PitchAges(const PieceRows& piece, int at) : PitchAges() {
        for (int step = std::max(0, at - most); step <= at; ++step) append(piece.row(step));
    }
    void append(std::span<const Cell> row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool plays = (row[i] & playBit) != 0;
            sounding_[i] = plays ? longer(sounding_[i]) : std::uint8_t{0};
            silent_[i] = plays ? std::uint8_t{0} : longer(silent_[i]);
        }
    }
    [[nodiscard]] int sounding(std::size_t i) const { return sounding_[i]; }
    [[nodiscard]] int silent(std::size_t i) const { return silent_[i]; }

private:
    static std::uint8_t longer(std::uint8_t age) { return static_cast<std::uint8_t>(age + (age < most ? 1 : 0)); }

    std::array<std::uint8_t, mostPitches> sounding_{};
    std::array<std::uint8_t, mostPitches> silent_{};
};

/// A step of a piece with what is known of the piece before it: what the remembering features are made from.
struct RememberedStep {
    PieceRows piece;
    int at = -1;  ///< the step; -1: before the piece
    const StepMemory* memory = nullptr;
    const PitchAges* ages = nullptr;
    int shift = 0;  ///< semitones by which the features see all of it moved
};

/// A row with silence around it: cells of pitch index i at [octave + i].
struct PaddedRow {
    static constexpr std::size_t octave = 12;
    std::array<Cell, mostPitches + 2 * octave> cells{};

    /// Moved by `shift`; what leaves the range is dropped.
    void take(std::span<const Cell> row, int shift, Cell seen) {
        cells.fill(0);
        const auto count = static_cast<int>(row.size());
        for (int i = std::max(0, -shift); i < std::min(count, count - shift); ++i)
            cells[octave + static_cast<std::size_t>(i + shift)] = row[static_cast<std::size_t>(i)] & seen;
    }
    [[nodiscard]] float play(std::size_t index, int interval) const {
        return static_cast<float>(at(index, interval) & playBit);
    }
    [[nodiscard]] float articulate(std::size_t index) const { return static_cast<float>(at(index, 0) >> 1); }

private:
    [[nodiscard]] Cell at(std::size_t index, int interval) const {
        return cells[static_cast<std::size_t>(static_cast<int>(octave + index) + interval)];
    }
};

}  // namespace ricercar
