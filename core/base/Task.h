// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <utility>

namespace ricercar {

/// What a long function is given by its caller: a way to be stopped and a way to tell how far it is.
/// Both may be used from any thread that works for the function. Stopping is no error: a stopped function
/// returns what it has, within 200 ms.
class Task {
public:
    using Report = std::function<void(std::uint64_t done, std::uint64_t total)>;

    /// Never stopped, progress ignored.
    Task() = default;
    explicit Task(std::stop_token stop, Report report = {}) : stop_(std::move(stop)), report_(std::move(report)) {}

    [[nodiscard]] bool stopped() const noexcept { return stop_.stop_requested(); }
    [[nodiscard]] const std::stop_token& stopToken() const noexcept { return stop_; }

    /// `total` 0: unknown. The receiver must be quick and is called on the working thread.
    void report(std::uint64_t done, std::uint64_t total) const {
        if (report_) report_(done, total);
    }

private:
    std::stop_token stop_;
    Report report_;
};

}  // namespace ricercar
