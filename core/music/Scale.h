// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

}  // namespace ricercar
