// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/TrainingRun.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

/// The recipe that ships: one for every set.
std::filesystem::path benchmarkRecipe();
/// The settings of a recipe's file. Throws Error.
TrainConfig readRecipe(const std::filesystem::path& file);

/// Of a run that is given none.
std::string benchmarkRunName(const std::string& set, std::uint64_t seed);

struct BenchmarkRequest {
    std::filesystem::path rolls;      ///< a public benchmark file with train, valid and test
    std::filesystem::path workspace;  ///< the run is recorded in it; made where there is none
    TrainConfig recipe;               ///< its limits say how long
    std::string name{};               ///< of the run; empty: benchmarkRunName
};

/// Nats per frame over all 88 keys, pooled over the frames of each split.
struct BenchmarkResult {
    std::int64_t runId = 0;
    std::string set;
    double trainNats = 0;
    double validNats = 0;
    double testNats = 0;
    double unigramNats = 0;  ///< of test: the self-tests
    double bigramNats = 0;
    std::int64_t testFrames = 0;
    std::int64_t parameters = 0;
    double seconds = 0;  ///< of training, over all sittings
    double epochs = 0;
    std::string machine;
    std::filesystem::path checkpoint;  ///< the best one by validation
    bool stopped = false;              ///< before the end; no figures
};

/// Trains on the train split alone, chooses the checkpoint by validation and reads the test split once, at the end. The model
/// has the pitches that train plays; each other key gets a fixed probability from its (zero) count. A run of that name that has
/// not reached its end goes on. A BenchmarkRecord stands beside its checkpoints. Blocks. Throws Error.
BenchmarkResult runBenchmark(const BenchmarkRequest& request, RunObserver& observer, const Task& task);

/// What was published for a public set: nats per frame on test.
struct PublishedFigure {
    std::string model;
    std::optional<double> piano, nottingham, museData, jsb;
    bool exact = true;  ///< false: a bound or an estimate, not comparable
};
const std::vector<PublishedFigure>& publishedFigures();

}  // namespace ricercar
