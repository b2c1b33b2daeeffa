// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/workbench/RunProspect.h"
#include "core/workbench/TimeLeft.h"
#include "core/workbench/TrainingRun.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace ricercar;

namespace {

class Watcher : public RunObserver {
public:
    void started(const RunStart& start) override {
        begun = start;
        runId = start.runId;
        pieces = start.facts.trainPieces + start.facts.validationPieces;
        totalSteps = start.totalSteps;
    }
    void stepDone(const StepPoint& point) override {
        losses.push_back(point.loss);
        if (point.step == stopAt) stop.request_stop();
    }
    void checkpointWritten(const std::filesystem::path& path, bool best) override { (best ? bests : lasts).insert(path); }

    RunStart begun;
    std::int64_t runId = 0, totalSteps = -1, stopAt = -1;
    int pieces = 0;
    std::vector<double> losses;
    std::set<std::filesystem::path> bests, lasts;
    std::stop_source stop;
};

}  // namespace

class tst_TrainingRun : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    int serial_ = 0;

    /// A workspace with some pieces, enough for both subsets of the split.
    std::filesystem::path workspaceWithPieces() {
        const std::filesystem::path path = folder_.filePath(QStringLiteral("w%1.db").arg(++serial_)).toStdString();
        Workspace workspace(path);
        std::vector<NewPiece> pieces;
        const TrainingSet set = test::tinySet(12, 0);
        for (const TrainingPiece& given : set.train) {
            NewPiece made;
            made.piece.fileHash = "hash of " + given.id;
            made.piece.title = given.id;
            made.roll = test::randomRoll(pieces.size(), given.roll.steps(), {48, 61}, 2.0).inRange(given.roll.range());
            made.roll.addNote(0, 1, 48);
            made.roll.addNote(0, 1, 61);
            made.piece.meter = given.roll.meter();
            made.piece.steps = given.roll.steps();
            made.piece.tempo = given.tempo;
            pieces.push_back(made);
        }
        NewPiece rejected;
        rejected.piece.fileHash = "bad";
        rejected.piece.state = PieceState::Rejected;
        pieces.push_back(rejected);
        workspace.pieces().add(pieces);
        return path;
    }

    static TrainConfig config(std::int64_t steps) {
        TrainConfig tiny = test::tinyConfig();
        tiny.steps = steps;
        tiny.validationShare = 0.3;
        return tiny;
    }

