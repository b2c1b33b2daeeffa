// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/Machine.h"
#include "tests/bench/Work.h"

#include "core/base/Random.h"
#include "core/learning/Batches.h"
#include "core/learning/Floats.h"

#include <algorithm>
#include <chrono>
#include <cstring>

namespace ricercar::bench {
namespace {

/// As the definition reads: each pitch asks for each neighbour.
void naive(const ModelConfig& config, const PianoRoll& roll, int first, int count, float* out, std::size_t stride) {
    for (int i = 0; i < count; ++i, out += stride) {
        float* at = out;
        const int step = first + i;
        for (int pitch = config.range.lowest; pitch <= config.range.highest; ++pitch) {
            for (int other = pitch - vicinityReach; other <= pitch + vicinityReach; ++other) {
                const bool inside = step >= 0 && step < roll.steps() && config.range.contains(other);
                *at++ = inside && roll.plays(step, other) ? 1.0F : 0.0F;
                *at++ = inside && roll.articulates(step, other) ? 1.0F : 0.0F;
            }
            *at++ = static_cast<float>(pitch) / 127.0F;
            for (int pitchClass = 0; pitchClass < 12; ++pitchClass) *at++ = pitch % 12 == pitchClass ? 1.0F : 0.0F;
            for (int offset = 0; offset < 12; ++offset) {
                int playing = 0;
                for (int other = config.range.lowest; other <= config.range.highest; ++other)
                    if ((other - pitch - offset) % 12 == 0 && step >= 0 && step < roll.steps() && roll.plays(step, other))
                        ++playing;
                *at++ = static_cast<float>(playing);
            }
            for (int bit = 0; bit < 4; ++bit) *at++ = static_cast<float>(roll.stepInBar(step) >> bit & 1);
        }
    }
}

/// Milliseconds of a call, over some calls.
template <typename Call>
double timed(int calls, Call&& call) {
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < calls; ++i) call(i);
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count() / calls;
}

}  // namespace

Report featuresBench(const Options& given) {
    Options options = given;
    options.threads = 1;
    const TrainConfig config = johnsonStep(1);
    const FeatureBuilder builder(config.model);
    const TrainingSet set = wanderingSet(config.model.range);
    // As in training, where gigabytes pass between two batches: memory that the caches no longer hold. And the same memory each
    // time.
    const Floats empty(static_cast<std::size_t>(config.window * config.batch * config.model.range.size()) * seedFeatures, 0.0F);
    std::vector<Floats> memories(8, empty);
    bool cached = false;
    const auto memory = [&](int call) -> Floats& {
        return memories[cached ? 0 : static_cast<std::size_t>(call) % memories.size()];
    };
    const std::size_t item = static_cast<std::size_t>(config.model.range.size()) * seedFeatures;
    // Step by step, as a batch lies in memory.
    const auto each = [&](int call, const auto& make) {
        float* out = memory(call).data();
        for (int step = 0; step < config.window; ++step)
            for (int i = 0; i < config.batch; ++i, out += item) {
                const auto piece = static_cast<std::size_t>(call * config.batch + i) % set.train.size();
                make(set.train[piece].roll, 16 * call % 1024 - 1 + step, out);
            }
    };
    const auto ours = [&](int call) {
        each(call, [&](const PianoRoll& roll, int at, float* out) {
            builder.step({PieceRows(roll), at, nullptr, nullptr, 0}, roll.stepInBar(at), out, !cached);
        });
    };
    const auto plain = [&](int call) {
        each(call, [&](const PianoRoll& roll, int at, float* out) { naive(config.model, roll, at, 1, out, 0); });
    };
    const auto clear = [&](int call) {
        std::memset(memory(call).data(), call, empty.size() * sizeof(float));
        asm volatile("" : : "r"(memory(call).data()) : "memory");
    };
    plain(0);
    const Floats expected = memory(0);
    ours(0);
    const bool equal = memory(0) == expected;

    constexpr int calls = 20;
    std::vector<double> oursMs, clearMs, plainMs, cachedShare;
    for (int round = 0; round < options.rounds; ++round) {
        clearMs.push_back(timed(calls, clear));
        oursMs.push_back(timed(calls, ours));
        plainMs.push_back(timed(1, plain));
        cached = true;
        const double clearCached = timed(calls, clear);
        cachedShare.push_back(clearCached / timed(calls, ours));
        cached = false;
    }
    const double bytes = static_cast<double>(empty.size() * sizeof(float));
    const double mine = median(oursMs), limit = median(clearMs), slow = median(plainMs);
    Report report;
    addMachine(report, options);
    report.add("buffer_mb", bytes / 1e6, "MB", "Features of a batch, 4 x 128 steps x 78 notes");
    report.add("memset_ms", limit, "ms", "memset of it");
    report.add("memset_gbs", bytes / limit / 1e6, "GB/s", "memset: rate");
    report.add("ours_ms", mine, "ms", "Ours");
    report.add("ours_gbs", bytes / mine / 1e6, "GB/s", "Ours: rate");
    report.add("share_of_memset", limit / mine, "", "Ours: share of memset's rate");
    report.add("share_of_memset_cached", median(cachedShare), "", "The same where the memory is in the cache");
    report.add("peer_ms", slow, "ms", "Cell by cell with tests of the bounds");
    report.add("ratio", slow / mine, "", "Ours is quicker by");
    report.add("equal", equal ? "yes" : "no", "Both give the same features");
    return report;
}

}  // namespace ricercar::bench
