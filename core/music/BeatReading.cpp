// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/BeatReading.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace ricercar {

namespace {

/// Fitted: conditional logistic regression (which of a piece's readings is the notated one) over 189 performed piano pieces of
/// piano-midi.de, ridge 1.
constexpr ReadingFeatures readingWeights{-2.16, -2.819,  -0.2627, -0.9181, -8.187, -0.105,  -0.6334,  -7.792,
                                         9.587, -1.345,  -2.981,  -1.6,    0.4505, -0.5261, -0.06427, -0.8638,
                                         5.851, -0.3709, -0.8963, 0.7403,  0.2953, -0.1094, -2.205,   -0.8002};

/// Steps of the readings, in cells, and from phase to phase.
constexpr std::array<std::pair<int, int>, 8> stepsAndStrides{
    {{8, 8}, {12, 12}, {16, 8}, {24, 4}, {36, 12}, {48, 12}, {72, 24}, {96, 12}}};

/// Levels of the meter that a cell stands on.
enum Level : std::size_t { OnBeat, Half, Third, Quarter, Sixth, Other, Levels };

Level levelOf(std::int64_t within, int step) {
    if (within == 0) return OnBeat;
    if (within * 2 == step) return Half;
    if (within * 3 == step || within * 3 == 2 * step) return Third;
    if (within * 4 == step || within * 4 == 3 * step) return Quarter;
    if (within * 6 == step || within * 6 == 5 * step) return Sixth;
    return Other;
}

std::int64_t floorMod(std::int64_t a, std::int64_t b) { return ((a % b) + b) % b; }
std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return (a - floorMod(a, b)) / b; }

}  // namespace

std::int64_t BeatReading::cell(std::int64_t decoded) const {
    const std::int64_t beat = floorDiv(decoded - phase, step);
    return beat * beatCells + (decoded - phase - beat * step) * beatCells / step;
}

std::vector<BeatReading> beatReadings() {
    std::vector<BeatReading> readings;
    for (const bool compound : {false, true}) {
        for (const auto& [step, stride] : stepsAndStrides) {
            for (int phase = 0; phase < step; phase += stride) readings.push_back({step, phase, compound});
        }
    }
    return readings;
}

ReadingFeatures featuresOf(const BeatReading& reading, std::span<const OnsetCluster> clusters,
                           std::span<const std::int64_t> cells) {
    const std::size_t count = std::min(clusters.size(), cells.size());
    std::array<double, Levels> struck{};
    std::array<double, Levels> strength{};
    std::array<double, 4> byTwo{};
    std::array<double, 6> byThree{};
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t beat = floorDiv(cells[i] - reading.phase, reading.step);
        const Level level = levelOf(cells[i] - reading.phase - beat * reading.step, reading.step);
        struck[level] += 1.0;
        strength[level] += clusters[i].strength;
        if (level != OnBeat) continue;
        const auto two = static_cast<std::size_t>(floorMod(beat, 2));
        const auto three = static_cast<std::size_t>(floorMod(beat, 3));
        byTwo[two] += clusters[i].strength;
        byTwo[two + 2] += 1.0;
        byThree[three] += clusters[i].strength;
        byThree[three + 3] += 1.0;
    }
    const double beats = std::max(static_cast<double>(cells[count - 1] - cells[0]) / reading.step, 1.0);
    const double period = (clusters[count - 1].seconds - clusters[0].seconds) / beats;
    const double logPeriod = std::log(std::clamp(period, 0.05, 20.0) / 0.65);
    const auto rate = [&](Level level) { return struck[level] / beats; };
    const auto mean = [&](Level level) { return strength[level] / (struck[level] + 3.0); };
    const auto total = static_cast<double>(count);
    std::array<double, 3> threes{};
    for (std::size_t p = 0; p < 3; ++p) threes[p] = byThree[p] / (byThree[p + 3] + 3.0);
    const double two = std::abs(byTwo[0] / (byTwo[2] + 3.0) - byTwo[1] / (byTwo[3] + 3.0));
    const double three = std::ranges::max(threes) - (threes[0] + threes[1] + threes[2]) / 3.0;
    const double c = reading.compound ? 1.0 : 0.0;
    const double s = 1.0 - c;
    const double fast = std::max(-logPeriod, 0.0);
    const double slow = std::max(logPeriod, 0.0);
    return {c,
            s * fast * fast,
            s * slow * slow,
            s * logPeriod,
            c * fast * fast,
            c * slow * slow,
            c * logPeriod,
            rate(OnBeat),
            rate(OnBeat) * rate(OnBeat),
            s * rate(Half),
            c * rate(Half),
            s * rate(Third),
            c * rate(Third),
            s * rate(Quarter),
            rate(Sixth),
            rate(Other),
            mean(OnBeat),
            s * mean(Half),
            s * mean(Third),
            c * mean(Third),
            mean(Quarter),
            two,
            three,
            std::log(total / beats)};
}

double plausibility(const ReadingFeatures& features) {
    double sum = 0.0;
    for (std::size_t f = 0; f < readingFeatures; ++f) sum += readingWeights[f] * features[f];
    return sum;
}

}  // namespace ricercar
