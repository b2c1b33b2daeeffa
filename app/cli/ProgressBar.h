// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace ricercar::cli {

/// One redrawn line on stderr: label, bar, percentage, rate, time left. Silent where stderr is no terminal. One thread.
class ProgressBar {
public:
    /// `unit` is what is counted ("files"); empty: no rate is shown.
    ProgressBar(std::string label, std::string unit);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `total` 0: unknown. Redrawn ten times a second at most.
    void update(std::uint64_t done, std::uint64_t total, const std::string& more = {});
    /// With a fraction (0 .. 1) and time left known to the caller; negative: unknown.
    void show(double fraction, double secondsLeft, const std::string& more);
    /// Erases the line, so that other text can be written.
    void clear();
    [[nodiscard]] bool visible() const { return terminal_; }

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] bool due();

    std::string label_;
    std::string unit_;
    bool terminal_;
    bool drawn_ = false;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_{};
};

}  // namespace ricercar::cli
