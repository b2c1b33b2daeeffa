// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace ricercar {

/// The time a Player lives in: the real one, or one of a test's own.
class PlayerClock {
public:
    using Base = std::chrono::steady_clock;
    using Time = Base::time_point;

    PlayerClock() = default;
    virtual ~PlayerClock() = default;
    PlayerClock(const PlayerClock&) = delete;
    PlayerClock& operator=(const PlayerClock&) = delete;

    [[nodiscard]] virtual Time now() const;
    /// Until `until` or until `changed` holds; Time::max(): for that alone. May come back sooner.
    virtual void wait(std::condition_variable& wake, std::unique_lock<std::mutex>& lock, Time until,
                      const std::function<bool()>& changed);

    static std::shared_ptr<PlayerClock> real();
};

}  // namespace ricercar
