// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Meter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

/// What a piece has to be to belong to a dataset. The default takes every piece that was not rejected and is not next to
/// silent, as what is left of a damaged file is; the dataset of a new workspace admits 4/4, 2/2 and 2/4.
struct DatasetRules {
    std::vector<Meter> meters;  ///< admitted; empty: all. Published rolls are not asked: their bars only count frames
    int minBars = 0;            ///< fewer: out
    std::optional<double> maxEmpty = 0.5;  ///< share of bars in which nothing sounds; more: out. Published rolls are not asked
    std::optional<double> minNotes = 0.5;  ///< notes a bar, on average; fewer: out. Published rolls are not asked
    std::optional<double> maxGridError;    ///< mean, in steps
    std::optional<double> minPolyphony;    ///< mean over the steps that sound
    std::optional<double> maxPolyphony;
    std::optional<int> lowestPitch;  ///< notes beyond: out
    std::optional<int> highestPitch;
    std::vector<std::string> tags;   ///< one of these is wanted; empty: none is
    bool withoutDuplicates = false;  ///< of exact duplicates only the earliest

    friend bool operator==(const DatasetRules&, const DatasetRules&) = default;
};

/// The rules without a rule.
DatasetRules noRules();

/// Shares of the pieces; the rest is trained on.
struct SplitShares {
    double validation = 0.1;
    double test = 0.0;

    friend bool operator==(const SplitShares&, const SplitShares&) = default;
};

/// A named selection of a workspace's pieces with its split.
struct Dataset {
    std::int64_t id = 0;
    std::string name;  ///< unique in its workspace
    DatasetRules rules;
    std::uint64_t seed = 1;
    SplitShares shares;

    friend bool operator==(const Dataset&, const Dataset&) = default;
};

/// JSON of rules, and back: what is missing or makes no sense there takes its default.
std::string toJson(const DatasetRules& rules);
DatasetRules rulesFromJson(const std::string& json);

}  // namespace ricercar
