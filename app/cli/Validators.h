#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace ricercar::cli {

/// A number above 0, or a usage error that says so.
inline CLI::Validator aboveZero() {
    return {[](std::string& text) {
                double number = 0;
                return CLI::detail::lexical_cast(text, number) && number > 0 ? std::string()
                                                                             : text + " is not a number above 0";
            },
            "ABOVE 0"};
}

}  // namespace ricercar::cli
