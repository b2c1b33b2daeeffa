// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/TrainingRun.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/DatasetPlan.h"
#include "core/dataset/RollFile.h"
#include "core/dataset/RunLock.h"
#include "core/workbench/BenchmarkRecord.h"
#include "core/workbench/Clock.h"
#include "core/workbench/ExistingDataset.h"
#include "core/workbench/KeptSet.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace ricercar {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto metricsInterval = std::chrono::seconds(1);
constexpr auto epochCheckpointInterval = std::chrono::seconds(5);

/// Passes everything on to the caller's observer and keeps the run's record: metrics each second, checkpoints when they are
/// due.
class Recorder : public TrainObserver {
public:
    Recorder(Workspace& workspace, Run& run, RunLock& lock, RunObserver& observer, std::chrono::milliseconds every)
        : workspace_(workspace), run_(run), lock_(lock), observer_(observer), every_(every) {}

    void attach(const Trainer& trainer) { trainer_ = &trainer; }

    void stepDone(const StepPoint& point) override {
        add("loss", point, point.loss);
        add("gradient_norm", point, point.gradientNorm);
        add("learning_rate", point, point.learningRate);
        observer_.stepDone(point);
        if (Clock::now() - metricsWritten_ > metricsInterval) writeMetrics();
        if (Clock::now() - checkpointWritten_ > every_) writeCheckpoints();
    }

    void epochDone(const EpochPoint& point) override {
        add("epoch_loss", point, point.trainLoss);
        if (point.validationLoss) add("validation", point, *point.validationLoss);
        observer_.epochDone(point);
        if (point.best && point.validationLoss) best_ = trainer_->checkpoint();
        if (Clock::now() - checkpointWritten_ > epochCheckpointInterval) {
            writeMetrics();
            writeCheckpoints();
        }
    }

    void recovered(std::int64_t from, std::int64_t to, double learningRate) override {
        std::erase_if(metrics_, [to](const Metric& metric) { return metric.step > to; });
        workspace_.runs().removeMetricsAfter(run_.id, to);
        observer_.recovered(from, to, learningRate);
    }

    void writeMetrics() {
        metricsWritten_ = Clock::now();
        lock_.beat();
        workspace_.runs().addMetrics(run_.id, std::exchange(metrics_, {}));
    }

    /// The state of now as the last checkpoint, and the best one where it is newer than what stands on disk.
    void writeCheckpoints() {
        checkpointWritten_ = Clock::now();
        makeFolder(folder());
        write(trainer_->checkpoint(), "last.ricercar", run_.lastCheckpoint, false);
        if (best_) write(*std::exchange(best_, std::nullopt), "best.ricercar", run_.bestCheckpoint, true);
        workspace_.runs().update(run_);
    }

private:
    [[nodiscard]] fs::path folder() const { return workspace_.runFile(std::to_string(run_.id)); }

    template <typename Point>
    void add(const char* series, const Point& point, double value) {
        metrics_.push_back({series, point.step, point.epoch, point.seconds, value});
    }

    void write(Checkpoint checkpoint, const char* name, std::string& record, bool best) {
        checkpoint.name = run_.name;
        const std::string place = std::to_string(run_.id) + "/" + name;
        const fs::path path = workspace_.runFile(place);
        saveCheckpoint(checkpoint, path);
        record = place;
        observer_.checkpointWritten(path, best);
    }

    Workspace& workspace_;
    Run& run_;
    RunLock& lock_;
    RunObserver& observer_;
    const std::chrono::milliseconds every_;
    const Trainer* trainer_ = nullptr;
    std::vector<Metric> metrics_;
    std::optional<Checkpoint> best_;  ///< not written yet
    Clock::time_point metricsWritten_ = Clock::now();
    Clock::time_point checkpointWritten_ = Clock::now();
};

/// Not running before it has an owner.
Run newRun(Workspace& workspace, const std::string& name, std::int64_t dataset, const Trainer& trainer) {
    Run run;
    run.dataset = dataset;
    run.config = toJson(trainer.config());
    run.datasetHash = trainer.facts().datasetHash;
    run.program = trainer.checkpoint().program;
    run.started = utcNow();
    run.name = name;
    run.state = RunState::Stopped;
    run.id = workspace.runs().add(run);
    if (run.name.empty()) run.name = trainer.config().preset + " " + std::to_string(run.id);
    return run;
}

