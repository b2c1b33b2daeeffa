// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "tests/core/learning/LearningFixtures.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <optional>
#include <thread>

using namespace ricercar;

namespace {

class Recorder : public TrainObserver {
public:
    void stepDone(const StepPoint& point) override {
        steps.push_back(point);
        if (stopAt == point.step) stop.request_stop();
    }
    void epochDone(const EpochPoint& point) override { epochs.push_back(point); }
    void recovered(std::int64_t, std::int64_t to, double rate) override {
        recoveredTo = to;
        rates.push_back(rate);
    }
    [[nodiscard]] std::vector<double> losses() const {
        std::vector<double> list;
        for (const StepPoint& point : steps) list.push_back(point.loss);
        return list;
    }

    std::vector<StepPoint> steps;
    std::vector<EpochPoint> epochs;
    std::optional<std::int64_t> recoveredTo;
    std::vector<double> rates;
    std::int64_t stopAt = -1;
    std::stop_source stop;
};

TrainConfig withSteps(std::int64_t steps) {
    TrainConfig config = test::tinyConfig();
    config.steps = steps;
    return config;
}

}  // namespace

class tst_Trainer : public QObject {
    Q_OBJECT
private slots:
    void theSameSeedTheSameLossToTheBit() {
        Recorder first, second, other;
        Trainer(withSteps(12), test::tinySet()).run(first, {});
        Trainer(withSteps(12), test::tinySet()).run(second, {});
        QCOMPARE(first.losses().size(), std::size_t{12});
        QCOMPARE(first.losses(), second.losses());
        TrainConfig config = withSteps(12);
        config.seed = 2;
        Trainer(config, test::tinySet()).run(other, {});
        QVERIFY(first.losses() != other.losses());
    }

    void tenStepsAreFiveAndFiveMore() {
        Recorder whole, half, rest;
        Trainer ten(withSteps(10), test::tinySet());
        ten.run(whole, {});
        Trainer five(withSteps(5), test::tinySet());
        five.run(half, {});
        Trainer resumed(five.checkpoint(), test::tinySet());
        resumed.setLimits(0, 10, 0);
        resumed.run(rest, {});

        std::vector<double> joined = half.losses();
        for (const double loss : rest.losses()) joined.push_back(loss);
        QCOMPARE(joined, whole.losses());
        const Checkpoint one = ten.checkpoint(), two = resumed.checkpoint();
        QCOMPARE(two.weights, one.weights);
        QCOMPARE(two.optimizer, one.optimizer);
        // All of the state but the clock, and the best figure: the end of the first half was looked at, too.
        TrainState joinedState = two.state;
        joinedState.seconds = one.state.seconds;
        joinedState.bestStep = one.state.bestStep;
        joinedState.bestValidation = one.state.bestValidation;
        QCOMPARE(joinedState, one.state);
    }

    void itLearns() {
        Recorder recorder;
        TrainConfig config = withSteps(150);
        config.model.dropout = 0;
        Trainer(config, test::tinySet()).run(recorder, {});
        QVERIFY(recorder.epochs.size() >= 2);
        const double before = recorder.steps.front().loss, after = recorder.epochs.back().trainLoss;
        QVERIFY2(after < 0.5 * before, qPrintable(QStringLiteral("%1 -> %2").arg(before).arg(after)));
        QVERIFY(*recorder.epochs.back().validationLoss < 0.6 * before);
    }

    void epochsAreCountedInBatches() {
        Recorder recorder;
        TrainConfig config = test::tinyConfig();  // 4 x 48 steps in batches of 3 x 16: 4 batches an epoch
        config.steps = 0;
        config.epochs = 2.5;
        Trainer trainer(config, test::tinySet());
        QCOMPARE(trainer.totalSteps(), std::int64_t{10});
        trainer.run(recorder, {});
        QCOMPARE(recorder.steps.size(), std::size_t{10});
        QCOMPARE(recorder.epochs.size(), std::size_t{3});  // two whole ones and the look at the end
        QCOMPARE(recorder.epochs[0].step, std::int64_t{4});
        QCOMPARE(recorder.epochs[1].epoch, 2.0);
        QCOMPARE(recorder.epochs[2].step, std::int64_t{10});
        QVERIFY(recorder.epochs[0].best);
    }

    void withoutValidationItTrainsOn() {
        Recorder recorder;
        Trainer(withSteps(4), test::tinySet(3, 0)).run(recorder, {});
        QVERIFY(!recorder.epochs.empty());
        QVERIFY(!recorder.epochs.back().validationLoss.has_value());
    }

    void aStopKeepsTheLastWholeStep() {
        Recorder recorder;
        recorder.stopAt = 3;
        Trainer trainer(withSteps(1000), test::tinySet());
        trainer.run(recorder, Task(recorder.stop.get_token()));
        QCOMPARE(trainer.state().step, std::int64_t{3});
        QCOMPARE(recorder.steps.size(), std::size_t{3});
    }

    // Stopped while the validation pieces are scored: the epoch is finished when the run goes on.
    void anEpochThatWasStoppedIsFinishedLater() {
        struct StopAtEpoch : Recorder {
            void stepDone(const StepPoint& point) override {
                Recorder::stepDone(point);
                if (point.step == 4) stop.request_stop();  // the last batch of the epoch
            }
        } first;
        TrainConfig config = withSteps(8);
        Trainer trainer(config, test::tinySet());
        trainer.run(first, Task(first.stop.get_token()));
        QVERIFY(first.epochs.empty());
        Recorder rest, straight;
        Trainer resumed(trainer.checkpoint(), test::tinySet());
        resumed.run(rest, {});
        Trainer(config, test::tinySet()).run(straight, {});
        QCOMPARE(rest.epochs.size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(rest.epochs[i].step, straight.epochs[i].step);
            QCOMPARE(rest.epochs[i].trainLoss, straight.epochs[i].trainLoss);
            QCOMPARE(rest.epochs[i].validationLoss, straight.epochs[i].validationLoss);
        }
    }

