// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/Work.h"

#include "core/base/Parallel.h"
#include "core/insight/Expectation.h"
#include "core/learning/StepEngine.h"

#include <chrono>
#include <optional>

namespace ricercar::bench {
namespace {

constexpr int bars = 100;

struct Pass {
    double seconds = 0, firstBar = 0;
    Expectation expectation;
};

Pass passOf(const std::shared_ptr<const StepEngine>& engine, const PianoRoll& roll, int threads) {
    Pass pass;
    const auto begun = std::chrono::steady_clock::now();
    const auto since = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(); };
    InferenceCache cache(engine, roll);
    pass.expectation = expectationOf(
        cache, {},
        [&](int first, const Expectation&) {
            if (first == 0) pass.firstBar = since();
        },
        threads);
    pass.seconds = since();
    return pass;
}

}  // namespace

Report surpriseBench(const Options& given) {
    Options options = given;
    options.threads = threadCount(options.threads);
    TrainConfig config = presetConfig("seed");
    config.model.range = pianoRange;
    const auto engine = std::make_shared<const StepEngine>(freshCheckpoint(config));
    const PianoRoll roll = wanderingMusic(pianoRange, bars * 16, 5);
    std::vector<double> one, all, first;
    bool equal = true;
    for (int round = 0; round < options.rounds; ++round) {
        const Pass alone = passOf(engine, roll, 1), together = passOf(engine, roll, options.threads);
        one.push_back(alone.seconds);
        all.push_back(together.seconds);
        first.push_back(together.firstBar);
        equal = equal && alone.expectation.nats == together.expectation.nats;
    }
    Report report;
    addMachine(report, options);
    report.add("bars", bars, "", "Bars of 16 steps, 88 notes, preset `seed`");
    report.add("seconds_one_thread", median(one), "s", "The surprise of every cell, on one thread");
    report.add("seconds", median(all), "s", "The same, on all threads");
    report.add("first_bars_seconds", median(first), "s", "Until the first bars are there");
    report.add("equal", equal ? "yes" : "no", "Both give the same figures to the bit");
    return report;
}

}  // namespace ricercar::bench
