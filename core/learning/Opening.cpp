// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Opening.h"

#include "core/base/Random.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr std::uint64_t openingStream = 0x09E21;
constexpr double notesWeight = 0.7;
constexpr double silentStart = 0.5;  // music that was learnt begins with a note
constexpr double silentShare = 2.0;
constexpr double nothingAtAll = 1e6;

}  // namespace

double openingDistance(const PianoRoll& roll, int steps, const Opening& wanted) {
    const int from = std::max(0, steps - 2 * roll.barSteps());
    double voices = 0, sounding = 0, silent = 0, begun = 0;
    for (int step = 0; step < steps; ++step) {
        const auto row = roll.row(step);
        const auto notes = static_cast<double>(std::ranges::count_if(row, [](Cell cell) { return (cell & playBit) != 0; }));
        if (notes == 0) silent += 1;
        if (step < from || notes == 0) continue;
        sounding += 1;
        voices += notes;
        begun += static_cast<double>(std::ranges::count_if(row, [](Cell cell) { return (cell & articulateBit) != 0; }));
    }
    if (sounding == 0) return nothingAtAll;
    const double bars = static_cast<double>(steps - from) / roll.barSteps();
    double distance = silentShare * silent / steps;
    if (std::ranges::none_of(roll.row(0), [](Cell cell) { return (cell & playBit) != 0; })) distance += silentStart;
    if (wanted.voices > 0) distance += std::abs(std::log(voices / sounding / wanted.voices));
    if (wanted.notes > 0) distance += notesWeight * std::abs(std::log(std::max(begun / bars, 0.1) / wanted.notes));
    return distance;
}

std::uint64_t openingSeed(std::uint64_t seed, int candidate) {
    if (candidate == 0) return seed;
    return Random(Random::stream(seed + openingStream, static_cast<std::uint64_t>(candidate))).below(1'000'000'000);
}

}  // namespace ricercar
