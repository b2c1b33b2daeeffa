// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DrawFlags.h"

#include <CLI/CLI.hpp>

namespace ricercar::cli {

void DrawFlags::addTo(CLI::App& command, const std::string& otherwise) {
    const std::string end = " (default: " + otherwise + ")";
    command.add_option("--temperature", temperature, "Below 1 more predictable, above 1 wilder" + end);
    command.add_option("--conservativity", conservativity, "Above 1 sparser, below 1 denser" + end);
    command.add_option("--floor", floor,
                       "Where a note sounds, a pitch less likely than this is not drawn; 0: any may be" + end);
    command.add_option("--key-floor", keyFloor, "The same for notes outside the key of the music so far" + end);
    command.add_option(
        "--openings", openings,
        "Candidates for the first bars, of which the one nearest to the training set is kept; 1: as it comes" + end);
    const auto guard = [&command](const std::string& name, std::optional<bool>& wanted, const std::string& words) {
        auto* on = command.add_flag_callback(
            "--" + name, [&wanted] { wanted = true; }, words);
        auto* off = command.add_flag_callback(
            "--no-" + name, [&wanted] { wanted = false; }, "Not so");
        on->excludes(off);
    };
    guard("density-guard", densityGuard, "Grow denser while few notes sound" + end);
    guard("silence-guard", silenceGuard, "Grow wilder after a bar of silence" + end);
}

void DrawFlags::applyTo(SampleSettings& settings) const {
    settings.temperature = temperature.value_or(settings.temperature);
    settings.conservativity = conservativity.value_or(settings.conservativity);
    settings.floor = floor.value_or(settings.floor);
    settings.keyFloor = keyFloor.value_or(settings.keyFloor);
    settings.opening.candidates = openings.value_or(settings.opening.candidates);
    settings.densityGuard = densityGuard.value_or(settings.densityGuard);
    settings.silenceGuard = silenceGuard.value_or(settings.silenceGuard);
    ricercar::validate(settings);
}

void DrawFlags::validate() const {
    SampleSettings settings;
    applyTo(settings);
}

}  // namespace ricercar::cli
