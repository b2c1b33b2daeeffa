// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>

namespace ricercar {

/// A ring between one writing and one reading thread: no locks, no allocation. Holds Capacity - 1 values.
template <typename Value, std::size_t Capacity>
class SpscQueue {
public:
    /// False: full. The writer alone.
    bool push(const Value& value) noexcept {
        const std::size_t tail = tail_.load(std::memory_order_relaxed);
        const std::size_t after = (tail + 1) % Capacity;
        if (after == head_.load(std::memory_order_acquire)) return false;
        ring_[tail] = value;
        tail_.store(after, std::memory_order_release);
        return true;
    }
    /// False: empty. The reader alone.
    bool pop(Value& value) noexcept {
        const std::size_t head = head_.load(std::memory_order_relaxed);
        if (head == tail_.load(std::memory_order_acquire)) return false;
        value = ring_[head];
        head_.store((head + 1) % Capacity, std::memory_order_release);
        return true;
    }

private:
    std::array<Value, Capacity> ring_{};
    alignas(64) std::atomic<std::size_t> head_{0};
    alignas(64) std::atomic<std::size_t> tail_{0};
};

}  // namespace ricercar
