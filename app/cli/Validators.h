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
