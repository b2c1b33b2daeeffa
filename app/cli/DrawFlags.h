// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Sampler.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace ricercar::cli {

/// The options by which music is drawn from a model.
struct DrawFlags {
    std::optional<double> temperature;
    std::optional<double> conservativity;
    std::optional<double> floor;
    std::optional<double> keyFloor;
    std::optional<int> openings;
    std::optional<bool> densityGuard;
    std::optional<bool> silenceGuard;

    /// `otherwise` says what holds where an option is not given.
    void addTo(CLI::App& command, const std::string& otherwise);
    /// Puts what was given in the settings. Throws Error Invalid.
    void applyTo(SampleSettings& settings) const;
    /// Throws Error Invalid.
    void validate() const;
};

}  // namespace ricercar::cli
