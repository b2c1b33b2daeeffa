// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Output.h"
#include "app/cli/ProgressBar.h"
#include "core/workbench/TimeLeft.h"
#include "core/workbench/TrainingRun.h"

#include <cstdint>
#include <optional>

namespace ricercar::cli {

/// Tells how a training goes: a bar on a terminal, a line an epoch, or objects of types start, step, epoch, recovered and
/// checkpoint.
class TrainReport : public RunObserver {
public:
    explicit TrainReport(const Output& out) : out_(out) {}

    void started(const RunStart& start) override;
    void stepDone(const StepPoint& point) override;
    void epochDone(const EpochPoint& point) override;
    void recovered(std::int64_t fromStep, std::int64_t toStep, double learningRate) override;
    void checkpointWritten(const std::filesystem::path& path, bool best) override;

    /// The end: an object of type done, which names the checkpoint, or a few lines. `kept` false: the checkpoint will not stay,
    /// so it is not named.
    void done(const RunOutcome& outcome, bool kept = true);

private:
    const Output& out_;
    ProgressBar bar_{"Training", ""};
    TrainingClock clock_;
    bool begun_ = false;
    std::optional<double> smoothLoss_;
    std::optional<double> validation_;
};

}  // namespace ricercar::cli
