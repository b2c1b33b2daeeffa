// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Trainer.h"

#include <cstdint>
#include <optional>

namespace ricercar {

/// Seconds until `total` at the mean pace of `seconds` for `done`; nothing where that cannot be told yet.
std::optional<double> secondsLeft(double done, double total, double seconds);

/// How far a run is, and how long it still takes: the one answer for all who show it.
class TrainingClock {
public:
    TrainingClock() = default;
    /// `totalSteps` 0, `minutes` 0: that does not end the run.
    TrainingClock(std::int64_t totalSteps, double minutes) : totalSteps_(totalSteps), minutes_(minutes) {}

    /// A batch is done. The pace is that since the first one told of, or the run's last step back.
    void add(std::int64_t step, double seconds);
    /// Batches a second.
    [[nodiscard]] std::optional<double> pace() const;
    /// By whichever limit comes first.
    [[nodiscard]] std::optional<double> left() const;
    /// 0 .. 1 of the run; nothing where it has no end.
    [[nodiscard]] std::optional<double> done() const;

private:
    std::int64_t totalSteps_ = 0;
    double minutes_ = 0;
    std::int64_t first_ = -1, last_ = 0;  ///< steps
    double firstSeconds_ = 0, seconds_ = 0;
};

}  // namespace ricercar
