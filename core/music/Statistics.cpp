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
    std::vector<int> sounding;  // notes of each step that sounds
    std::vector<bool> barSounds(roll.steps() > 0 ? static_cast<std::size_t>(roll.bar(roll.steps() - 1)) + 1 : 0, false);
    int lowest = roll.pitches(), highest = -1;
    for (int step = 0; step < roll.steps(); ++step) {
        const auto row = roll.row(step);
        int notes = 0;
        for (int i = 0; i < roll.pitches(); ++i) {
            const Cell cell = row[static_cast<std::size_t>(i)];
            if ((cell & playBit) == 0) continue;
            ++notes;
            if ((cell & articulateBit) != 0) ++result.notes;
            lowest = std::min(lowest, i);
            highest = std::max(highest, i);
        }
        if (notes == 0) continue;
        sounding.push_back(notes);
        result.meanPolyphony += notes;
        barSounds[static_cast<std::size_t>(roll.bar(step))] = true;
    }
    result.bars = static_cast<int>(barSounds.size());
    result.emptyBars = static_cast<int>(std::count(barSounds.begin(), barSounds.end(), false));
    if (sounding.empty()) return result;
    result.lowestPitch = roll.range().lowest + lowest;
    result.highestPitch = roll.range().lowest + highest;
    result.meanPolyphony /= static_cast<double>(sounding.size());
    std::sort(sounding.begin(), sounding.end());
    const std::size_t half = sounding.size() / 2;
    result.maxPolyphony = sounding.back();
    result.medianPolyphony = sounding.size() % 2 == 1 ? sounding[half] : (sounding[half - 1] + sounding[half]) / 2.0;
    return result;
}

KeyEstimate estimateKey(const PianoRoll& roll) {
    Profile times{};
    for (int step = 0; step < roll.steps(); ++step) {
        const auto row = roll.row(step);
        for (std::size_t i = 0; i < row.size(); ++i)
            if ((row[i] & playBit) != 0) times[(static_cast<std::size_t>(roll.range().lowest) + i) % 12] += 1.0;
    }
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

}  // namespace ricercar
