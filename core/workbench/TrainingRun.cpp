#include "core/workbench/TrainingRun.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/RollFile.h"
#include "core/dataset/Splits.h"
#include "core/workbench/Clock.h"

#include <chrono>
#include <memory>
#include <utility>

namespace ricercar {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto metricsInterval = std::chrono::seconds(1);
constexpr auto checkpointInterval = std::chrono::minutes(2);

/// Passes everything on to the caller's observer and keeps the run's record: metrics each second, checkpoints at each epoch and
/// every few minutes.
class Recorder : public TrainObserver {
public:
    Recorder(Workspace& workspace, Run& run, RunObserver& observer) : workspace_(workspace), run_(run), observer_(observer) {}

    void attach(const Trainer& trainer) { trainer_ = &trainer; }

    void stepDone(const StepPoint& point) override {
        add("loss", point, point.loss);
        add("gradient_norm", point, point.gradientNorm);
        add("learning_rate", point, point.learningRate);
        observer_.stepDone(point);
        if (Clock::now() - metricsWritten_ > metricsInterval) writeMetrics();
        if (Clock::now() - checkpointWritten_ > checkpointInterval) writeCheckpoint(false);
    }

    void epochDone(const EpochPoint& point) override {
        add("epoch_loss", point, point.trainLoss);
        if (point.validationLoss) add("validation", point, *point.validationLoss);
        observer_.epochDone(point);
        writeMetrics();
        writeCheckpoint(point.best);
    }

    void recovered(std::int64_t from, std::int64_t to, double learningRate) override {
        observer_.recovered(from, to, learningRate);
    }

    void writeMetrics() {
        metricsWritten_ = Clock::now();
        workspace_.addMetrics(run_.id, std::exchange(metrics_, {}));
    }

    void writeCheckpoint(bool best) {
        checkpointWritten_ = Clock::now();
        Checkpoint checkpoint = trainer_->checkpoint();
        checkpoint.name = run_.name;
        const fs::path folder = workspace_.runsFolder() / std::to_string(run_.id);
        makeFolder(folder);
        write(checkpoint, folder / "last.ricercar", run_.lastCheckpoint, false);
        if (best) write(checkpoint, folder / "best.ricercar", run_.bestCheckpoint, true);
        workspace_.updateRun(run_);
    }

private:
    template <typename Point>
    void add(const char* series, const Point& point, double value) {
        metrics_.push_back({series, point.step, point.epoch, point.seconds, value});
    }

    void write(const Checkpoint& checkpoint, const fs::path& path, std::string& record, bool best) {
        saveCheckpoint(checkpoint, path);
        record = fs::relative(path, workspace_.runsFolder()).string();
        observer_.checkpointWritten(path, best);
    }

    Workspace& workspace_;
    Run& run_;
    RunObserver& observer_;
    const Trainer* trainer_ = nullptr;
    std::vector<Metric> metrics_;
    Clock::time_point metricsWritten_ = Clock::now();
    Clock::time_point checkpointWritten_ = Clock::now();
};

Run newRun(Workspace& workspace, const RunRequest& request, const TrainingFacts& facts, const std::string& program) {
    Run run;
    run.config = toJson(request.config);
    run.datasetHash = facts.datasetHash;
    run.program = program;
    run.started = utcNow();
    run.name = request.name;
    run.id = workspace.addRun(run);
    if (run.name.empty()) run.name = request.config.preset + " " + std::to_string(run.id);
    workspace.updateRun(run);
    return run;
}

Run resumedRun(Workspace& workspace, std::int64_t id) {
    std::optional<Run> run = workspace.run(id);
    if (!run || run->lastCheckpoint.empty()) throw Error(ErrorKind::NotFound, {MessageId::RunNotFound, {std::to_string(id)}});
    run->state = RunState::Running;
    run->problem.clear();
    workspace.updateRun(*run);
    return *run;
}

RunOutcome outcomeOf(const Workspace& workspace, const Run& run, const Trainer& trainer, bool hasValidation) {
    RunOutcome outcome;
    outcome.runId = run.id;
    outcome.lastCheckpoint = workspace.runsFolder() / run.lastCheckpoint;
    outcome.bestCheckpoint = run.bestCheckpoint.empty() ? outcome.lastCheckpoint : workspace.runsFolder() / run.bestCheckpoint;
    outcome.steps = trainer.state().step;
    if (hasValidation && trainer.state().bestStep > 0) outcome.bestValidation = trainer.state().bestValidation;
    outcome.stopped = run.state == RunState::Stopped;
    return outcome;
}

}  // namespace

TrainingSet trainingSet(const Workspace& workspace, const TrainConfig& config) {
    TrainingSet set;
    for (const Piece& piece : workspace.pieces()) {
        if (piece.state == PieceState::Rejected) continue;
        const Side side = sideOf(piece.fileHash, config.seed, config.validationShare);
        auto& pieces = side == Side::Validation ? set.validation : set.train;
        pieces.push_back({piece.title, workspace.roll(piece.id), piece.tempo});
    }
    if (set.train.empty()) std::swap(set.train, set.validation);
    return set;
}

TrainingSet rollTrainingSet(const fs::path& rollFile) {
    const RollFile file = readRollFile(rollFile);
    TrainingSet set;
    for (const PianoRoll& roll : file.train) set.train.push_back({file.name, roll});
    for (const PianoRoll& roll : file.valid) set.validation.push_back({file.name, roll});
    return set;
}

RunOutcome trainRun(const RunRequest& request, RunObserver& observer, const Task& task) {
    Workspace workspace(request.workspace);
    RunRequest wanted = request;
    std::optional<Checkpoint> begun;
    Run run;
    if (request.resume) {
        run = resumedRun(workspace, *request.resume);
        begun = loadCheckpoint(workspace.runsFolder() / run.lastCheckpoint);
        wanted.config = begun->config;
    } else if (!request.rolls.empty()) {
        wanted.config.model.articulation = false;
        wanted.config.model.range = pianoRange;
    }
    const TrainingSet set = request.rolls.empty() ? trainingSet(workspace, wanted.config) : rollTrainingSet(request.rolls);
    const auto trainer = begun ? std::make_unique<Trainer>(*begun, set) : std::make_unique<Trainer>(wanted.config, set);
    if (begun) {
        trainer->setLimits(request.config.epochs, request.config.steps, request.config.minutes);
        run.state = RunState::Running;
        run.problem.clear();
        workspace.updateRun(run);
    } else {
        run = newRun(workspace, wanted, trainer->facts(), trainer->checkpoint().program);
    }
    const bool hasValidation = !set.validation.empty();

    Recorder recorder(workspace, run, observer);
    recorder.attach(*trainer);
    try {
        observer.started(run.id, trainer->facts(), estimate(wanted.config, trainer->facts().trainSteps), trainer->totalSteps());
        trainer->run(recorder, task);
        run.state = task.stopped() ? RunState::Stopped : RunState::Finished;
        recorder.writeMetrics();
        recorder.writeCheckpoint(false);
    } catch (const std::exception& error) {
        run.state = RunState::Failed;
        run.problem = error.what();
        recorder.writeMetrics();
        workspace.updateRun(run);
        throw;
    }
    return outcomeOf(workspace, run, *trainer, hasValidation);
}

}  // namespace ricercar
