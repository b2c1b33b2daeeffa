// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/TimeLeft.h"

#include <algorithm>

namespace ricercar {

std::optional<double> secondsLeft(double done, double total, double seconds) {
    if (total <= 0 || done <= 0 || seconds <= 0) return std::nullopt;
    return std::max(0.0, total - done) * seconds / done;
}

void TrainingClock::add(std::int64_t step, double seconds) {
    if (first_ < 0 || step <= last_) {
        first_ = step;
        firstSeconds_ = seconds;
    }
    last_ = step;
    seconds_ = seconds;
}

std::optional<double> TrainingClock::pace() const {
    if (first_ < 0 || last_ <= first_ || seconds_ <= firstSeconds_) return std::nullopt;
    return static_cast<double>(last_ - first_) / (seconds_ - firstSeconds_);
}

std::optional<double> TrainingClock::left() const {
    std::optional<double> left;
    if (const auto steps = pace(); steps && totalSteps_ > 0)
        left = static_cast<double>(std::max<std::int64_t>(0, totalSteps_ - last_)) / *steps;
    if (minutes_ > 0 && first_ >= 0) {
        const double byTime = std::max(0.0, 60 * minutes_ - seconds_);
        left = left ? std::min(*left, byTime) : byTime;
    }
    return left;
}

std::optional<double> TrainingClock::done() const {
    std::optional<double> done;
    if (totalSteps_ > 0) done = static_cast<double>(last_) / static_cast<double>(totalSteps_);
    if (minutes_ > 0) done = std::max(done.value_or(0), seconds_ / (60 * minutes_));
    if (done) *done = std::clamp(*done, 0.0, 1.0);
    return done;
}

}  // namespace ricercar
