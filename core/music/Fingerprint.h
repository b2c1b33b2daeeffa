// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <array>
#include <cstdint>

namespace ricercar {

/// What a roll is known again by, transposed or at another tempo.
struct Fingerprint {
    std::uint64_t exact = 0;  ///< of its notes, from the first on; 0: none
    std::uint64_t shape = 0;  ///< of its attacks, up to transposition and a common factor of time
    int notes = 0;
    int shingles = 0;  ///< different runs of the upper voice; with few of them the sketch tells nothing
    /// MinHash (Broder 1997) of these runs: six intervals between the highest notes of successive attacks, and whether the time
    /// between them shrinks, stays or grows.
    std::array<std::uint32_t, 64> sketch{};

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

Fingerprint fingerprintOf(const PianoRoll& roll);

/// From this likeness on two rolls are taken for the same piece.
inline constexpr double nearDuplicate = 0.5;

/// 0 .. 1: 1 for the same notes, transposed or at another tempo; else an estimate of the share of runs in common. 0 where there
/// is too little music to tell, unless the notes are the same.
double likeness(const Fingerprint& a, const Fingerprint& b);

}  // namespace ricercar
