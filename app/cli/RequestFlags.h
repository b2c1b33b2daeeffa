// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/Takes.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace ricercar::cli {

/// The options that shape a request beside model, primer and draw: constraints, candidates, form and style.
struct RequestFlags {
    std::string range;
    std::string scale;
    std::optional<int> voices, shortest, longest;
    std::optional<double> density;
    std::vector<std::string> temperatureAt, conservativityAt;
    std::string melody;
    std::optional<int> particles;
    std::string form;
    std::optional<double> looseness;
    std::optional<int> program, velocity, accent;
    std::optional<double> swing, legato;

    /// `primer`: the option that names one, which leaves no place for a melody.
    void addTo(CLI::App& command, CLI::Option* primer);
    /// Puts what was given in the request; of a melody its meter and bars, too. Throws Error Invalid, and what reading a MIDI
    /// file throws.
    void applyTo(TakeRequest& request) const;
};

}  // namespace ricercar::cli
