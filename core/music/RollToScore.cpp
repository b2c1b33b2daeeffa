// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/music/Quantizer.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ricercar {
namespace {

constexpr int ticksPerQuarter = 480;
constexpr Tick ticksPerStep = ticksPerQuarter / stepsPerQuarter;

constexpr int largestNumerator = 255;

/// A bar of so many steps, in quarters, eighths or 16ths; in longer notes only where a file could not hold the numerator.
Meter meterOfSteps(int steps) {
    int denominator = 16;
    while (steps % 2 == 0 && (denominator > 4 || (denominator > 1 && steps > largestNumerator))) {
        steps /= 2;
        denominator /= 2;
    }
    return {steps, denominator};
}

}  // namespace

Score toScore(const PianoRoll& roll, double tempo, int program, int velocity) {
    if (!(tempo > 0.0)) rejectSetting("tempo", std::to_string(tempo), Message{MessageId::ValueAbove, {0}});
    Score score;
    score.division.ticksPerQuarter = ticksPerQuarter;
    const double microseconds = std::clamp(std::round(60e6 / tempo), 1.0, double{0xFFFFFF});
    score.tempos.push_back({0, static_cast<std::uint32_t>(microseconds)});

    const Meter pickup = meterOfSteps(roll.barSteps() - roll.barOffset());
    const bool written = roll.barOffset() > 0 && pickup.numerator <= largestNumerator;
    if (written) score.meters.push_back({0, pickup});
    score.meters.push_back({written ? (roll.barSteps() - roll.barOffset()) * ticksPerStep : 0, roll.meter()});
    score.events.push_back({0, 0xC0, static_cast<std::uint8_t>(std::clamp(program, 0, 127)), 0, 0});

    const auto strength = static_cast<std::uint8_t>(std::clamp(velocity, 1, 127));
    for (const RollNote& note : notesOf(roll))
        score.notes.push_back(
            {note.start * ticksPerStep, note.length * ticksPerStep, static_cast<std::uint8_t>(note.pitch), strength, 0, 0});
    score.end = roll.steps() * ticksPerStep;
    return score;
}

}  // namespace ricercar
