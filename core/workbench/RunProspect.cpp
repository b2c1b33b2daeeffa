// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/RunProspect.h"

#include "core/base/Error.h"
#include "core/learning/Checkpoint.h"
#include "core/learning/PreparedTrainingSet.h"
#include "core/workbench/TrainingRun.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

namespace fs = std::filesystem;

/// Whether the dataset gives other pieces now than the checkpoint was trained on; gone counts as changed.
bool hasChanged(Workspace& workspace, std::int64_t dataset, const Checkpoint& checkpoint, const Task& task) {
    try {
        TrainingSet now = trainingSet(workspace, dataset, checkpoint.config.validationShare, task);
        return !task.stopped() &&
               PreparedTrainingSet(checkpoint.config, std::move(now)).facts.datasetHash != checkpoint.facts.datasetHash;
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::NotFound) return true;
        throw;
    }
}

}  // namespace

RunProspect prospectOf(const fs::path& path, std::int64_t id, const Task& task) {
    Workspace workspace = Workspace::existing(path);
    RunProspect prospect;
    prospect.run = id;
    const std::optional<Run> run = workspace.runs().find(id);
    if (!run) return prospect;
    prospect.owner = run->owner;
    std::error_code ignored;
    if (run->lastCheckpoint.empty() || !fs::exists(workspace.runFile(run->lastCheckpoint), ignored)) return prospect;
    const Checkpoint checkpoint = loadCheckpointHeader(workspace.runFile(run->lastCheckpoint));
    const TrainConfig& config = checkpoint.config;
    prospect.checkpoint = true;
    prospect.step = checkpoint.state.step;
    prospect.lost = std::max<std::int64_t>(0, workspace.runs().lastStep(id) - prospect.step);
    const std::int64_t batches = std::max<std::int64_t>(1, estimate(config, checkpoint.facts.trainSteps).batchesPerEpoch);
    prospect.epochs = static_cast<double>(prospect.step) / static_cast<double>(batches);
    prospect.seconds = checkpoint.state.seconds;
    prospect.totalSteps = totalSteps(config, batches);
    prospect.minutes = config.minutes;
    prospect.reached = (prospect.totalSteps > 0 && prospect.step >= prospect.totalSteps) ||
                       (config.minutes > 0 && checkpoint.state.seconds >= 60 * config.minutes);
    prospect.roll = !checkpoint.facts.rollFile.empty();
    prospect.setKept = fs::exists(workspace.runFile(std::to_string(id) + "/" + keptSetName), ignored);
    if (!prospect.roll) prospect.setChanged = hasChanged(workspace, datasetOfRun(workspace, *run), checkpoint, task);
    return prospect;
}

TrainConfig limitsToGoOn(const RunProspect& prospect, const TrainConfig& more) {
    TrainConfig limits;
    limits.threads = more.threads;
    if (!prospect.reached) return limits;
    if (more.epochs > 0) limits.epochs = more.epochs + std::ceil(prospect.epochs - 1e-6);
    if (more.minutes > 0) limits.minutes = more.minutes + prospect.seconds / 60.0;
    return limits;
}

}  // namespace ricercar
