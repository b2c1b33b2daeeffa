// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>

namespace ricercar::cli {

/// A number above 0, or a usage error that says so.
inline CLI::Validator aboveZero() {
    return {[](std::string& text) {
                double number = 0;
                const bool fits = CLI::detail::lexical_cast(text, number) && number > 0 && number <= 1e12;
                return fits ? std::string() : text + " is not a number above 0, or too large";
            },
            "ABOVE 0"};
}

/// Quarter notes a minute that a MIDI file can hold, and that are music.
inline CLI::Validator tempo() {
    return {[](std::string& text) {
                double number = 0;
                const bool fits = CLI::detail::lexical_cast(text, number) && number >= 3.58 && number <= 1000.0;
                return fits ? std::string()
                            : text +
                                  " is no tempo from 3.58 to 1000, the slowest that a MIDI file holds and the quickest that is "
                                  "music";
            },
            "3.58 TO 1000"};
}

/// A whole number that fits 64 bits, which CLI11 does not see to: it reads -1 as the largest one.
inline CLI::Validator seed() {
    return {[](std::string& text) {
                std::uint64_t number = 0;
                const char* end = text.data() + text.size();
                const auto [rest, problem] = std::from_chars(text.data(), end, number);
                return problem == std::errc() && rest == end ? std::string()
                                                             : text + " is not a whole number from 0 to 18446744073709551615";
            },
            "0 OR MORE"};
}

}  // namespace ricercar::cli
