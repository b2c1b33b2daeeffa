// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"
#include "core/workbench/Takes.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

/// How a take was drawn, as its settings tell.
struct TakeOrigin {
    std::string modelHash;
    SampleSettings settings;  ///< without the primer, which the take itself begins with
    int drawnFrom = 0;        ///< the first step that was drawn
    int bars = 16;            ///< that were asked for
    std::string modelName{};  ///< for people
    PlayingStyle style{};
    std::string parent{};  ///< takeMark of the take that it goes on from; empty: of none
};

/// Nothing where the JSON is not of ours.
std::optional<TakeOrigin> originOf(const Take& take);

/// The same take up to a cell that is set to something else; from there on it is drawn with the same numbers. `checkpoint` is
/// the model that made it.
TakeRequest branchOf(const Take& take, const TakeOrigin& origin, const ForcedCell& changed,
                     const std::filesystem::path& checkpoint);

/// Bars of a take, and some of their pitches.
struct TakeRegion {
    int bar = 0;  ///< the first, from 0
    int bars = 1;
    std::optional<PitchRange> pitches{};  ///< nothing: all
};

/// The region drawn again with another seed: what is before is heard, the rest is forced, and what is forced after it weighs
/// the candidates. Settings and forced cells within are the take's own. Throws Error Invalid where there are no such bars.
TakeRequest rerollOf(const Take& take, const TakeOrigin& origin, const TakeRegion& region,
                     const std::filesystem::path& checkpoint, std::uint64_t seed, int particles = 32);

/// The take up to bar `bar` (from 0), and `bars` more that are drawn with `seed`. Throws Error Invalid where it has no such
/// bar.
TakeRequest continueOf(const Take& take, const TakeOrigin& origin, int bar, int bars, const std::filesystem::path& checkpoint,
                       std::uint64_t seed);

/// One seed and a row of temperatures: a request each.
std::vector<TakeRequest> temperatureSweep(const TakeRequest& request, const std::vector<double>& temperatures);

}  // namespace ricercar
