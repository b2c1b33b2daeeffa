// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/BarFinder.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace ricercar {

namespace {

constexpr double nearBeat = 0.035;      ///< seconds
constexpr double silentBeat = -0.7;     ///< strength of a beat on which nothing is struck
constexpr double clearEvidence = 6.0;   ///< standard errors between the best and the next meter: sure
constexpr double leastEvidence = 1.5;   ///< below it the usual meter stands
constexpr double fourAgainstTwo = 0.8;  ///< bars of four are taken where they speak so much as bars of two

struct Bars {
    int beats = 4;
    int phase = 0;
    double evidence = 0.0;  ///< standard errors by which bar beginnings are stronger than the other beats
};

std::vector<double> beatStrengths(const BeatTrack& track, std::span<const OnsetCluster> clusters) {
    std::vector<double> strengths;
    strengths.reserve(track.beats.size());
    std::size_t at = 0;
    for (const Beat& beat : track.beats) {
        while (at < clusters.size() && clusters[at].seconds < beat.seconds - nearBeat) ++at;
        const bool struck = at < clusters.size() && clusters[at].seconds <= beat.seconds + nearBeat;
        strengths.push_back(struck ? clusters[at].strength : silentBeat);
    }
    return strengths;
}

Bars bestPhase(const std::vector<double>& strengths, int beats) {
    double sum = 0.0;
    double squares = 0.0;
    for (const double s : strengths) {
        sum += s;
        squares += s * s;
    }
    const auto count = static_cast<double>(strengths.size());
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(squares / count - mean * mean, 1e-4));
    Bars best{beats, 0, -INFINITY};
    for (int phase = 0; phase < beats; ++phase) {
        double down = 0.0;
        double downs = 0.0;
        for (auto i = static_cast<std::size_t>(phase); i < strengths.size(); i += static_cast<std::size_t>(beats)) {
            down += strengths[i] - mean;
            downs += 1.0;
        }
        if (downs < 1.0) continue;
        const double evidence = down / (deviation * std::sqrt(downs * (1.0 - 1.0 / beats)));
        if (evidence > best.evidence + 1e-9) best = {beats, phase, evidence};
    }
    return best;
}

}  // namespace

BeatTrack withBars(BeatTrack track, std::span<const OnsetCluster> clusters) {
    const Bars usual{track.compound ? 2 : 4, 0, 0.0};
    Bars chosen = usual;
    track.meterConfidence = 0.0;
    if (track.beats.size() >= 8) {
        const std::vector<double> strengths = beatStrengths(track, clusters);
        const Bars two = bestPhase(strengths, 2);
        const Bars three = bestPhase(strengths, 3);
        const Bars four = bestPhase(strengths, 4);
        const bool longBars = !track.compound && four.evidence >= fourAgainstTwo * two.evidence;
        const Bars even = longBars ? four : two;
        const bool odd = three.evidence > std::max(two.evidence, four.evidence);
        chosen = odd ? three : even;
        const double other = odd ? std::max(two.evidence, four.evidence) : three.evidence;
        if (chosen.evidence < leastEvidence) {
            chosen = usual;
        } else {
            track.meterConfidence = std::clamp((chosen.evidence - std::max(other, 0.0)) / clearEvidence, 0.0, 1.0);
        }
    }
    track.beatsPerBar = chosen.beats;
    track.firstDownbeat = chosen.phase;
    return track;
}

}  // namespace ricercar
