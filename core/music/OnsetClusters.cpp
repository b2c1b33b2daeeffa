// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/OnsetClusters.h"

#include "core/music/DrumParts.h"
#include "core/music/TempoMap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace ricercar {

namespace {

constexpr double clusterSpan = 0.070;
constexpr double clusterGap = 0.040;
constexpr std::size_t fewestSpreads = 10;
constexpr int neighbours = 24;  ///< to either side, whom a cluster is compared with

/// What makes a cluster heavy: log number of notes, loudest velocity, depth of the lowest note, log length of the longest.
using Features = std::array<double, 4>;
constexpr Features onsetWeights{0.35, 0.15, 0.40, 0.35};

struct Struck {
    double start;
    double length;
    const Note* note;
};

/// Each feature against mean and deviation of the neighbours.
std::vector<Features> standardized(const std::vector<Features>& raw) {
    std::vector<Features> result(raw.size());
    const auto count = static_cast<std::ptrdiff_t>(raw.size());
    for (std::size_t f = 0; f < Features{}.size(); ++f) {
        std::vector<double> sums(raw.size() + 1, 0.0);
        std::vector<double> squares(raw.size() + 1, 0.0);
        for (std::size_t i = 0; i < raw.size(); ++i) {
            sums[i + 1] = sums[i] + raw[i][f];
            squares[i + 1] = squares[i] + raw[i][f] * raw[i][f];
        }
        for (std::ptrdiff_t i = 0; i < count; ++i) {
            const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(i - neighbours, 0));
            const auto to = static_cast<std::size_t>(std::min<std::ptrdiff_t>(i + neighbours + 1, count));
            const auto n = static_cast<double>(to - from);
            const double mean = (sums[to] - sums[from]) / n;
            const double variance = std::max((squares[to] - squares[from]) / n - mean * mean, 0.0);
            const auto at = static_cast<std::size_t>(i);
            result[at][f] = variance < 1e-6 ? 0.0 : std::clamp((raw[at][f] - mean) / std::sqrt(variance), -2.5, 2.5);
        }
    }
    return result;
}

}  // namespace

std::vector<OnsetCluster> onsetClusters(const Score& score) {
    const TempoMap map(score);
    const DrumParts isDrum(score);
    std::vector<Struck> struck;
    struck.reserve(score.notes.size());
    for (const Note& note : score.notes) {
        const double start = map.seconds(note.start);
        struck.push_back({start, map.seconds(note.start + note.duration) - start, &note});
    }
    std::ranges::sort(struck, {}, &Struck::start);

    std::vector<OnsetCluster> clusters;
    std::vector<Features> raw;
    for (std::size_t i = 0; i < struck.size();) {
        const double first = struck[i].start;
        double sum = 0.0;
        double squares = 0.0;
        double longest = 0.0;
        int loudest = 0;
        int lowest = 127;
        std::size_t end = i;
        for (; end < struck.size(); ++end) {
            const Struck& next = struck[end];
            if (next.start - first > clusterSpan || (end > i && next.start - struck[end - 1].start > clusterGap)) break;
            const double late = next.start - first;
            sum += late;
            squares += late * late;
            longest = std::max(longest, next.length);
            loudest = std::max(loudest, static_cast<int>(next.note->velocity));
            // A drum's key is no pitch.
            if (!isDrum(*next.note)) lowest = std::min(lowest, static_cast<int>(next.note->pitch));
        }
        const auto notes = static_cast<double>(end - i);
        const double spread = notes > 1.0 ? std::sqrt(std::max(squares - sum * sum / notes, 0.0) / (notes - 1.0)) : -1.0;
        clusters.push_back({first + sum / notes, 0.0, spread});
        raw.push_back({std::log(notes), static_cast<double>(loudest), -static_cast<double>(lowest),
                       std::log(std::clamp(longest, 0.05, 4.0))});
        i = end;
    }
    const std::vector<Features> features = standardized(raw);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        for (std::size_t f = 0; f < onsetWeights.size(); ++f) clusters[i].strength += onsetWeights[f] * features[i][f];
    }
    return clusters;
}

double medianSpread(std::span<const OnsetCluster> clusters) {
    std::vector<double> spreads;
    for (const OnsetCluster& cluster : clusters) {
        if (cluster.spread >= 0.0) spreads.push_back(cluster.spread);
    }
    if (spreads.size() < fewestSpreads) return 0.0;
    const auto middle = spreads.begin() + static_cast<std::ptrdiff_t>(spreads.size() / 2);
    std::ranges::nth_element(spreads, middle);
    return *middle;
}

}  // namespace ricercar