/// `wanted`; 0: the first of the workspace.
std::int64_t datasetOf(const Workspace& workspace, std::int64_t wanted) {
    if (wanted != 0) return wanted;
    const std::vector<Dataset> datasets = workspace.datasets().all();
    return datasets.empty() ? 0 : datasets.front().id;
}

/// Best effort while an error is on its way: exceptions of the action are ignored.
template <typename Action>
void bestEffort(Action&& action) {
    try {
        action();
    } catch (const std::exception&) {
    }
}

/// Of a folder that is the workspace's own.
std::unique_ptr<RunLock> lockRun(const Workspace& workspace, std::int64_t run) {
    (void)workspace.runFile(std::to_string(run) + "/" + RunLock::fileName);
    return std::make_unique<RunLock>(workspace.runsFolder(), run);
}

/// A run that is ready to train.
struct Begun {
    Run run;
    std::unique_ptr<RunLock> lock;
    std::unique_ptr<Trainer> trainer;
    bool hasValidation = false;
    std::int64_t step = 0, lost = 0;  ///< of a run that goes on
    Bytes pieces;                     ///< to be kept with it; empty: they are there already, or in a file of their own
};

RunStart startOf(const Begun& begun) {
    const Trainer& trainer = *begun.trainer;
    const TrainConfig& config = trainer.config();
    const TrainingFacts& facts = trainer.facts();
    RunStart start{begun.run.id,         config, facts,      estimate(config, facts.trainSteps),
                   trainer.totalSteps(), {},     begun.step, begun.lost};
    if (trainer.notesOutside() > 0)
        start.remarks.push_back(outsideRemark(MessageId::RunNotesOutside, trainer.notesOutside(), config.model.range));
    return start;
}

/// The pieces that were kept with a run; a benchmark's are in its roll file; of a run of before they were kept, those of its
/// dataset now.
TrainingSet setOf(Workspace& workspace, const RunRequest& request, const Run& run, const TrainConfig& config,
                  const Task& task) {
    if (!request.rolls.empty()) return rollTrainingSet(request.rolls);
    const fs::path kept = workspace.runFile(std::to_string(run.id) + "/" + keptSetName);
    if (fs::exists(kept)) return readTrainingSet(kept);
    if (const auto record = benchmarkRecord(workspace, run)) return rollTrainingSet(record->rolls);
    return trainingSet(workspace, datasetOfRun(workspace, run), config.validationShare, task);
}

Begun goOn(Workspace& workspace, const RunRequest& request, const Task& task) {
    Begun begun;
    const std::int64_t id = *request.resume;
    if (workspace.runs().find(id)) begun.lock = lockRun(workspace, id);
    const std::optional<Run> found = workspace.runs().find(id);
    if (!found || found->lastCheckpoint.empty()) throw Error(ErrorKind::NotFound, {MessageId::RunNotFound, {id}});
    begun.run = *found;
    begun.run.problem.reset();
    const Checkpoint checkpoint = loadCheckpoint(workspace.runFile(begun.run.lastCheckpoint));
    TrainingSet set = setOf(workspace, request, begun.run, checkpoint.config, task);
    begun.hasValidation = !set.validation.empty();
    begun.trainer = std::make_unique<Trainer>(checkpoint, std::move(set));
    const TrainConfig& wanted = request.config;
    if (wanted.epochs > 0 || wanted.steps > 0 || wanted.minutes > 0)
        begun.trainer->setLimits(wanted.epochs, wanted.steps, wanted.minutes);
    if (wanted.threads > 0) begun.trainer->setThreads(wanted.threads);
    begun.step = checkpoint.state.step;
    begun.lost = std::max<std::int64_t>(0, workspace.runs().lastStep(id) - begun.step);
    workspace.runs().removeMetricsAfter(id, begun.step);
    return begun;
}

