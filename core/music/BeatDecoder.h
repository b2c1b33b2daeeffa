// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/music/OnsetClusters.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ricercar {

/// Cells in a beat: fine enough for 32nds and for triplets of 16ths.
inline constexpr int beatCells = 24;

/// How a piece fills its beats.
struct BeatProfile {
    std::array<double, beatCells> onset{};   ///< probability that something is struck in this cell
    std::array<double, beatCells> weight{};  ///< how much a strong cluster speaks for this cell (nats per unit of strength)
};

struct DecodedBeats {
    std::vector<std::int64_t> cells;  ///< of each cluster, ascending; those divisible by beatCells stand on a beat
    double logLikelihood = 0.0;       ///< nats; comparable between profiles for the same clusters
};

/// What the decoder believes before it has heard a note.
struct TempoPrior {
    double period = 0.62;  ///< seconds a beat, the likeliest
    double spread = 0.5;   ///< of the logarithm
    double strength = 1.0;
    double timingError = 0.012;  ///< seconds; heavy-tailed, so that twice that is no surprise
};

/// The likeliest cells of the clusters: Viterbi over (cell in the beat, beat period), one transition per cluster. From cluster
/// to cluster the period does a random walk (heavy-tailed, growing with the root of the beats passed) and the interval is cells
/// times period plus a timing error; each cell passed in silence and each cell struck costs its logarithm. Survivors are
/// pruned.
DecodedBeats decodeBeats(std::span<const OnsetCluster> clusters, const BeatProfile& profile, const TempoPrior& prior,
                         const Task& task);

}  // namespace ricercar
