// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ricercar {
namespace {

using Profile = std::array<double, 12>;

// C. L. Krumhansl and E. J. Kessler, Psychological Review 89 (1982): how well each pitch class fits a key, tonic first.
constexpr Profile majorProfile{6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};
constexpr Profile minorProfile{6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};

/// Pearson's r of the sounding times, rotated so that `tonic` comes first, with a profile; 0 where there is none.
double correlation(const Profile& times, const Profile& profile, std::size_t tonic) {
    double meanA = 0.0, meanB = 0.0;
    for (std::size_t i = 0; i < 12; ++i) {
        meanA += times[i] / 12.0;
        meanB += profile[i] / 12.0;
    }
    double ab = 0.0, aa = 0.0, bb = 0.0;
    for (std::size_t i = 0; i < 12; ++i) {
        const double a = times[(i + tonic) % 12] - meanA;
        const double b = profile[i] - meanB;
        ab += a * b;
        aa += a * a;
        bb += b * b;
    }
    return aa > 0.0 ? ab / std::sqrt(aa * bb) : 0.0;
}

}  // namespace

RollStatistics statisticsOf(const PianoRoll& roll) {
    RollStatistics result;
    std::array<int, 129> stepsOf{};  // how many notes -> steps that sound with so many
    std::vector<bool> barSounds(roll.steps() > 0 ? static_cast<std::size_t>(roll.bar(roll.steps() - 1)) + 1 : 0, false);
    std::array<Cell, 128> any{};
    for (int step = 0, inBar = roll.stepInBar(0), bar = 0; step < roll.steps(); ++step) {
        const auto row = roll.row(step);
        int plays = 0, attacks = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            plays += row[i] & playBit;
            attacks += (row[i] >> 1) & row[i];
            any[i] |= row[i];
        }
        if (plays > 0) {
            ++stepsOf[static_cast<std::size_t>(plays)];
            result.notes += attacks;
            barSounds[static_cast<std::size_t>(bar)] = true;
        }
        if (++inBar == roll.barSteps()) {
            inBar = 0;
            ++bar;
        }
    }
    result.bars = static_cast<int>(barSounds.size());
    result.emptyBars = static_cast<int>(std::count(barSounds.begin(), barSounds.end(), false));

    std::int64_t sounding = 0, sum = 0;
    for (std::size_t notes = 1; notes < stepsOf.size(); ++notes) {
        if (stepsOf[notes] > 0) result.maxPolyphony = static_cast<int>(notes);
        sounding += stepsOf[notes];
        sum += static_cast<std::int64_t>(notes) * stepsOf[notes];
    }
    if (sounding == 0) return result;
    const auto plays = [](Cell cell) { return (cell & playBit) != 0; };
    result.lowestPitch = roll.range().lowest + static_cast<int>(std::find_if(any.begin(), any.end(), plays) - any.begin());
    result.highestPitch =
        roll.range().lowest + 127 - static_cast<int>(std::find_if(any.rbegin(), any.rend(), plays) - any.rbegin());
    result.meanPolyphony = static_cast<double>(sum) / static_cast<double>(sounding);
    const auto ranked = [&](std::int64_t rank) {  // from 0, fewest notes first
        std::size_t notes = 1;
        for (; rank >= stepsOf[notes]; ++notes) rank -= stepsOf[notes];
        return static_cast<double>(notes);
    };
    result.medianPolyphony = (ranked((sounding - 1) / 2) + ranked(sounding / 2)) / 2.0;
    return result;
}

KeyEstimate estimateKey(const PianoRoll& roll) {
    std::array<int, 128> steps{};  // that each pitch sounds
    for (int step = 0; step < roll.steps(); ++step) {
        const auto row = roll.row(step);
        for (std::size_t i = 0; i < row.size(); ++i) steps[i] += row[i] & playBit;
    }
    Profile times{};
    for (std::size_t i = 0; i < steps.size(); ++i) times[(static_cast<std::size_t>(roll.range().lowest) + i) % 12] += steps[i];
    KeyEstimate best;
    if (std::all_of(times.begin(), times.end(), [](double time) { return time <= 0.0; })) return best;
    best.correlation = -2.0;
    double second = -2.0;
    for (std::size_t tonic = 0; tonic < 12; ++tonic)
        for (const bool minor : {false, true}) {
            const double r = correlation(times, minor ? minorProfile : majorProfile, tonic);
            if (r > best.correlation) {
                second = best.correlation;
                best = {static_cast<int>(tonic), minor, r, 0.0};
            } else {
                second = std::max(second, r);
            }
        }
    best.margin = best.correlation - second;
    return best;
}

std::string keyText(const KeyEstimate& key) {
    constexpr std::array names{"C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"};
    if (key.tonic < 0 || key.tonic > 11 || key.correlation <= 0) return {};
    return std::string(names[static_cast<std::size_t>(key.tonic)]) + (key.minor ? " minor" : " major");
}

}  // namespace ricercar
