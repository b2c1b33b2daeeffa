// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Meter.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ricercar::test {

/// Durations of a tune in ABC notation: as much of the notation as the demo pieces use.
struct AbcTune {
    /// Durations are counted in 1/48 of a 16th, so that dotted notes and their like stay whole.
    static constexpr int unitsPerStep = 48;

    struct Voice {
        std::vector<int> bars;   ///< lengths as written, repeats not played
        int notes = 0;           ///< tied notes count once
        std::int64_t sound = 0;  ///< the notes' lengths added up
    };

    std::map<char, std::string> fields;  ///< of the header: the first of each letter but N:, see pickup
    Meter meter;
    Meter pickup{0, 4};  ///< N:pick-up 1/4; 0/4 where there is none
    std::map<std::string, Voice> voices;
    bool repeats = false;
    bool chordSymbols = false;
    std::vector<std::string> faults;  ///< what could not be read

    [[nodiscard]] int barUnits() const { return meter.numerator * 16 * unitsPerStep / meter.denominator; }
    [[nodiscard]] int pickupUnits() const { return pickup.numerator * 16 * unitsPerStep / pickup.denominator; }
};

AbcTune readAbc(const std::filesystem::path& path);

}  // namespace ricercar::test
