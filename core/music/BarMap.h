// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"
#include "core/music/Score.h"

#include <vector>

namespace ricercar {

/// Where bars and beats stand in music whose meter may change. Time is in steps with fractions: 1.0 is a 16th.
class BarMap {
public:
    /// From `start` on, in one meter.
    struct Section {
        double start = 0.0;
        Meter meter;
        double barSteps = 16.0;
        double offset = 0.0;  ///< where in its bar the section starts
        int firstBar = 1;     ///< number of the bar it starts in
    };

    BarMap() : BarMap(Meter{}, 0.0) {}
    /// One meter; step 0 stands at `offset` of its bar (a pick-up of 4 steps in 4/4: 12).
    explicit BarMap(const Meter& meter, double offset = 0.0);
    explicit BarMap(const PianoRoll& roll);
    /// The meters of a score in ticks per quarter, step 0 being step `firstStep` of it. A first meter that holds for one bar,
    /// shorter than the next, is a pick-up.
    explicit BarMap(const Score& score, double firstStep = 0.0);

    /// Sorted by start, one at least. The first also holds before its start.
    [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }
    [[nodiscard]] const Section& sectionAt(double step) const;
    /// As musicians count: the first full bar is 1, a pick-up 0.
    [[nodiscard]] int bar(double step) const;
    /// The bar line at or before the step, and the next one after it.
    [[nodiscard]] double barStart(double step) const;
    [[nodiscard]] double nextBar(double step) const;
    /// Steps since the bar line (of a pick-up: since where its whole bar would begin).
    [[nodiscard]] double stepInBar(double step) const;
    /// Steps of a beat there: the meter's denominator.
    [[nodiscard]] double beatSteps(double step) const;
    /// In its bar, from 1.
    [[nodiscard]] int beat(double step) const;

private:
    std::vector<Section> sections_;
};

}  // namespace ricercar
