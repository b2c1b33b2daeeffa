// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

namespace ricercar {

/// Threads that stay, for work of tens of microseconds and more that comes again and again; parallelFor is for work of
/// milliseconds. Between two calls they spin for a moment, then sleep. One thread calls.
///
/// A helper whose core is taken by another program cannot be hurried: after a long wait for one, the caller works alone for
/// some calls, more and more of them as it happens again.
class SpinThreadPool {
public:
    /// `threads`: the calling one among them.
    explicit SpinThreadPool(std::size_t threads);
    ~SpinThreadPool();
    SpinThreadPool(const SpinThreadPool&) = delete;
    SpinThreadPool& operator=(const SpinThreadPool&) = delete;

    [[nodiscard]] std::size_t threads() const { return helpers_.size() + 1; }

    /// Calls work(task) for tasks 0 .. tasks-1, each on one of the threads; returns when all are done. `work` throws nothing.
    template <typename Work>
    void run(std::size_t tasks, const Work& work) {
        run(
            tasks, [](const void* context, std::size_t task) { (*static_cast<const Work*>(context))(task); }, &work);
    }

private:
    using Call = void (*)(const void* context, std::size_t task);
    using Clock = std::chrono::steady_clock;

    void run(std::size_t tasks, Call call, const void* context);
    void help();
    /// Does tasks of a round while there are any that nobody has begun.
    void takeTasks(std::uint32_t round);
    void restIfLate(Clock::duration worked, Clock::duration waited);

    Call call_ = nullptr;  ///< of the round; read by who has taken a task of it
    const void* context_ = nullptr;
    std::atomic<std::uint64_t> open_{0};   ///< round in the upper half, tasks that nobody has begun in the lower one
    std::atomic<std::uint32_t> round_{0};  ///< what helpers sleep on
    std::atomic<std::uint32_t> undone_{0};
    std::atomic<bool> leaving_{false};
    int resting_ = 0;     ///< calls still to be done alone
    int nextRest_ = 0;    ///< how many after the next long wait
    int goodRounds_ = 0;  ///< since the last one
    std::vector<std::jthread> helpers_;
};

}  // namespace ricercar
