// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>

namespace ricercar::bench {
namespace {

/// Four digits that matter.
std::string digits(double value) {
    const double size = std::abs(value);
    if (size != 0 && size < 1e-3) {
        char text[32];
        std::snprintf(text, sizeof text, "%.1e", value);
        return text;
    }
    const int whole = size < 1 ? 0 : static_cast<int>(std::floor(std::log10(size)));
    const int decimals = value == std::floor(value) ? 0 : std::clamp(3 - whole, 0, 4);
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

}  // namespace

void Report::add(const std::string& name, double value, const std::string& unit, const std::string& meaning) {
    json_[name] = std::isfinite(value) ? nlohmann::ordered_json(std::stod(digits(value))) : nlohmann::ordered_json();
    lines_.push_back({meaning, digits(value), unit});
}

void Report::add(const std::string& name, const std::string& text, const std::string& meaning) {
    json_[name] = text;
    lines_.push_back({meaning, text, ""});
}

void Report::print(bool json) const {
    if (json) {
        std::cout << json_.dump(2) << '\n';
        return;
    }
    std::size_t widest = 0, longest = 0;
    for (const Line& line : lines_) {
        widest = std::max(widest, line.meaning.size());
        if (!line.unit.empty()) longest = std::max(longest, line.value.size());
    }
    for (const Line& line : lines_) {
        std::cout << line.meaning << std::string(widest - line.meaning.size() + 2, ' ');
        if (!line.unit.empty() && line.value.size() < longest) std::cout << std::string(longest - line.value.size(), ' ');
        std::cout << line.value << (line.unit.empty() ? "" : " ") << line.unit << '\n';
    }
}

}  // namespace ricercar::bench
