// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/Work.h"

#include "core/base/Parallel.h"
#include "core/learning/Sampler.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <stop_token>

namespace ricercar::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int barSteps = 16;

double msSince(Clock::time_point begun) { return std::chrono::duration<double, std::milli>(Clock::now() - begun).count(); }

Checkpoint presetModel(const char* name) {
    TrainConfig config = presetConfig(name);
    config.model.range = pianoRange;
    return freshCheckpoint(config);
}

/// A model made ready, and its first step.
double firstNoteMs(const Checkpoint& checkpoint, int threads) {
    const auto begun = Clock::now();
    const Sampler sampler(checkpoint);
    SampleSettings settings;
    settings.steps = 1;
    (void)sampler.generate(settings, {}, {}, threads);
    return msSince(begun);
}

double variationsMs(const Sampler& sampler, int threads) {
    const auto begun = Clock::now();
    SampleSettings settings;
    settings.steps = 32 * barSteps;
    (void)sampler.generateMany(settings, 16, threads);
    return msSince(begun);
}

/// Candidates under a melody: a note on each quarter.
double particlesMs(const Sampler& sampler, int threads, double& effective) {
    const auto begun = Clock::now();
    SampleSettings settings;
    settings.steps = 8 * barSteps;
    settings.particles = 64;
    for (int step = 0; step < settings.steps; step += 4)
        settings.forced.push_back({step, 60 + step % 12, playBit | articulateBit});
    settings.forced.push_back({settings.steps - 1, 60, 0});
    double sum = 0;
    (void)sampler.generate(settings, {}, {}, threads, [&](const StepReport& report) { sum += report.effective; });
    effective = sum / settings.steps;
    return msSince(begun);
}

/// From the request to stop until everything has returned, in the midst of variations.
double stopMs(const Sampler& sampler, int threads) {
    std::stop_source stop;
    std::atomic<int> steps{0};
    Clock::time_point asked;
    SampleSettings settings;
    settings.steps = 100'000;
    (void)sampler.generateMany(settings, 16, threads, Task(stop.get_token()), [&](int, int, std::span<const Cell>) {
        if (++steps != 40) return;
        asked = Clock::now();
        stop.request_stop();
    });
    return msSince(asked);
}

}  // namespace

Report generateBench(const Options& given) {
    Options options = given;
    options.threads = threadCount(options.threads);
    const Checkpoint johnson = presetModel("johnson"), seed = presetModel("seed");
    const Sampler large(johnson), small(seed);
    std::vector<double> first, variations, particles, stops;
    double effective = 0;
    for (int round = 0; round < options.rounds; ++round) {
        first.push_back(firstNoteMs(johnson, options.threads));
        variations.push_back(variationsMs(large, options.threads));
        particles.push_back(particlesMs(small, options.threads, effective));
        stops.push_back(stopMs(large, options.threads));
    }
    Report report;
    addMachine(report, options);
    report.add("first_note_ms", median(first), "ms", "Until the first step is there, model made ready: `johnson`, 88 notes");
    report.add("variations_s", median(variations) / 1000, "s", "16 variations of 32 bars with `johnson`");
    report.add("particles_s", median(particles) / 1000, "s", "64 candidates of 8 bars with `seed`");
    report.add("effective", effective, "", "Their mean effective number");
    report.add("stop_ms", median(stops), "ms", "From the request to stop until all 16 have returned");
    return report;
}

}  // namespace ricercar::bench
