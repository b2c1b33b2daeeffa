// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace ricercar::cli {

/// "3/4" or "21-108" as its two numbers, and nothing else.
inline std::optional<std::pair<int, int>> twoNumbers(const std::string& text, char between) {
    std::pair<int, int> numbers;
    const char* end = text.data() + text.size();
    const auto [middle, first] = std::from_chars(text.data(), end, numbers.first);
    if (first != std::errc() || middle == end || *middle != between) return std::nullopt;
    const auto [rest, second] = std::from_chars(middle + 1, end, numbers.second);
    if (second != std::errc() || rest != end) return std::nullopt;
    return numbers;
}

}  // namespace ricercar::cli
