// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace ricercar {

/// Steps in a quarter note: one step is a 16th.
inline constexpr int stepsPerQuarter = 4;

/// A time signature.
struct Meter {
    int numerator = 4;
    int denominator = 4;  ///< a power of two

    /// numerator * 16 / denominator, or nothing where that is no whole number (37/32).
    [[nodiscard]] std::optional<int> barSteps() const {
        if (numerator < 1 || denominator < 1 || numerator * 16 % denominator != 0) return std::nullopt;
        return numerator * 16 / denominator;
    }
    /// "4/4"
    [[nodiscard]] std::string text() const { return std::to_string(numerator) + "/" + std::to_string(denominator); }

    friend bool operator==(const Meter&, const Meter&) = default;
};

}  // namespace ricercar
