// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"
#include "core/learning/Trainer.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ricercar {

/// What a run has recorded, ready to be plotted.
struct Curve {
    std::int64_t run = 0;
    std::string name;
    /// A point a batch.
    std::vector<double> step, epoch, seconds, loss;

    struct Mark {
        double step = 0, epoch = 0, seconds = 0, value = 0;
    };
    std::vector<Mark> validation;  ///< one an epoch
    std::vector<Mark> epochLoss;   ///< mean training loss, one an epoch

    void add(const StepPoint& point);
    void add(const EpochPoint& point);
    /// Drops what is beyond a step: a run that went back there writes it anew.
    void cutAfter(std::int64_t step);
    /// Index into `validation`; -1: none.
    [[nodiscard]] int best() const;
};

Curve curveOf(const Run& run, const std::vector<Metric>& metrics);

/// A line fitted to each value's neighbours, weighted by beta^distance on both sides: it lies on the values where they fall as
/// where they stay, at the ends, too. 0 <= beta < 1; what is not finite counts for nothing.
std::vector<double> smoothed(std::span<const double> values, double beta);
/// Brings what was smoothed of fewer values up to date where more have followed: only what these bear upon is computed anew.
/// The first index that is not as it was.
std::size_t smoothOn(std::vector<double>& smooth, std::span<const double> values, double beta);

/// Where the values are, outliers (below the 1st, above the 99th percentile) left out; {0, 1} for no values.
struct ValueRange {
    double low = 0, high = 1;
};
ValueRange typicalRange(std::span<const double> values);

/// series,step,epoch,seconds,value
std::string csvOf(const Curve& curve);

}  // namespace ricercar
