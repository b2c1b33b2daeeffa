// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <sys/types.h>

namespace ricercar::bench {

/// A JACK server without a sound card, of a name of its own (48 kHz, periods of 256), for this process alone.
class JackDummy {
public:
    /// Sets the environment that libjack reads, so before anything touches it. `folder`: for its sockets. Throws
    /// std::runtime_error where no server is installed or it does not start.
    explicit JackDummy(const std::filesystem::path& folder);
    ~JackDummy();
    JackDummy(const JackDummy&) = delete;
    JackDummy& operator=(const JackDummy&) = delete;

private:
    pid_t server_ = -1;
};

}  // namespace ricercar::bench
