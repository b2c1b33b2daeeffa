// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Clock.h"

#include <chrono>
#include <ctime>

namespace ricercar {

std::string utcNow() {
    const std::time_t time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return {text, length};
}

}  // namespace ricercar
