// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/PickupDetector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ricercar {
namespace {

constexpr int unit = 2;           ///< candidates are this many steps apart: eighth notes
constexpr int enoughBars = 6;     ///< in fewer nothing can be told
constexpr double clearly = 0.25;  ///< by how much of all evidence the best place has to lead

/// What speaks for a bar line, summed over the attacks at one place of the bar.
struct Accent {
    double attacks = 0.0;   ///< times something was struck there
    double length = 0.0;    ///< of the longest note struck
    double bass = 0.0;      ///< how often the lowest note struck is in the bass
    double chord = 0.0;     ///< notes struck together
    double velocity = 0.0;  ///< of the loudest
};

/// Halfway between the lowest and the mean pitch: what is not above it counts as bass.
double bassLine(std::span<const GridNote> notes) {
    std::uint8_t lowest = 127;
    std::int64_t sum = 0;
    for (const GridNote& note : notes) {
        lowest = std::min(lowest, note.pitch);
        sum += note.pitch;
    }
    return (lowest + static_cast<double>(sum) / static_cast<double>(notes.size())) / 2.0;
}

}  // namespace

int detectPickup(std::span<const GridNote> notes, int barSteps) {
    if (notes.empty() || barSteps <= unit || barSteps % unit != 0) return 0;
    const std::int64_t span = notes.back().start - notes.front().start;
    if (span < std::int64_t{enoughBars} * barSteps) return 0;

    const double bass = bassLine(notes);
    const int places = barSteps / unit;
    std::vector<Accent> accents(static_cast<std::size_t>(places));
    for (std::size_t i = 0; i < notes.size();) {
        const std::int64_t start = notes[i].start;
        const std::size_t first = i;
        std::int64_t end = start;
        std::uint8_t velocity = 0, lowest = 127;
        for (; i < notes.size() && notes[i].start == start; ++i) {
            end = std::max(end, notes[i].end);
            velocity = std::max(velocity, notes[i].velocity);
            lowest = std::min(lowest, notes[i].pitch);
        }
        if (start % unit != 0) continue;
        Accent& accent = accents[static_cast<std::size_t>(start / unit % places)];
        accent.attacks += 1.0;
        accent.length += static_cast<double>(std::min<std::int64_t>(end - start, barSteps));
        accent.chord += static_cast<double>(std::min<std::size_t>(i - first, 6));
        accent.velocity += velocity;
        accent.bass += lowest <= bass ? 1.0 : 0.0;
    }

    // Each kind of evidence as shares of the bar's places, so that none drowns the others; even shares say nothing.
    std::vector<double> evidence(accents.size(), 0.0);
    const auto weigh = [&](double Accent::*kind, double weight) {
        double total = 0.0;
        for (const Accent& accent : accents) total += accent.*kind;
        if (total <= 0.0) return;
        for (std::size_t i = 0; i < accents.size(); ++i) evidence[i] += weight * accents[i].*kind / total;
    };
    weigh(&Accent::attacks, 0.15);
    weigh(&Accent::length, 0.25);
    weigh(&Accent::bass, 0.25);
    weigh(&Accent::chord, 0.25);
    weigh(&Accent::velocity, 0.10);

    const auto best = std::max_element(evidence.begin(), evidence.end());
    double second = 0.0;
    for (auto place = evidence.begin(); place != evidence.end(); ++place)
        if (place != best) second = std::max(second, *place);
    if (*best - second < clearly) return 0;
    return static_cast<int>(best - evidence.begin()) * unit;
}

}  // namespace ricercar
