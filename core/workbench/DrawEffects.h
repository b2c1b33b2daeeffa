// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Sampler.h"

#include <algorithm>
#include <mutex>

namespace ricercar {

/// What guards, target and candidates did over a take or several. Its own copy for each thread that reads.
struct DrawEffects {
    int steps = 0;      ///< that were drawn
    int moved = 0;      ///< of them, whose draws guards or density moved
    int particles = 1;  ///< candidates; what follows is of steps where there were several
    int weighed = 0;
    int resampled = 0;
    double least = 0;  ///< effective number, where it was smallest

    void add(const StepReport& report) {
        ++steps;
        if (report.rule != report.set) ++moved;
        if (report.particles == 1) return;
        particles = report.particles;
        least = weighed++ == 0 ? report.effective : std::min(least, report.effective);
        if (report.resampled) ++resampled;
    }
    friend bool operator==(const DrawEffects&, const DrawEffects&) = default;
};

/// Adds them up from any thread.
class EffectsCounter {
public:
    void add(const StepReport& report) {
        const std::lock_guard lock(mutex_);
        effects_.add(report);
    }
    [[nodiscard]] DrawEffects effects() const {
        const std::lock_guard lock(mutex_);
        return effects_;
    }

private:
    mutable std::mutex mutex_;
    DrawEffects effects_;
};

}  // namespace ricercar
