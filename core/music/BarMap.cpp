// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/BarMap.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double rounding = 1e-6;  // what a step that was computed from ticks may miss its place by

double stepsOfBar(const Meter& meter) {
    return meter.numerator < 1 || meter.denominator < 1 ? 16.0 : meter.numerator * 16.0 / meter.denominator;
}

}  // namespace

BarMap::BarMap(const Meter& meter, double offset) {
    sections_ = {{0.0, meter, stepsOfBar(meter), offset, offset > 0.0 ? 0 : 1}};
}

BarMap::BarMap(const PianoRoll& roll) : BarMap(roll.meter(), roll.barOffset()) {
    if (roll.barSteps() > 0) sections_.front().barSteps = roll.barSteps();
}

BarMap::BarMap(const Score& score, double firstStep) {
    const double unit = static_cast<double>(std::max(score.division.ticksPerQuarter, 1)) / stepsPerQuarter;
    for (const MeterChange& change : score.meters) {
        const double start = static_cast<double>(change.tick) / unit;
        if (!sections_.empty() && start <= sections_.back().start + rounding) sections_.pop_back();
        sections_.push_back({start, change.meter, stepsOfBar(change.meter), 0.0, 1});
    }
    if (sections_.empty() || sections_.front().start > 0.0) sections_.insert(sections_.begin(), Section{});
    if (sections_.size() > 1) {
        Section& first = sections_.front();
        const double length = sections_[1].start - first.start;
        if (length <= first.barSteps + rounding && length < sections_[1].barSteps - rounding) {
            first.meter = sections_[1].meter;
            first.barSteps = sections_[1].barSteps;
            first.offset = first.barSteps - length;
            first.firstBar = 0;
        }
    }
    for (std::size_t i = 1; i < sections_.size(); ++i) {
        const Section& before = sections_[i - 1];
        const double bars = (sections_[i].start - before.start + before.offset) / before.barSteps;
        sections_[i].firstBar = before.firstBar + static_cast<int>(std::ceil(bars - rounding));
    }
    for (Section& section : sections_) section.start -= firstStep;
    if (firstStep != 0.0) {  // the section that holds at step 0 becomes the first
        while (sections_.size() > 1 && sections_[1].start <= rounding) sections_.erase(sections_.begin());
        const int lead = bar(0.0) - (stepInBar(0.0) > rounding ? 0 : 1);
        for (Section& section : sections_) section.firstBar -= lead;
    }
}

const BarMap::Section& BarMap::sectionAt(double step) const {
    const auto next = std::upper_bound(sections_.begin(), sections_.end(), step + rounding,
                                       [](double at, const Section& section) { return at < section.start; });
    return next == sections_.begin() ? sections_.front() : *std::prev(next);
}

int BarMap::bar(double step) const {
    const Section& s = sectionAt(step);
    return s.firstBar + static_cast<int>(std::floor((step - s.start + s.offset) / s.barSteps + rounding));
}

double BarMap::barStart(double step) const { return step - stepInBar(step); }

double BarMap::nextBar(double step) const {
    const Section& s = sectionAt(step);
    const double bars = std::floor((step - s.start + s.offset) / s.barSteps + rounding) + 1.0;
    const double next = s.start - s.offset + bars * s.barSteps;
    const Section* after = &s + 1;
    return after != sections_.data() + sections_.size() ? std::min(next, after->start) : next;
}

double BarMap::stepInBar(double step) const {
    const Section& s = sectionAt(step);
    const double since = step - s.start + s.offset;
    return std::max(0.0, since - std::floor(since / s.barSteps + rounding) * s.barSteps);
}

double BarMap::beatSteps(double step) const { return 16.0 / std::max(1, sectionAt(step).meter.denominator); }

int BarMap::beat(double step) const { return static_cast<int>(std::floor(stepInBar(step) / beatSteps(step) + rounding)) + 1; }

}  // namespace ricercar
