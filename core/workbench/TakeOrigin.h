// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"
#include "core/workbench/Takes.h"

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
};

/// Nothing where the JSON is not of ours.
std::optional<TakeOrigin> originOf(const Take& take);

/// The same take up to a cell that is set to something else; from there on it is drawn with the same numbers. `checkpoint` is
/// the model that made it.
TakeRequest branchOf(const Take& take, const TakeOrigin& origin, const ForcedCell& changed,
                     const std::filesystem::path& checkpoint);

/// What gives the same take again.
TakeRequest requestOf(const Take& take, const TakeOrigin& origin, const std::filesystem::path& checkpoint);

/// One seed and a row of temperatures: a request each.
std::vector<TakeRequest> temperatureSweep(const TakeRequest& request, const std::vector<double>& temperatures);

}  // namespace ricercar
