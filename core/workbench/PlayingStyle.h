// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"
#include "core/music/Score.h"

#include <vector>

namespace ricercar {

enum class Velocities {
    Flat,
    Accent,   ///< the bar's first step stronger by `accent`, its quarters by half of that, 16ths between eighths weaker by half
    Profile,  ///< by the step in the bar
};

/// How a roll is written as a score. The default: one strength, on the grid, full lengths.
struct PlayingStyle {
    int program = 0;  ///< 0 .. 127
    Velocities velocities = Velocities::Flat;
    int velocity = 80;         ///< 1 .. 127
    int accent = 16;           ///< 0 .. 127
    std::vector<int> profile;  ///< velocity of each step of a bar, over and over (meanVelocities)
    double swing = 0.5;        ///< what the first of two eighths has of their quarter, 0.5 (even) .. 0.75
    double legato = 1.0;       ///< share of its length that a note sounds, 0.1 .. 1
    friend bool operator==(const PlayingStyle&, const PlayingStyle&) = default;
};

/// Throws Error Invalid that names the setting.
void validate(const PlayingStyle& style);

/// Of a note that begins on a step of its bar: 1 .. 127.
int velocityAt(const PlayingStyle& style, int stepInBar);

/// As toScore, in a style.
Score styledScore(const PianoRoll& roll, double tempo, const PlayingStyle& style);
/// The notes of such a score, even and full again. `barSteps` and `barOffset`: the roll's.
void makeEven(Score& score, const PlayingStyle& style, int barSteps, int barOffset);

/// Mean velocity of the notes that begin on each step of a bar, where bars begin with the score; steps where none begins have
/// that of all. Empty where there are no notes.
std::vector<int> meanVelocities(const std::vector<Score>& scores, int barSteps);

}  // namespace ricercar
