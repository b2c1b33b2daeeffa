// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Options.h"
#include "tests/bench/Report.h"

#include <string>

namespace ricercar::bench {

/// The subcommands: measure, and say what was found. They throw std::exception.
Report trainBench(const Options& options);
Report sampleBench(const Options& options);
Report featuresBench(const Options& options);
Report midiBench(const Options& options);
Report importBench(const Options& options);
/// Only where the window is built (RICERCAR_BENCH_ROLL).
Report rollBench(const Options& options);
/// Likewise; OpenGL where there is a display.
Report sceneBench(const Options& options);
/// Clicks in a window with 5,000 pieces while a model is trained, offscreen.
Report windowBench(const Options& options);
Report playerBench(const Options& options);
Report duetBench(const Options& options);
Report surpriseBench(const Options& options);
Report generateBench(const Options& options);
Report startBench(const Options& options);

/// The sides that run in a process of their own, by name; they serve the parent until it is done.
void runTrainWorker(const std::string& name, const Options& options);
void runSampleWorker(const std::string& name, const Options& options);

/// What every report begins with.
void addMachine(Report& report, const Options& options);

}  // namespace ricercar::bench
