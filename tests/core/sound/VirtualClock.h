// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/PlayerClock.h"

#include <algorithm>

namespace ricercar::test {

/// Time that stands until the test lets it go on; then it runs as fast as the player can.
class VirtualClock final : public PlayerClock {
public:
    [[nodiscard]] Time now() const override {
        const std::lock_guard lock(mutex_);
        return now_;
    }
    void wait(std::condition_variable& wake, std::unique_lock<std::mutex>& lock, Time until,
              const std::function<bool()>& changed) override {
        while (!changed()) {
            {
                const std::lock_guard own(mutex_);
                if (until <= limit_) {
                    now_ = std::max(now_, until);
                    return;
                }
                now_ = limit_;
                idle_ = true;
            }
            idleNow_.notify_all();
            wake.wait_for(lock, std::chrono::microseconds(200));
        }
    }
    /// Comes back when all that was due has been done.
    void advance(std::chrono::duration<double> time) {
        std::unique_lock lock(mutex_);
        limit_ += std::chrono::duration_cast<Base::duration>(time);
        idle_ = false;
        idleNow_.wait(lock, [&] { return idle_; });
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable idleNow_;
    Time now_{}, limit_{};
    bool idle_ = false;
};

}  // namespace ricercar::test
