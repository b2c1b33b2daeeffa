// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <string>

namespace ricercar {

/// Figures of a roll that people sort and filter by.
struct RollStatistics {
    int notes = 0;
    int lowestPitch = 0;  ///< of the sounding ones; 0 where silent
    int highestPitch = 0;
    double meanPolyphony = 0.0;  ///< over the steps that sound
    int maxPolyphony = 0;
    double medianPolyphony = 0.0;  ///< over the steps that sound
    int emptyBars = 0;
    int bars = 0;

    friend bool operator==(const RollStatistics&, const RollStatistics&) = default;
};

RollStatistics statisticsOf(const PianoRoll& roll);

/// Krumhansl-Schmuckler: correlation of the pitch classes' sounding time with the Krumhansl-Kessler (1982) profiles.
struct KeyEstimate {
    int tonic = 0;  ///< pitch class, C = 0
    bool minor = false;
    double correlation = 0.0;  ///< 0: silent
    double margin = 0.0;       ///< to the second best key

    friend bool operator==(const KeyEstimate&, const KeyEstimate&) = default;
};

KeyEstimate estimateKey(const PianoRoll& roll);
/// "Eb major", "F# minor"; empty where there is none.
std::string keyText(const KeyEstimate& key);

}  // namespace ricercar
