// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace ricercar {

/// As many threads as there are cores.
inline int allThreads() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

/// What a setting of 0 threads means in this process, for work that begins from now on; 0: all cores.
inline std::atomic<int> standardThreads{0};

/// Threads that a setting of `wanted` means.
inline int threadCount(int wanted) {
    const int threads = wanted > 0 ? wanted : standardThreads.load();
    return threads > 0 ? threads : allThreads();
}

/// Calls work(task, thread) for tasks 0 .. tasks-1 on up to `threads` threads, the calling one among them; each takes the next
/// task when it is done with one. Returns when all are done. For work of milliseconds: the threads live for the call. The first
/// exception is thrown on.
template <typename Work>
void parallelFor(std::size_t tasks, std::size_t threads, Work&& work) {
    threads = std::max<std::size_t>(1, std::min(threads, tasks));
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::atomic<bool> failed{false};
    const auto run = [&](std::size_t thread) {
        try {
            for (std::size_t task = next++; task < tasks && !failed; task = next++) work(task, thread);
        } catch (...) {
            if (!failed.exchange(true)) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(run, thread);
        run(0);
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace ricercar
