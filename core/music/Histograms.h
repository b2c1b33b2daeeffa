// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <array>
#include <cstdint>

namespace ricercar {

/// Counts of a roll, to be summed over many.
struct RollHistograms {
    std::array<std::int64_t, 128> pitches{};   ///< notes of each pitch
    std::array<std::int64_t, 33> polyphony{};  ///< steps with so many notes sounding; the last: or more
    std::array<std::int64_t, 65> lengths{};    ///< notes of so many steps; the last: or longer

    RollHistograms& operator+=(const RollHistograms& other);
    friend bool operator==(const RollHistograms&, const RollHistograms&) = default;
};

RollHistograms histogramsOf(const PianoRoll& roll);

}  // namespace ricercar
