// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace ricercar {

enum class Mode {
    Major,
    Minor,
    HarmonicMinor,
    MelodicMinor,
    Dorian,
    Phrygian,
    Lydian,
    Mixolydian,
    Locrian,
    MajorPentatonic,
    MinorPentatonic,
    Blues,
    WholeTone,
    Octatonic,  ///< half tone first
};
inline constexpr int modeCount = 14;

/// The pitch classes of a mode on a tonic.
struct Scale {
    int tonic = 0;  ///< pitch class, C = 0
    Mode mode = Mode::Major;

    /// Bit 0: C ... bit 11: B.
    [[nodiscard]] std::uint16_t pitchClasses() const;
    [[nodiscard]] bool contains(int pitch) const;
    friend bool operator==(const Scale&, const Scale&) = default;
};

/// How often each pitch class, C first, is there.
using ClassCounts = std::array<std::int64_t, 12>;

/// The major scale, or its relative minor, that holds most of them; of equals the one with the lowest tonic.
struct BestScale {
    Scale scale;
    std::int64_t held = 0;
};
BestScale bestScale(const ClassCounts& classes);

}  // namespace ricercar
