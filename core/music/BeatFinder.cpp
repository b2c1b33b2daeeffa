// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/BeatFinder.h"

#include "core/music/BarFinder.h"
#include "core/music/BeatDecoder.h"
#include "core/music/BeatReading.h"
#include "core/music/OnsetClusters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

namespace ricercar {

namespace {

constexpr double priorBeats = 30.0;           ///< how many beats a style's rates weigh against what was heard
constexpr double steadyError = 0.012;         ///< seconds: timing error of a player whose chords are struck at once
constexpr double spreadShare = 0.5;           ///< of the spread of chords, that comes on top
constexpr double seldom = 0.003;              ///< rate of a cell that the style does not name
constexpr double strengthWeight = 0.8;        ///< of cluster strength in the decoder
constexpr double fitWeight = 0.352;           ///< of the decoder's nats a cluster against the reading's plausibility
constexpr double shortestReading = 0.2;       ///< seconds a beat
constexpr double longestReading = 3.0;        ///< seconds a beat
constexpr double slowestUsual = 60.0;         ///< beats a minute
constexpr double quickestUsual = 180.0;       ///< beats a minute
constexpr double unusualTempo = 1.0;          ///< nats an e-fold beyond them
constexpr double otherTempo = 0.08;           ///< difference of the logarithm from which a reading is another level
constexpr std::size_t sampleClusters = 3000;  ///< what level and style are judged by

struct CellRate {
    std::size_t cell;
    double rate;
};

BeatProfile styleOf(std::initializer_list<CellRate> rates, bool ternary) {
    BeatProfile profile;
    profile.onset.fill(seldom);
    for (const CellRate& rate : rates) profile.onset[rate.cell] = rate.rate;
    profile.weight.fill(-0.6 * strengthWeight);
    profile.weight[0] = 0.6 * strengthWeight;
    if (ternary) {
        profile.weight[8] = 0.0;
        profile.weight[16] = 0.1 * strengthWeight;
    } else {
        profile.weight[12] = -0.05 * strengthWeight;
        for (const std::size_t cell : {6U, 18U, 8U, 16U}) profile.weight[cell] = -0.45 * strengthWeight;
    }
    return profile;
}

/// Ways to fill a beat, with the rates at which performed piano music strikes its cells.
std::vector<BeatProfile> styles() {
    return {
        styleOf({{0, .93},
                 {12, .65},
                 {6, .38},
                 {18, .45},
                 {3, .03},
                 {9, .03},
                 {15, .03},
                 {21, .05},
                 {8, .05},
                 {16, .05},
                 {4, .02},
                 {20, .02}},
                false),  // sixteenths
        styleOf({{0, .93}, {12, .40}, {6, .04}, {18, .06}, {3, .01}, {9, .01}, {15, .01}, {21, .01}, {8, .03}, {16, .03}},
                false),                                                                                       // eighths
        styleOf({{0, .93}, {12, .15}, {6, .03}, {18, .05}, {8, .60}, {16, .70}, {4, .03}, {20, .03}}, true),  // triplets
        styleOf({{0, .95},
                 {8, .74},
                 {16, .85},
                 {4, .33},
                 {12, .42},
                 {20, .37},
                 {2, .04},
                 {6, .02},
                 {10, .04},
                 {14, .03},
                 {18, .05},
                 {22, .06}},
                true)  // compound meters
    };
}

/// The style with the rates of what was decoded.
BeatProfile relearned(const BeatProfile& style, const std::vector<std::int64_t>& cells) {
    BeatProfile profile = style;
    std::array<double, beatCells> counts{};
    for (const std::int64_t cell : cells) counts[static_cast<std::size_t>(cell % beatCells)] += 1.0;
    const double beats = static_cast<double>(cells.back() - cells.front()) / beatCells + 1.0;
    for (std::size_t c = 0; c < beatCells; ++c) {
        const double rate = (counts[c] + priorBeats * style.onset[c]) / (beats + priorBeats);
        profile.onset[c] = std::clamp(rate, 0.001, 0.98);
    }
    return profile;
}

/// What relearned rates cost against those of the style, in nats.
double departure(const BeatProfile& profile, const BeatProfile& style) {
    double sum = 0.0;
    for (std::size_t c = 0; c < beatCells; ++c) {
        sum += priorBeats * (style.onset[c] * std::log(profile.onset[c] / style.onset[c]) +
                             (1.0 - style.onset[c]) * std::log((1.0 - profile.onset[c]) / (1.0 - style.onset[c])));
    }
    return sum;
}

struct Decoding {
    BeatProfile profile;
    std::vector<std::int64_t> cells;
    double fit = 0.0;
};

/// Nats that a reading loses for a tempo that music seldom has.
double tempoPenalty(double period) {
    const double tempo = 60.0 / period;
    return unusualTempo * std::max({0.0, std::log(slowestUsual / tempo), std::log(tempo / quickestUsual)});
}

/// How likely four of five beats are right: a logistic fit to the pieces of piano-midi.de's train split, with their tempo
/// events removed. `margin`: nats before the best reading of another tempo; `regular`: the beats' mean confidence.
double certainty(double margin, double regular) {
    return 1.0 / (1.0 + std::exp(1.64 - 0.80 * std::min(margin, 4.0) - 0.64 * regular));
}

struct Choice {
    BeatReading reading;
    std::size_t decoding = 0;
    double score = -INFINITY;
    double margin = 0.0;  ///< nats before the best reading of another tempo
};

double secondsPerCell(std::span<const OnsetCluster> clusters, const std::vector<std::int64_t>& cells) {
    return (clusters[cells.size() - 1].seconds - clusters[0].seconds) / static_cast<double>(cells.back() - cells.front());
}

Choice bestReading(std::span<const OnsetCluster> clusters, const std::vector<Decoding>& decodings) {
    double top = -INFINITY;
    for (const Decoding& decoding : decodings) top = std::max(top, decoding.fit);
    struct Scored {
        double score;
        double logPeriod;
    };
    std::vector<Scored> all;
    Choice best;
    double bestPeriod = 0.0;
    for (std::size_t d = 0; d < decodings.size(); ++d) {
        const double fit = (decodings[d].fit - top) / static_cast<double>(clusters.size());
        const double cell = secondsPerCell(clusters, decodings[d].cells);
        for (const BeatReading& reading : beatReadings()) {
            const double period = cell * reading.step;
            if (period < shortestReading || period > longestReading) continue;
            const double score =
                plausibility(featuresOf(reading, clusters, decodings[d].cells)) + fitWeight * fit - tempoPenalty(period);
            all.push_back({score, std::log(period)});
            if (score <= best.score) continue;
            best = {reading, d, score, 0.0};
            bestPeriod = std::log(period);
        }
    }
    double other = -INFINITY;
    for (const Scored& scored : all) {
        if (std::abs(scored.logPeriod - bestPeriod) > otherTempo) other = std::max(other, scored.score);
    }
    if (!all.empty()) best.margin = best.score - other;
    return best;
}

/// Beats at the clusters that stand on them; between clusters where none does.
std::vector<Beat> beatsAt(std::span<const OnsetCluster> clusters, const std::vector<std::int64_t>& cells) {
    std::vector<Beat> beats;
    std::size_t after = 0;
    // Cells before the reading's phase are negative.
    std::int64_t cell = cells.front() / beatCells * beatCells;
    if (cell < cells.front()) cell += beatCells;
    for (; cell <= cells.back(); cell += beatCells) {
        while (cells[after] < cell) ++after;
        double seconds = clusters[after].seconds;
        const bool struck = cells[after] == cell;
        if (!struck) {
            const double before = clusters[after - 1].seconds;
            const double share =
                static_cast<double>(cell - cells[after - 1]) / static_cast<double>(cells[after] - cells[after - 1]);
            seconds = before + share * (seconds - before);
        }
        beats.push_back({seconds, struck ? 1.0 : 0.6});
    }
    // A beat next to one of quite another length is doubtful.
    std::vector<double> jumps(beats.size(), 0.0);
    for (std::size_t i = 1; i + 1 < beats.size(); ++i) {
        const double before = beats[i].seconds - beats[i - 1].seconds;
        jumps[i] = std::abs(std::log((beats[i + 1].seconds - beats[i].seconds) / before));
    }
    for (std::size_t i = 0; i < beats.size(); ++i) beats[i].confidence *= std::exp(-jumps[i] / 0.3);
    return beats;
}

}  // namespace

BeatTrack findBeats(const Score& score, const BeatOptions& options, const Task& task) {
    const std::vector<OnsetCluster> clusters = onsetClusters(score);
    if (clusters.size() < 2) return {};
    const std::span<const OnsetCluster> sample(clusters.data(), std::min(clusters.size(), sampleClusters));
    const bool sampled = sample.size() < clusters.size();
    const double timingError = steadyError + spreadShare * std::min(medianSpread(clusters), 0.03);
    const TempoPrior prior{60.0 / std::clamp(options.likelyTempo, 20.0, 400.0), 0.45, 1.0, timingError};
    const std::vector<BeatProfile> all = styles();
    const std::uint64_t work = all.size() * 2 * sample.size() + (sampled ? clusters.size() : 0);
    std::uint64_t done = 0;
    const auto decode = [&](std::span<const OnsetCluster> part, const BeatProfile& profile, const TempoPrior& expected) {
        DecodedBeats decoded = decodeBeats(part, profile, expected, task);
        task.report(done += part.size(), work);
        return decoded;
    };

    std::vector<Decoding> decodings;
    for (const BeatProfile& style : all) {
        const DecodedBeats first = decode(sample, style, prior);
        if (task.stopped()) return {};
        const BeatProfile profile = relearned(style, first.cells);
        DecodedBeats second = decode(sample, profile, prior);
        if (task.stopped()) return {};
        decodings.push_back({profile, std::move(second.cells), second.logLikelihood + departure(profile, style)});
    }
    Choice choice = bestReading(sample, decodings);
    std::vector<std::int64_t> cells = decodings[choice.decoding].cells;
    if (sampled) {
        const double period = secondsPerCell(sample, cells) * beatCells;
        cells = decode(clusters, decodings[choice.decoding].profile, {period, 0.3, 2.0, timingError}).cells;
        if (task.stopped()) return {};
        // The same level; its phase may stand elsewhere in the longer decoding.
        double best = -INFINITY;
        const BeatReading level = choice.reading;
        for (const BeatReading& reading : beatReadings()) {
            if (reading.step != level.step || reading.compound != level.compound) continue;
            const double s = plausibility(featuresOf(reading, clusters, cells));
            if (s > best) choice.reading = reading;
            best = std::max(best, s);
        }
    }

    BeatTrack track;
    track.compound = choice.reading.compound;
    for (std::int64_t& cell : cells) cell = choice.reading.cell(cell);
    track.beats = beatsAt(clusters, cells);
    if (track.beats.empty()) return track;
    double sum = 0.0;
    for (const Beat& beat : track.beats) sum += beat.confidence;
    track.confidence = certainty(choice.margin, sum / static_cast<double>(track.beats.size()));
    return withBars(std::move(track), clusters);
}

}  // namespace ricercar
