// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <cstdint>
#include <optional>

namespace ricercar {

inline constexpr int openingBars = 4;
inline constexpr int mostOpenings = 64;

/// How music without a primer begins. A model goes on as it began, so an opening that is not of its kind spoils the whole: of
/// several candidates the one is kept that stands nearest to what the model learnt from.
struct Opening {
    int candidates = 1;  ///< 1 .. mostOpenings; 1: the opening stays as it comes
    double voices = 0;   ///< notes that sound at a time, on average over the steps that sound; 0: not compared
    double notes = 0;    ///< notes that begin in a bar; 0: not compared
    /// One that was kept: its first openingBars are drawn with the numbers of this seed, and no candidates are drawn.
    std::optional<std::uint64_t> seed{};
    friend bool operator==(const Opening&, const Opening&) = default;
};

/// How far the first `steps` of a roll are from what an opening should be, 0 at best: the logarithms of how much its last two
/// bars are off, and its silence.
double openingDistance(const PianoRoll& roll, int steps, const Opening& wanted);

/// The seed of a candidate; of the first, that of the music.
std::uint64_t openingSeed(std::uint64_t seed, int candidate);

}  // namespace ricercar
