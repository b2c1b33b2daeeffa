// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Benchmark.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Machine.h"
#include "core/dataset/RollFile.h"
#include "core/learning/Evaluator.h"
#include "core/workbench/BenchmarkRecord.h"
#include "core/workbench/Resources.h"

#include <functional>
#include <utility>

namespace ricercar {
namespace {

/// A run of that name on the same file that was left before its end.
std::optional<std::int64_t> unfinished(const Workspace& workspace, const std::string& name) {
    std::optional<std::int64_t> found;
    for (const Run& run : workspace.runs().all())
        if (run.name == name && !run.lastCheckpoint.empty()) found = run.id;
    return found;
}

/// The pitches of the train split alone.
PitchRange playedInTrain(const RollFile& file) {
    TrainingSet set;
    for (const PianoRoll& roll : file.train) set.train.push_back({file.name, roll});
    const std::optional<PitchRange> range = soundingRange(set);
    if (!range) throw Error(ErrorKind::Invalid, {MessageId::NothingToTrainOn, {}});
    return *range;
}

/// Passes everything on, and tells of the run once it is known.
class Announcer : public RunObserver {
public:
    Announcer(RunObserver& observer, std::function<void(std::int64_t)> begun) : observer_(observer), begun_(std::move(begun)) {}
    void started(const RunStart& start) override {
        begun_(start.runId);
        observer_.started(start);
    }
    void stepDone(const StepPoint& point) override { observer_.stepDone(point); }
    void epochDone(const EpochPoint& point) override { observer_.epochDone(point); }
    void recovered(std::int64_t from, std::int64_t to, double rate) override { observer_.recovered(from, to, rate); }
    void checkpointWritten(const std::filesystem::path& path, bool best) override { observer_.checkpointWritten(path, best); }

private:
    RunObserver& observer_;
    std::function<void(std::int64_t)> begun_;
};

}  // namespace

std::filesystem::path benchmarkRecipe() { return resourcesFolder() / "recipes" / "benchmark.json"; }

std::string benchmarkRunName(const std::string& set, std::uint64_t seed) {
    return "benchmark " + set + " seed " + std::to_string(seed);
}

TrainConfig readRecipe(const std::filesystem::path& file) {
    const Bytes text = readFile(file, 1 << 20);
    return trainConfigFromJson(std::string(text.begin(), text.end()));
}

BenchmarkResult runBenchmark(const BenchmarkRequest& request, RunObserver& observer, const Task& task) {
    const RollFile file = readRollFile(request.rolls);
    RunRequest run;
    run.workspace = request.workspace;
    run.rolls = request.rolls;
    run.config = request.recipe;
    run.config.autoRange = false;
    run.config.model.range = playedInTrain(file);
    run.name = request.name.empty() ? benchmarkRunName(file.name, request.recipe.seed) : request.name;
    run.resume = unfinished(Workspace(request.workspace), run.name);
    BenchmarkRecord record;
    record.set = file.name;
    record.rolls = displayPath(request.rolls);
    record.minutes = request.recipe.minutes;
    Announcer announcer(observer, [&](std::int64_t id) {
        record.runId = id;
        keepRecord(Workspace(request.workspace), record);
    });
    const RunOutcome outcome = trainRun(run, announcer, task);

    BenchmarkResult result;
    result.runId = outcome.runId;
    result.set = file.name;
    result.checkpoint = outcome.bestCheckpoint;
    result.stopped = outcome.stopped || task.stopped();
    if (result.stopped) return result;
    const Checkpoint best = loadCheckpoint(outcome.bestCheckpoint);
    const auto score = [&](const std::vector<PianoRoll>& rolls) {
        const Evaluation evaluation = evaluateAllKeys(best, rolls, task);
        if (!evaluation.complete) result.stopped = true;
        return evaluation.natsPerStep();
    };
    result.trainNats = score(file.train);
    result.validNats = score(file.valid);
    if (!result.stopped) result.testNats = score(file.test);
    result.unigramNats = unigramNatsPerStep(file.train, file.test);
    result.bigramNats = bigramNatsPerStep(file.train, file.test);
    for (const PianoRoll& roll : file.test) result.testFrames += roll.steps();
    result.parameters = estimate(best.config, best.facts.trainSteps).parameters;
    const Checkpoint last = loadCheckpoint(outcome.lastCheckpoint);
    result.seconds = last.state.seconds;
    result.epochs = static_cast<double>(last.state.step) /
                    static_cast<double>(estimate(last.config, last.facts.trainSteps).batchesPerEpoch);
    result.machine = machineName();
    if (!result.stopped) {
        record.result = result;
        keepRecord(Workspace(request.workspace), record);
    }
    return result;
}

const std::vector<PublishedFigure>& publishedFigures() {
    static const std::vector<PublishedFigure> figures{
        {"independent keys that know their last state", 8.27, 5.15, 8.56, 10.49},
        {"RNN (Boulanger-Lewandowski 2012)", 8.37, 4.46, 8.13, 8.71},
        {"TCN, independent keys (Bai 2018)", {}, 3.07, {}, 8.10},
        {"RNN-RBM (Boulanger-Lewandowski 2012)", 7.09, 2.39, 6.01, 6.27, false},
        {"RNN-NADE, HF (Boulanger-Lewandowski 2012)", 7.05, 2.31, 5.60, 5.56},
        {"DMM-Aug-NADE (Krishnan 2017)", 7.05, 2.31, 6.05, 5.12, false},
        {"LSTM-NADE (Johnson 2017)", 7.36, 2.02, 5.02, 6.00},
        {"TP-LSTM-NADE (Johnson 2017)", 5.44, 1.61, 4.32, 5.88},
        {"BALSTM, the biaxial LSTM (Johnson 2017)", 4.90, 1.55, 3.90, 5.05},
        {"LSTM on note sequences (Walder 2016)", 6.67, 2.06, 5.16, 5.01},
        {"LSTM on note sequences, 12 keys (Walder 2016)", 5.43, 1.66, 4.46, 4.34},
        {"DBN-LSTM (Vohra 2015)", 4.63, 1.32, 3.91, 3.47, false},
    };
    return figures;
}

}  // namespace ricercar
