// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/BeatDecoder.h"
#include "core/music/OnsetClusters.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ricercar {

/// One way to hear decoded cells: a beat every `step` cells from `phase` on.
struct BeatReading {
    int step = beatCells;
    int phase = 0;
    bool compound = false;

    /// The place of a cell in this reading, in `beatCells` to its beat.
    [[nodiscard]] std::int64_t cell(std::int64_t decoded) const;
    friend bool operator==(const BeatReading&, const BeatReading&) = default;
};

inline constexpr std::size_t readingFeatures = 24;
using ReadingFeatures = std::array<double, readingFeatures>;

/// Half, twice, a third, three times, two thirds ... of the decoded beat, in their phases, simple and compound.
std::vector<BeatReading> beatReadings();
/// What a reading makes of the piece: how often something is struck at each level of the meter and how strong, the period,
/// the density, how alternate beats differ.
ReadingFeatures featuresOf(const BeatReading& reading, std::span<const OnsetCluster> clusters,
                           std::span<const std::int64_t> cells);
/// How likely a listener takes the reading, in nats; comparable between readings of one piece.
double plausibility(const ReadingFeatures& features);

}  // namespace ricercar