private slots:
    void theSplitHasEveryAcceptedPieceOnce() {
        Workspace workspace(workspaceWithPieces());
        const std::int64_t first = workspace.datasets().all().at(0).id;
        const TrainingSet set = trainingSet(workspace, first, 0.3);
        QCOMPARE(set.train.size() + set.validation.size(), std::size_t{12});
        QVERIFY(!set.train.empty() && !set.validation.empty());
        QVERIFY(trainingSet(workspace, first).validation.size() < set.validation.size());  // the dataset's own tenth
    }

    void theRulesOfTheFirstDatasetHoldWhereNoneIsNamed() {
        const auto path = workspaceWithPieces();
        Workspace workspace(path);
        Dataset dataset = workspace.datasets().all().at(0);
        dataset.rules.meters = {{7, 8}};
        workspace.datasets().update(dataset);
        Watcher watcher;
        QVERIFY_EXCEPTION_THROWN(trainRun({path, config(1), {}, "in 7/8"}, watcher, {}), Error);
        dataset.rules.meters = {{4, 4}};
        workspace.datasets().update(dataset);
        const RunOutcome outcome = trainRun({path, config(1), {}, "in 4/4"}, watcher, {});
        QCOMPARE(workspace.runs().find(outcome.runId)->dataset, dataset.id);
    }

    void aDatasetSaysWhatIsLearnt() {
        Watcher watcher;
        const auto path = workspaceWithPieces();
        Workspace workspace(path);
        Dataset dataset = workspace.datasets().all().at(0);
        dataset.shares.validation = 0;
        workspace.datasets().update(dataset);
        const auto pieces = workspace.pieces().all();
        workspace.datasets().setSubsets(dataset.id, {pieces[0].id}, Subset::Validation);
        workspace.datasets().setSubsets(dataset.id, {pieces[1].id}, Subset::Test);
        workspace.datasets().setSubsets(dataset.id, {pieces[2].id}, Subset::Off);
        const TrainingSet set = trainingSet(workspace, dataset.id);
        QCOMPARE(set.train.size(), std::size_t{9});
        QCOMPARE(set.validation.size(), std::size_t{1});
        QVERIFY(set.validation[0].roll == workspace.versions().roll(pieces[0].id));
        QVERIFY_EXCEPTION_THROWN((void)trainingSet(workspace, 99), Error);

        RunRequest request{path, config(5), {}, "of a dataset"};
        request.dataset = dataset.id;
        const RunOutcome outcome = trainRun(request, watcher, {});
        QCOMPARE(workspace.runs().find(outcome.runId)->dataset, dataset.id);
        QCOMPARE(watcher.pieces, 10);
        // a run goes on with its own
        trainRun({path, config(8), outcome.runId}, watcher, {});
        QCOMPARE(watcher.pieces, 10);
    }

    void aRunIsRecordedWhole() {
        Watcher watcher;
        const auto path = workspaceWithPieces();
        const RunOutcome outcome = trainRun({path, config(30), {}, "first"}, watcher, {});
        QCOMPARE(outcome.runId, watcher.runId);
        QCOMPARE(outcome.steps, std::int64_t{30});
        QCOMPARE(watcher.totalSteps, std::int64_t{30});
        QCOMPARE(watcher.pieces, 12);
        QVERIFY(!outcome.stopped);
        QVERIFY(outcome.bestValidation.has_value());
        QCOMPARE(watcher.bests.size(), std::size_t{1});

        const Workspace workspace(path);
        const Run run = workspace.runs().find(outcome.runId).value();
        QCOMPARE(run.state, RunState::Finished);
        QCOMPARE(run.name, std::string("first"));
        QCOMPARE(trainConfigFromJson(run.config), config(30));
        std::vector<double> losses;
        int validations = 0;
        for (const Metric& metric : workspace.runs().metrics(run.id)) {
            if (metric.series == "loss") losses.push_back(metric.value);
            if (metric.series == "validation") ++validations;
        }
        QCOMPARE(losses, watcher.losses);
        QVERIFY(validations >= 1);
        QCOMPARE(loadCheckpoint(outcome.lastCheckpoint).state.step, std::int64_t{30});
        QCOMPARE(loadCheckpoint(outcome.bestCheckpoint).state.bestValidation, *outcome.bestValidation);
    }

    void aStoppedRunGoesOnAsIfNothingHadHappened() {
        Watcher whole, before, after;
        const auto one = workspaceWithPieces(), two = workspaceWithPieces();
        const RunOutcome straight = trainRun({one, config(12), {}, {}}, whole, {});
        before.stopAt = 7;
        const RunOutcome stopped = trainRun({two, config(12), {}, {}}, before, Task(before.stop.get_token()));
        QVERIFY(stopped.stopped);
        QCOMPARE(Workspace(two).runs().find(stopped.runId)->state, RunState::Stopped);
        QCOMPARE(loadCheckpoint(stopped.lastCheckpoint).state.step, std::int64_t{7});

        const RunOutcome resumed = trainRun({two, config(12), stopped.runId, {}}, after, {});
        QCOMPARE(resumed.runId, stopped.runId);
        std::vector<double> joined = before.losses;
        joined.insert(joined.end(), after.losses.begin(), after.losses.end());
        QCOMPARE(joined, whole.losses);
        QCOMPARE(loadCheckpoint(resumed.lastCheckpoint).weights, loadCheckpoint(straight.lastCheckpoint).weights);
    }

    void aRunThatIsTrainedIsRefused() {
        struct Second : RunObserver {
            explicit Second(std::filesystem::path file) : path(std::move(file)) {}
            void started(const RunStart& start) override { run = start.runId; }
            void epochDone(const EpochPoint&) override {
                if (refused) return;
                RunObserver none;
                try {
                    trainRun({path, config(40), run}, none, {});
                } catch (const Error& error) {
                    refused = error.message();
                }
                state = Workspace(path).runs().find(run)->state;
            }
            std::filesystem::path path;
            std::int64_t run = 0;
            std::optional<Message> refused;
            RunState state = RunState::Failed;
        } second(workspaceWithPieces());
        const RunOutcome outcome = trainRun({second.path, config(30)}, second, {});
        QVERIFY(second.refused);
        QCOMPARE(second.refused->id, MessageId::RunOwned);
        QCOMPARE(second.state, RunState::Running);
        QCOMPARE(outcome.steps, std::int64_t{30});
        QCOMPARE(Workspace(second.path).runs().find(outcome.runId)->state, RunState::Finished);
    }

    void aWorkspaceOfAStrangerNamesNoFileElsewhere() {
        Watcher watcher;
        const auto path = workspaceWithPieces();
        const RunOutcome outcome = trainRun({path, config(2)}, watcher, {});
        const std::filesystem::path elsewhere = folder_.filePath("elsewhere.ricercar").toStdString();
        std::filesystem::copy_file(outcome.lastCheckpoint, elsewhere);
        Workspace workspace(path);
        Run run = *workspace.runs().find(outcome.runId);
        for (const std::string& name : {elsewhere.string(), std::string("../elsewhere.ricercar")}) {
            run.lastCheckpoint = name;
            workspace.runs().update(run);
            try {
                trainRun({path, config(4), outcome.runId}, watcher, {});
                QFAIL(name.c_str());
            } catch (const Error& error) {
                QCOMPARE(error.message().id, MessageId::WorkspaceFileOutside);
            }
        }
        // nor does training write through a link in the folder of its runs
        run.lastCheckpoint = std::to_string(run.id) + "/last.ricercar";
        workspace.runs().update(run);
        std::filesystem::remove(outcome.lastCheckpoint);
        std::filesystem::create_symlink(elsewhere, outcome.lastCheckpoint);
        QVERIFY_EXCEPTION_THROWN(trainRun({path, config(4), outcome.runId}, watcher, {}), Error);
    }

    void aRunGoesOnToItsOwnLimit() {
        Watcher before, after;
        before.stopAt = 3;
        const auto path = workspaceWithPieces();
        const RunOutcome stopped = trainRun({path, config(9)}, before, Task(before.stop.get_token()));
        TrainConfig none = config(0);
        QCOMPARE(trainRun({path, none, stopped.runId}, after, {}).steps, std::int64_t{9});
        std::vector<std::int64_t> steps;
        for (const Metric& metric : Workspace(path).runs().metrics(stopped.runId))
            if (metric.series == "loss") steps.push_back(metric.step);
        QCOMPARE(steps, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
    }

    void aDamagedCheckpointLeavesTheRunAsItWas() {
        Watcher watcher;
        const auto path = workspaceWithPieces();
        const RunOutcome outcome = trainRun({path, config(2)}, watcher, {});
        writeFile(outcome.lastCheckpoint, std::string("RICERCAR, but not much of it"));
        QVERIFY_EXCEPTION_THROWN(trainRun({path, config(4), outcome.runId}, watcher, {}), Error);
        QCOMPARE(Workspace(path).runs().find(outcome.runId)->state, RunState::Finished);
    }

    void aBenchmarkFileIsTrainedOnPlayOnly() {
        Watcher watcher;
        const std::filesystem::path rolls = folder_.filePath("rolls.json").toStdString();
        writeFile(rolls, std::string(R"({"name": "scale", "step": "quarter note",
            "train": [[[60], [62], [64], [65], [67], [65], [64], [62], [60]]], "valid": [[[60], [62], []]], "test": []})"));
        TrainConfig asFarAsThePianoGoes = config(3);
        asFarAsThePianoGoes.autoRange = true;
        asFarAsThePianoGoes.transposeDown = asFarAsThePianoGoes.transposeUp = 0;
        const RunOutcome outcome = trainRun({workspaceWithPieces(), asFarAsThePianoGoes, {}, {}, rolls}, watcher, {});
        const Checkpoint checkpoint = loadCheckpoint(outcome.lastCheckpoint);
        QVERIFY(!checkpoint.config.model.articulation);
        QCOMPARE(checkpoint.config.model.range, pianoRange);
        QCOMPARE(checkpoint.facts.rollFile, std::string("scale"));
        QCOMPARE(checkpoint.config.transposeUp, 0);
        QCOMPARE(checkpoint.facts.trainSteps, std::int64_t{9});
        QCOMPARE(checkpoint.facts.validationPieces, 1);
    }

    void aRunSaysWhichPitchesItHas() {
        Watcher whole, cut, resumed;
        TrainConfig chosen = config(1);
        chosen.autoRange = true;
        const auto path = workspaceWithPieces();
        const RunOutcome outcome = trainRun({path, chosen}, whole, {});
        QCOMPARE(whole.begun.config.model.range, (PitchRange{46, 63}));
        QVERIFY(whole.begun.remarks.empty());
        QCOMPARE(trainConfigFromJson(Workspace(path).runs().find(outcome.runId)->config).model.range, (PitchRange{46, 63}));
        TrainConfig full = whole.begun.config;
        full.model.range = fullRange;
        QVERIFY(whole.begun.estimate.flopsPerBatch < 0.2 * estimate(full, 1).flopsPerBatch);

        // more music in the meantime would be another set, but the range stays the checkpoint's
        TrainConfig wider = config(2);
        wider.model.range = fullRange;
        trainRun({path, wider, outcome.runId}, resumed, {});
        QCOMPARE(resumed.begun.config.model.range, (PitchRange{46, 63}));

        TrainConfig narrow = config(1);
        narrow.model.range = {55, 71};
        trainRun({path, narrow}, cut, {});
        QCOMPARE(cut.begun.remarks.size(), std::size_t{1});
        QCOMPARE(cut.begun.remarks.front().id, MessageId::RunNotesOutside);
    }

    void checkpointsAreWrittenAsOftenAsAskedFor() {
        struct Counter : RunObserver {
            void checkpointWritten(const std::filesystem::path&, bool best) override { written += best ? 0 : 1; }
            int written = 0;
        } often, rarely;
        QCOMPARE(RunRequest().checkpointEvery, std::chrono::milliseconds(60'000));
        RunRequest request{workspaceWithPieces(), config(6)};
        trainRun(request, rarely, {});
        request.checkpointEvery = std::chrono::milliseconds(-1);
        trainRun(request, often, {});
        QVERIFY2(often.written >= rarely.written + 5, qPrintable(QString::number(often.written)));
    }

    void whatAKilledRunLostIsSaidAndItsTargetStays() {
        Watcher before, after;
        before.stopAt = 4;
        const auto path = workspaceWithPieces();
        const RunOutcome begun = trainRun({path, config(9)}, before, Task(before.stop.get_token()));
        {  // as a killed process leaves it: points beyond the checkpoint, and a state that says it runs
            Workspace workspace(path);
            workspace.runs().addMetrics(begun.runId,
                                        {{"loss", 5, 0.5, 1, 0.1}, {"loss", 7, 0.7, 2, 0.1}, {"validation", 7, 0.7, 2, 0.1}});
            Run run = *workspace.runs().find(begun.runId);
            run.state = RunState::Running;
            workspace.runs().update(run);
            QCOMPARE(workspace.runs().find(begun.runId)->state, RunState::Interrupted);
        }
        const RunProspect prospect = prospectOf(path, begun.runId);
        QVERIFY(prospect.canGoOn() && prospect.setKept && !prospect.setChanged && !prospect.reached);
        QCOMPARE(prospect.step, std::int64_t{4});
        QCOMPARE(prospect.lost, std::int64_t{3});
        QCOMPARE(prospect.totalSteps, std::int64_t{9});
        QCOMPARE(trainRun({path, config(0), begun.runId}, after, {}).steps, std::int64_t{9});
        QCOMPARE(after.begun.step, std::int64_t{4});
        QCOMPARE(after.begun.lost, std::int64_t{3});
        QCOMPARE(after.totalSteps, std::int64_t{9});
        std::vector<std::int64_t> steps;
        for (const Metric& metric : Workspace(path).runs().metrics(begun.runId))
            if (metric.series == "loss") steps.push_back(metric.step);
        QCOMPARE(steps, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
        QVERIFY(prospectOf(path, begun.runId).reached);
    }

    void limitsCountFromTheBeginningOfARun() {
        RunProspect prospect;
        prospect.epochs = 2.5;
        prospect.seconds = 120;
        TrainConfig more;
        more.epochs = 4;
        more.minutes = 10;
        more.threads = 2;
        const TrainConfig own = limitsToGoOn(prospect, more);  // its target is not reached: it keeps its own
        QVERIFY(own.epochs == 0 && own.minutes == 0 && own.steps == 0);
        QCOMPARE(own.threads, 2);
        prospect.reached = true;
        QCOMPARE(limitsToGoOn(prospect, more).epochs, 7.0);
        QCOMPARE(limitsToGoOn(prospect, more).minutes, 12.0);
        more.epochs = 0;
        QCOMPARE(limitsToGoOn(prospect, more).epochs, 0.0);
    }

    void aRunGoesOnWithThePiecesItBeganWith() {
        Watcher before, after;
        const auto path = workspaceWithPieces();
        const RunOutcome begun = trainRun({path, config(3)}, before, {});
        Workspace workspace(path);
        workspace.pieces().remove({workspace.pieces().all()[0].id, workspace.pieces().all()[1].id});
        const RunProspect prospect = prospectOf(path, begun.runId);
        QVERIFY(prospect.setChanged && prospect.setKept && prospect.canGoOn());
        trainRun({path, config(6), begun.runId}, after, {});
        QCOMPARE(after.pieces, 12);
        // without them, as an earlier version left it, there is nothing to go on with
        std::filesystem::remove(workspace.runFile(std::to_string(begun.runId) + "/" + keptSetName));
        QVERIFY(!prospectOf(path, begun.runId).canGoOn());
        try {
            trainRun({path, config(9), begun.runId}, after, {});
            QFAIL("it went on with other pieces");
        } catch (const Error& error) {
            QCOMPARE(error.message().id, MessageId::CheckpointOtherSet);
        }
    }

    void anotherRunsWeightsAreFineTunedOnTheSetOfNow() {
        Watcher before, after;
        const auto path = workspaceWithPieces();
        const RunOutcome begun = trainRun({path, config(20), {}, "first"}, before, {});
        Workspace workspace(path);
        workspace.pieces().remove({workspace.pieces().all()[0].id});
        RunRequest request{path, config(4)};
        request.config.model.timeHidden = {3};
        request.config.autoRange = true;
        request.config.learningRate = 1e-7;  // next to no step from where it starts
        request.from = begun.lastCheckpoint;
        const RunOutcome tuned = trainRun(request, after, {});
        QVERIFY(tuned.runId != begun.runId);
        QCOMPARE(after.pieces, 11);
        const Checkpoint first = loadCheckpoint(begun.lastCheckpoint), second = loadCheckpoint(tuned.lastCheckpoint);
        QVERIFY(second.config.model == first.config.model);
        QCOMPARE(second.state.step, std::int64_t{4});
        for (std::size_t i = 0; i < first.weights.size(); ++i)
            for (std::size_t j = 0; j < first.weights[i].values.size(); ++j)
                QVERIFY(std::abs(first.weights[i].values[j] - second.weights[i].values[j]) < 1e-6F);
        QCOMPARE(workspace.runs().find(tuned.runId)->name, std::string("first, fine-tuned"));
    }

    void theTimeLeftIsByWhicheverLimitComesFirst() {
        QVERIFY(!TrainingClock().left());
        TrainingClock clock(100, 1);
        QVERIFY(!clock.left());
        clock.add(10, 5);
        clock.add(20, 10);  // two a second
        QCOMPARE(*clock.pace(), 2.0);
        QCOMPARE(*clock.left(), 40.0);
        QCOMPARE(*clock.done(), 0.2);
        clock.add(30, 55);
        QCOMPARE(*clock.left(), 5.0);  // the minute is nearly over
        clock.add(20, 56);             // it went back
        QCOMPARE(*clock.left(), 4.0);
        QCOMPARE(*secondsLeft(1, 4, 10), 30.0);
        QVERIFY(!secondsLeft(0, 4, 10));
    }

    void whatCannotRunSaysSo() {
        Watcher watcher;
        const std::filesystem::path empty = folder_.filePath("empty.db").toStdString();
        QVERIFY_EXCEPTION_THROWN(trainRun({empty, config(1), {}, {}}, watcher, {}), Error);
        QVERIFY_EXCEPTION_THROWN(trainRun({workspaceWithPieces(), config(1), 99, {}}, watcher, {}), Error);
    }
};

QTEST_GUILESS_MAIN(tst_TrainingRun)
#include "tst_TrainingRun.moc"