Begun beginNew(Workspace& workspace, const RunRequest& request, const Task& task) {
    Begun begun;
    TrainConfig config = request.config;
    std::optional<Checkpoint> from;
    if (!request.from.empty()) {
        from = loadCheckpoint(request.from);
        config.preset = from->config.preset;
        config.model = from->config.model;
        config.autoRange = false;
    } else if (!request.rolls.empty()) {  // as the benchmarks want it
        config.model.articulation = false;
        if (config.autoRange) config.model.range = pianoRange;
        config.autoRange = false;
    }
    const std::int64_t dataset = request.rolls.empty() ? datasetOf(workspace, request.dataset.value_or(0)) : 0;
    TrainingSet set =
        !request.rolls.empty() ? rollTrainingSet(request.rolls) : trainingSet(workspace, dataset, config.validationShare, task);
    begun.hasValidation = !set.validation.empty();
    if (request.rolls.empty()) begun.pieces = packTrainingSet(set);
    if (request.scaled && !from) {
        std::int64_t steps = 0;
        for (const TrainingPiece& piece : set.train) steps += piece.roll.steps();
        config = scaledTo(config, steps);
    }
    begun.trainer = std::make_unique<Trainer>(config, std::move(set));
    if (from) begun.trainer->startFrom(*from);
    const std::string name = request.name.empty() && from ? from->name + ", fine-tuned" : request.name;
    begun.run = newRun(workspace, name, dataset, *begun.trainer);
    begun.lock = lockRun(workspace, begun.run.id);
    return begun;
}

RunOutcome outcomeOf(const Workspace& workspace, const Run& run, const Trainer& trainer, bool hasValidation) {
    RunOutcome outcome;
    outcome.runId = run.id;
    outcome.lastCheckpoint = workspace.runFile(run.lastCheckpoint);
    outcome.bestCheckpoint = run.bestCheckpoint.empty() ? outcome.lastCheckpoint : workspace.runFile(run.bestCheckpoint);
    outcome.steps = trainer.state().step;
    if (hasValidation && trainer.state().bestStep > 0) outcome.bestValidation = trainer.state().bestValidation;
    outcome.stopped = run.state == RunState::Stopped;
    return outcome;
}

}  // namespace

std::int64_t datasetOfRun(const Workspace& workspace, const Run& run) { return datasetOf(workspace, run.dataset); }

TrainingSet trainingSet(Workspace& workspace, std::int64_t datasetId, std::optional<double> validationShare, const Task& task) {
    Dataset dataset = existingDataset(workspace, datasetId);
    if (validationShare) dataset.shares.validation = std::min(*validationShare, 1 - dataset.shares.test);
    const DatasetFacts facts = readFacts(workspace, datasetId, task);
    const auto plan = planDataset(facts, dataset);
    TrainingSet set;
    for (const Piece& piece : facts.pieces) {
        const Subset subset = plan.at(piece.id).subset;
        if (task.stopped() || piece.steps == 0 || (subset != Subset::Train && subset != Subset::Validation)) continue;
        auto& pieces = subset == Subset::Validation ? set.validation : set.train;
        pieces.push_back({piece.title, workspace.versions().roll(piece.id), piece.tempo});
    }
    return set;
}

TrainingSet rollTrainingSet(const fs::path& rollFile) {
    const RollFile file = readRollFile(rollFile);
    TrainingSet set;
    set.rollFile = file.name;
    for (const PianoRoll& roll : file.train) set.train.push_back({file.name, roll});
    for (const PianoRoll& roll : file.valid) set.validation.push_back({file.name, roll});
    return set;
}

RunOutcome trainRun(const RunRequest& request, RunObserver& observer, const Task& task) {
    Workspace workspace = request.rolls.empty() ? Workspace::existing(request.workspace) : Workspace(request.workspace);
    Begun begun = request.resume ? goOn(workspace, request, task) : beginNew(workspace, request, task);
    Run& run = begun.run;
    Trainer& trainer = *begun.trainer;
    run.state = RunState::Running;
    workspace.runs().update(run);

    Recorder recorder(workspace, run, *begun.lock, observer, request.checkpointEvery);
    recorder.attach(trainer);
    try {
        if (!begun.pieces.empty())
            writeFile(workspace.runFile(std::to_string(run.id) + "/" + keptSetName), std::exchange(begun.pieces, {}));
        observer.started(startOf(begun));
        trainer.run(recorder, task);
        run.state = task.stopped() ? RunState::Stopped : RunState::Finished;
        recorder.writeMetrics();
        recorder.writeCheckpoints();
    } catch (const std::exception& error) {
        const auto* ours = dynamic_cast<const Error*>(&error);
        run.state = RunState::Failed;
        run.problem = ours ? ours->message() : Message{MessageId::Internal, {validUtf8(error.what())}};
        bestEffort([&] { recorder.writeMetrics(); });
        bestEffort([&] { recorder.writeCheckpoints(); });  // the weights are the last good ones
        bestEffort([&] { workspace.runs().update(run); });
        throw;
    }
    return outcomeOf(workspace, run, trainer, begun.hasValidation);
}

}  // namespace ricercar
