// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace ricercar {

/// A place of a piece that is like the present one.
struct EchoPlace {
    std::int32_t place = -1;  ///< the step that came next there; -1: there is none
    std::int32_t length = 0;  ///< steps before `place` that are the same as the last ones up to the present
    std::int32_t shift = 0;   ///< semitones from there to here

    friend bool operator==(const EchoPlace&, const EchoPlace&) = default;
};

/// What the piece so far says about the step that follows step t. The remembering features are made from it.
struct StepMemory {
    EchoPlace longest;     ///< the longest match; the latest among equals
    EchoPlace second;      ///< the longest whose continuation differs from that of `longest`
    EchoPlace transposed;  ///< the longest match after a shift other than 0; the latest among equals
    EchoPlace soft;        ///< where the sounding pitches of the last steps agree best, the last softReach steps alone
    float agreement = 0;   ///< of `soft`, 0 .. 1
    std::array<std::int32_t, 4> lagPlace{-1, -1, -1, -1};  ///< the step lagBars bars before the next one; -1: before the piece
    std::array<float, 4> lagAgreement{};                   ///< of the last half bar with what stood a lag earlier, 0 .. 1
    std::array<float, 12> histogram{};  ///< steps that each pitch class, C first, has sounded; the commonest 1
    std::int32_t bar = -1;              ///< of step t, from 0; a pick-up is bar -1

    friend bool operator==(const StepMemory&, const StepMemory&) = default;
};

inline constexpr int softReach = 512;      ///< steps back that the soft match looks
inline constexpr float softFading = 0.8F;  ///< weight of a step against the one after it

/// Finds the like places of a piece that grows step by step. A step costs the number of earlier steps that are the same as it,
/// and softReach short operations; never a scan of the whole past. Copying copies the index.
class EchoIndex {
public:
    /// `barSteps`: of the piece's bars. `articulation`: steps are the same where play and articulate are; else where play is.
    EchoIndex(int barSteps, bool articulation, int lowestPitch);

    /// The next step of the piece. The cells, lowest pitch first, at most 128.
    const StepMemory& append(std::span<const Cell> row, int stepInBar);
    /// After all steps so far; before the first one: nothing is remembered.
    [[nodiscard]] const StepMemory& memory() const { return memory_; }

private:
    using Bits = std::array<std::uint64_t, 2>;
    struct Row {
        Bits play;
        std::int32_t notes;
        std::int32_t lowest;  ///< index of the lowest note; of a silent step, that of the last one that sounded
        std::int32_t id;      ///< equal rows have equal ids
    };
    struct Match {
        std::int32_t seen = -1;  ///< the step for which `length` holds
        std::int32_t length = 0;
        std::int32_t shift = 0;
    };
    struct Key {
        Bits play, strike;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept;
    };
    using Ids = std::unordered_map<Key, std::int32_t, KeyHash>;

    void matchRows(const Key& key);
    void matchShapes(const Key& key);
    void matchSoftly();
    void compareLags();
    void countClasses();

    int barSteps_;
    bool articulation_;
    int lowestPitch_;
    std::vector<Row> rows_;
    Ids rowIds_, shapeIds_;
    std::vector<std::vector<std::int32_t>> rowPlaces_, shapePlaces_;  ///< steps after a row of each id, ascending
    std::vector<Match> exact_, moved_;                                ///< by place
    std::vector<float> soft_;                                         ///< agreement by place, of the last softReach places
    std::array<std::int64_t, 12> classSteps_{};
    StepMemory memory_;
};

/// The memory of every step of a roll: what stands at t says what is known after step t.
class PieceMemory {
public:
    PieceMemory() = default;
    PieceMemory(const PianoRoll& roll, bool articulation);
    /// -1: before the first step.
    [[nodiscard]] const StepMemory& after(int step) const;

private:
    std::vector<StepMemory> steps_;
};

}  // namespace ricercar
