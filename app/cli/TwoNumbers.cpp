// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TwoNumbers.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <charconv>
#include <system_error>

namespace ricercar::cli {

std::optional<std::pair<int, int>> twoNumbers(const std::string& text, char between) {
    std::pair<int, int> numbers;
    const char* end = text.data() + text.size();
    const auto [middle, first] = std::from_chars(text.data(), end, numbers.first);
    if (first != std::errc() || middle == end || *middle != between) return std::nullopt;
    const auto [rest, second] = std::from_chars(middle + 1, end, numbers.second);
    if (second != std::errc() || rest != end) return std::nullopt;
    return numbers;
}

PitchRange pitchRangeFrom(const char* flag, const std::string& text) {
    if (const auto numbers = twoNumbers(text, '-')) {
        const PitchRange range{numbers->first, numbers->second};
        if (range.valid()) return range;
    }
    rejectSetting(flag, validUtf8(text), Message{MessageId::ValuePitchEndsFlag, {}});
}

}  // namespace ricercar::cli
