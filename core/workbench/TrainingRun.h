// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Task.h"
#include "core/dataset/Workspace.h"
#include "core/learning/Trainer.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

/// The training and validation pieces of a dataset, by its rules, its split and what was chosen by hand; without a validation
/// piece nothing is validated. `validationShare` in place of the dataset's. Throws Error NotFound where there is no such
/// dataset.
TrainingSet trainingSet(Workspace& workspace, std::int64_t datasetId, std::optional<double> validationShare = {},
                        const Task& task = {});

/// The train and valid splits of a public benchmark file.
TrainingSet rollTrainingSet(const std::filesystem::path& rollFile);

struct RunRequest {
    std::filesystem::path workspace;
    TrainConfig config;
    std::optional<std::int64_t>
        resume{};        ///< a run to go on with: of the config only limits and threads count (none: the run's own)
    std::string name{};  ///< for people; empty: one is made up
    std::filesystem::path
        rolls{};  ///< a benchmark file to train on in place of the pieces: play only, all 88 keys unless a range is given
    std::optional<std::int64_t> dataset{};  ///< of the workspace; nothing: the run's own, or the first
    /// A checkpoint whose weights a new run starts with: its model stays, pitches and layout included, whatever the config
    /// says.
    std::filesystem::path from{};
    bool scaled = false;  ///< a new run's config follows the size of the set (scaledTo)
    std::chrono::milliseconds checkpointEvery = std::chrono::minutes(1);  ///< what may be lost at most
};

struct RunOutcome {
    std::int64_t runId = 0;
    std::filesystem::path lastCheckpoint;
    std::filesystem::path bestCheckpoint;  ///< the last one where there is no validation
    std::int64_t steps = 0;
    std::optional<double> bestValidation;
    bool stopped = false;
};

/// Known before the first batch.
struct RunStart {
    std::int64_t runId = 0;
    TrainConfig config;  ///< with the pitch range that was chosen
    TrainingFacts facts;
    TrainEstimate estimate;
    std::int64_t totalSteps = 0;  ///< 0: only time ends the run
    std::vector<Message> remarks;
    std::int64_t step = 0;  ///< that it goes on from
    std::int64_t lost = 0;  ///< steps recorded beyond that, which are gone
};

/// Called on the training thread; has to be quick.
class RunObserver : public TrainObserver {
public:
    virtual void started(const RunStart&) {}
    virtual void checkpointWritten(const std::filesystem::path&, bool /*best*/) {}
};

/// The dataset of a run, or the first of the workspace for one of before there were several; 0: there is none.
std::int64_t datasetOfRun(const Workspace& workspace, const Run& run);
/// The file in a run's folder that keeps its pieces.
inline constexpr const char* keptSetName = "pieces";

/// Trains in a workspace: records the run and every metric point as it goes, writes last.ricercar and best.ricercar at each
/// epoch, each minute and at the end; a stop ends it cleanly with a checkpoint. A run's pieces are kept with it, and it goes on
/// with these. What its record holds beyond the checkpoint that it goes on from is taken out. Blocks. Throws Error; the run is
/// then recorded as failed, but for Unwritable (RunOwned): another process trains it, and nothing was changed.
RunOutcome trainRun(const RunRequest& request, RunObserver& observer, const Task& task);

}  // namespace ricercar
