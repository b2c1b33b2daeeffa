// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/PlayerClock.h"

namespace ricercar {

PlayerClock::Time PlayerClock::now() const { return Base::now(); }

void PlayerClock::wait(std::condition_variable& wake, std::unique_lock<std::mutex>& lock, Time until,
                       const std::function<bool()>& changed) {
    if (until == Time::max())
        wake.wait(lock, changed);
    else
        wake.wait_until(lock, until, changed);
}

std::shared_ptr<PlayerClock> PlayerClock::real() {
    static const auto clock = std::make_shared<PlayerClock>();
    return clock;
}

}  // namespace ricercar
