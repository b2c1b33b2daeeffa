// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SpinThreadPool.h"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace ricercar {
namespace {

using namespace std::chrono_literals;

constexpr auto spinTime = 1ms;    // of a helper before it sleeps: waking one takes longer than most breaks
constexpr auto lateTime = 200us;  // of a wait for helpers that says another program holds their core
constexpr int firstRest = 8, longestRest = 4096, goodRoundsToForget = 256;

void pause() {
#if defined(__x86_64__)
    _mm_pause();
#endif
}

/// Until done() or the time is up; leaves the core to others now and then. Whether it is done.
template <typename Done>
bool spin(std::chrono::steady_clock::duration time, const Done& done) {
    const auto begun = std::chrono::steady_clock::now();
    do {
        for (int i = 0; i < 64; ++i) {
            if (done()) return true;
            pause();
        }
        std::this_thread::yield();
    } while (std::chrono::steady_clock::now() - begun < time);
    return done();
}

}  // namespace

SpinThreadPool::SpinThreadPool(std::size_t threads) : nextRest_(firstRest) {
    for (std::size_t i = 1; i < threads; ++i) helpers_.emplace_back([this] { help(); });
}

SpinThreadPool::~SpinThreadPool() {
    leaving_ = true;
    ++round_;
    round_.notify_all();
}

void SpinThreadPool::takeTasks(std::uint32_t round) {
    std::uint64_t open = open_.load(std::memory_order_acquire);
    while (open >> 32 == round && (open & 0xFFFFFFFFU) > 0) {
        if (!open_.compare_exchange_weak(open, open - 1, std::memory_order_acq_rel)) continue;
        call_(context_, (open & 0xFFFFFFFFU) - 1);
        undone_.fetch_sub(1, std::memory_order_acq_rel);
        open = open_.load(std::memory_order_acquire);
    }
}

void SpinThreadPool::help() {
    for (std::uint32_t seen = 0;;) {
        if (!spin(spinTime, [&] { return round_.load(std::memory_order_acquire) != seen; })) round_.wait(seen);
        seen = round_.load(std::memory_order_acquire);
        if (leaving_) return;
        takeTasks(seen);
    }
}

void SpinThreadPool::run(std::size_t tasks, Call call, const void* context) {
    if (helpers_.empty() || tasks < 2 || resting_ > 0) {
        resting_ = std::max(0, resting_ - 1);
        for (std::size_t task = 0; task < tasks; ++task) call(context, task);
        return;
    }
    call_ = call;
    context_ = context;
    undone_.store(static_cast<std::uint32_t>(tasks), std::memory_order_relaxed);
    const std::uint32_t round = round_.load(std::memory_order_relaxed) + 1;
    open_.store(std::uint64_t{round} << 32 | tasks, std::memory_order_release);
    round_.store(round, std::memory_order_release);
    round_.notify_all();

    const auto begun = Clock::now();
    takeTasks(round);
    const auto worked = Clock::now();
    while (!spin(spinTime, [this] { return undone_.load(std::memory_order_acquire) == 0; })) {
    }
    restIfLate(worked - begun, Clock::now() - worked);
}

void SpinThreadPool::restIfLate(Clock::duration worked, Clock::duration waited) {
    if (waited < std::max<Clock::duration>(lateTime, worked)) {
        if (++goodRounds_ == goodRoundsToForget) nextRest_ = firstRest;
        return;
    }
    goodRounds_ = 0;
    resting_ = nextRest_;
    nextRest_ = std::min(2 * nextRest_, longestRest);
}

}  // namespace ricercar
