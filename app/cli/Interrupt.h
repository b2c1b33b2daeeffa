// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace ricercar::cli {

/// Turns SIGINT, SIGTERM and SIGHUP (unless it is ignored, as by nohup) into a stop, so that work ends cleanly. The third
/// signal ends the program at once. One at a time.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }
    /// As a first signal would; from any thread.
    void stop() { source_.request_stop(); }

private:
    std::stop_source source_;
    int readEnd_ = -1;
    std::thread watcher_;
};

}  // namespace ricercar::cli