    // torch has to come to rest after every stop in the middle of a pass.
    void aHundredStopsLeaveNothingBehind() {
        TrainConfig config = withSteps(1'000'000);
        config.batch = 16;
        Trainer trainer(config, test::tinySet());
        for (int i = 0; i < 100; ++i) {
            std::stop_source stop;
            TrainObserver nobody;
            std::jthread stopper([&] {  // somewhere in the next batches
                const auto at = std::chrono::steady_clock::now() + std::chrono::microseconds(400 * (i % 7));
                while (std::chrono::steady_clock::now() < at) continue;
                stop.request_stop();
            });
            trainer.run(nobody, Task(stop.get_token()));
        }
        Recorder after;
        trainer.setLimits(0, trainer.state().step + 2, 0);
        trainer.run(after, {});
        QCOMPARE(after.steps.size(), std::size_t{2});
    }

    void earlyStoppingEndsARunThatNoLongerImproves() {
        Recorder recorder;
        TrainConfig config = withSteps(2000);
        config.learningRate = 0.3;  // too high to improve for long
        config.patience = 2;
        Trainer trainer(config, test::tinySet());
        trainer.run(recorder, {});
        QVERIFY(trainer.state().step < 2000);
    }

    // A learning rate that throws the weights to infinity: it goes back and tries smaller ones.
    void aLossThatIsNoNumberLeadsBackToGoodWeights() {
        Trainer trainer(withSteps(2), test::tinySet());
        Recorder recorder;
        trainer.run(recorder, {});
        Checkpoint wild = trainer.checkpoint();
        wild.state.learningRate = 4e36;
        Trainer diverging(wild, test::tinySet());
        diverging.setLimits(0, 5, 0);
        diverging.run(recorder, {});
        QCOMPARE(recorder.recoveredTo, std::optional<std::int64_t>(2));
        QCOMPARE(recorder.rates.front(), 2e36);
        QCOMPARE(diverging.state().recoveries, static_cast<int>(recorder.rates.size()));
    }

    void whereNothingHelpsItSaysSoAndKeepsGoodWeights() {
        Trainer trainer(withSteps(2), test::tinySet());
        Recorder recorder;
        trainer.run(recorder, {});
        Checkpoint broken = trainer.checkpoint();
        const auto good = broken.weights;
        broken.optimizer.front().values.front() = std::nanf("");
        Trainer diverging(broken, test::tinySet());
        diverging.setLimits(0, 100, 0);
        QVERIFY_EXCEPTION_THROWN(diverging.run(recorder, {}), Error);
        QVERIFY(recorder.rates.size() >= 2);
        QCOMPARE(diverging.checkpoint().weights, good);
    }

    void theRangeIsChosenFromTheSetAndKept() {
        TrainConfig config = withSteps(2);
        config.autoRange = true;
        const TrainingSet set = test::tinySet();  // sounds from 48 to 61
        Trainer trainer(config, set);
        QCOMPARE(trainer.config().model.range, (PitchRange{46, 63}));
        QCOMPARE(trainer.notesOutside(), std::int64_t{0});
        const Checkpoint checkpoint = trainer.checkpoint();
        QCOMPARE(checkpoint.config.model.range, (PitchRange{46, 63}));
        QVERIFY(!checkpoint.config.autoRange);
        QCOMPARE(trainConfigFromJson(toJson(checkpoint.config)).model.range, (PitchRange{46, 63}));
        Recorder recorder;
        Trainer resumed(checkpoint, set);
        resumed.run(recorder, {});
        QCOMPARE(resumed.config().model.range, (PitchRange{46, 63}));
        QCOMPARE(recorder.steps.size(), std::size_t{2});
    }

    void notesOutsideAGivenRangeAreCounted() {
        TrainConfig config = withSteps(2);
        config.model.range = {50, 71};
        const TrainingSet set = test::tinySet();
        std::int64_t below = 0;
        for (const auto* pieces : {&set.train, &set.validation})
            for (const TrainingPiece& piece : *pieces)
                for (const RollNote& note : notesOf(piece.roll)) below += note.pitch < 50 ? 1 : 0;
        QVERIFY(below > 0);
        QCOMPARE(Trainer(config, set).notesOutside(), below);
    }

    void anotherSetIsRefused() {
        Trainer trainer(withSteps(1), test::tinySet(4));
        QVERIFY_EXCEPTION_THROWN(Trainer(trainer.checkpoint(), test::tinySet(3)), Error);
        QVERIFY_EXCEPTION_THROWN(Trainer(withSteps(1), TrainingSet{}), Error);
        TrainConfig config = withSteps(1);
        config.batch = 0;
        QVERIFY_EXCEPTION_THROWN(Trainer(config, test::tinySet()), Error);
    }

    void factsDescribeTheSet() {
        const TrainingFacts facts = factsOf(test::tinySet(3, 2));
        QCOMPARE(facts.trainPieces, 3);
        QCOMPARE(facts.validationPieces, 2);
        QCOMPARE(facts.trainSteps, std::int64_t{3 * 48});
        QCOMPARE(facts.medianPolyphony, 2.0);
        QCOMPARE(facts.tempo, 101.0);
        QVERIFY(facts.datasetHash != factsOf(test::tinySet(2, 3)).datasetHash);
        QCOMPARE(facts.datasetHash, factsOf(test::tinySet(3, 2)).datasetHash);
    }
};

QTEST_APPLESS_MAIN(tst_Trainer)
#include "tst_Trainer.moc"
