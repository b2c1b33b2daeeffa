// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace ricercar {

/// The threads of Jobs. Short orders share a few threads, first come, first served; where orders have to wait, because those
/// before them turn out to be long, there are more threads, up to a limit. A long order has a thread of its own.
/// All functions: one and the same thread. On destruction every order is carried out and waited for.
class JobThreads {
public:
    static constexpr std::size_t usual = 4;
    static constexpr std::size_t most = 32;
    static constexpr std::chrono::milliseconds patience{100};

    JobThreads() = default;
    ~JobThreads();
    JobThreads(const JobThreads&) = delete;
    JobThreads& operator=(const JobThreads&) = delete;

    /// `work` must not throw. The numbers of orders differ.
    void runShort(int order, std::function<void()> work);
    void runLong(int order, std::function<void()> work);
    /// A short order that still waits is carried out at once, on a thread of its own.
    void hurry(int order);
    /// To be called now and then: more threads, where orders have waited longer than `patience`.
    void relieve();
    /// The order has told that it is done: gives back what it used.
    void ended(int order);

private:
    struct Order {
        int number = 0;
        std::function<void()> work;
        std::chrono::steady_clock::time_point since;
    };
    void serve();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Order> waiting_;  ///< these three are guarded by the mutex
    std::size_t idle_ = 0;
    bool closing_ = false;
    std::vector<std::jthread> shared_;
    std::map<int, std::jthread> own_;  ///< by order
};

}  // namespace ricercar
