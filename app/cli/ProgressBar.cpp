// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ProgressBar.h"

#include "app/cli/Output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace ricercar::cli {
namespace {

std::size_t terminalWidth() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 10 ? size.ws_col : 80;
}

}  // namespace

ProgressBar::ProgressBar(std::string label, std::string unit)
    : label_(std::move(label)), unit_(std::move(unit)), terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() { clear(); }

bool ProgressBar::due() {
    if (!terminal_) return false;
    const auto now = Clock::now();
    if (now - last_ < std::chrono::milliseconds(100)) return false;
    last_ = now;
    return true;
}

void ProgressBar::update(std::uint64_t done, std::uint64_t total, const std::string& more) {
    if (!terminal_) return;
    const double elapsed = std::chrono::duration<double>(Clock::now() - start_).count();
    const double rate = elapsed > 0 ? static_cast<double>(done) / elapsed : 0;
    std::string text = unit_.empty() ? std::string() : fixed(rate, rate < 10 ? 1 : 0) + " " + unit_ + "/s";
    if (!more.empty()) text += (text.empty() ? "" : "  ") + more;
    const double fraction = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1;
    const bool known = fraction >= 0 && done > 0;
    show(fraction, known ? elapsed * (1 - fraction) / std::max(fraction, 1e-9) : -1, text);
}

void ProgressBar::show(double fraction, double secondsLeft, const std::string& more) {
    if (!due()) return;
    std::string text = label_ + " ";
    if (fraction >= 0) {
        constexpr int width = 24;
        const int filled = std::clamp(static_cast<int>(std::floor(fraction * width)), 0, width);
        text += "[" + std::string(static_cast<std::size_t>(filled), '#') +
                std::string(static_cast<std::size_t>(width - filled), '.') + "] " +
                std::to_string(std::clamp(static_cast<int>(fraction * 100), 0, 100)) + " %";
    }
    if (!more.empty()) text += "  " + more;
    if (secondsLeft >= 0) text += "  ETA " + duration(secondsLeft);
    text.resize(std::min(text.size(), terminalWidth() - 1));
    std::fprintf(stderr, "\r%s\x1b[K", text.c_str());
    std::fflush(stderr);
    drawn_ = true;
}

void ProgressBar::clear() {
    if (!drawn_) return;
    std::fprintf(stderr, "\r\x1b[K");
    std::fflush(stderr);
    drawn_ = false;
    last_ = {};
}

}  // namespace ricercar::cli
