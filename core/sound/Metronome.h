// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/SoundEvents.h"

#include <vector>

namespace ricercar {

/// A beat of the metronome.
struct Click {
    double seconds = 0.0;
    bool accent = false;  ///< the first of a bar
    friend bool operator==(const Click&, const Click&) = default;
};

/// The beats of a score by its own meters and tempos, from its start to its end (a million at most). Three eighths are one beat
/// in 6/8, 9/8 and 12/8. A first bar that is shorter than the next meter's is a pick-up: it has no accent.
std::vector<Click> clicks(const Score& score);

/// What is heard before playing begins: beats from 0, and how long they take together.
struct CountIn {
    std::vector<Click> clicks;
    double seconds = 0.0;
};
/// `bars` bars in the meter and tempo at a tick; `tempoFactor` as Player's.
CountIn countIn(const Score& score, Tick tick, int bars, double tempoFactor = 1.0);

/// Puts clicks into the list.
void addClicks(SoundEvents& events, const Score& score);
/// Puts MIDI clock into the list, 24 a quarter note.
void addClock(SoundEvents& events, const Score& score);

}  // namespace ricercar
