// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Evaluator.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace ricercar;

class tst_Evaluator : public QObject {
    Q_OBJECT
private slots:
    void figuresEqualTheStepEngines_data() {
        QTest::addColumn<bool>("remembering");
        QTest::newRow("seed") << false;
        QTest::newRow("remembering") << true;
    }
    void figuresEqualTheStepEngines() {
        QFETCH(bool, remembering);
        const Checkpoint checkpoint = test::tinyCheckpoint(20, remembering ? FeatureLayout::Remembering : FeatureLayout::Seed);
        const PitchRange range = checkpoint.config.model.range;
        std::vector<PianoRoll> rolls;  // lengths around the evaluator's window
        for (const int steps : {5, 32, 33, 100})
            rolls.push_back(test::randomRoll(static_cast<std::uint64_t>(steps), steps, range, 3, {3, 4}, 2));
        const Evaluation evaluation = evaluate(checkpoint, rolls);
        QVERIFY(evaluation.complete);
        QCOMPARE(evaluation.steps, std::int64_t{170});
        double sum = 0;
        for (std::size_t i = 0; i < rolls.size(); ++i) {
            const double expected = test::natsByEngine(checkpoint, rolls[i]);
            QVERIFY2(std::abs(evaluation.pieceNats[i] - expected) < 1e-4 * expected,
                     qPrintable(QString::number(evaluation.pieceNats[i] - expected)));
            sum += expected;
        }
        QVERIFY(std::abs(evaluation.natsPerStep() - sum / 170) < 1e-4 * sum);
    }

    void figuresDoNotDependOnTheCompany() {
        const Checkpoint checkpoint = test::tinyCheckpoint(5);
        std::vector<PianoRoll> rolls;
        for (std::uint64_t i = 0; i < 11; ++i)
            rolls.push_back(test::randomRoll(i, 10 + static_cast<int>(i) * 7, checkpoint.config.model.range, 3));
        const Evaluation together = evaluate(checkpoint, rolls);
        for (std::size_t i = 0; i < rolls.size(); ++i) {
            const Evaluation alone = evaluate(checkpoint, std::span(rolls).subspan(i, 1));
            QVERIFY(std::abs(alone.nats - together.pieceNats[i]) < 1e-5 * alone.nats);
        }
    }

    void surpriseIsTheSumsParts() {
        const Checkpoint checkpoint = test::tinyCheckpoint(5);
        const PianoRoll roll = test::randomRoll(3, 50, checkpoint.config.model.range, 3);
        const std::vector<double> cells = surprise(checkpoint, roll);
        QCOMPARE(cells.size(), roll.cells().size());
        QVERIFY(std::ranges::all_of(cells, [](double nats) { return nats >= 0; }));
        const double nats = evaluate(checkpoint, {&roll, 1}).nats;
        QVERIFY(std::abs(std::accumulate(cells.begin(), cells.end(), 0.0) - nats) < 1e-5 * nats);
    }

    void aStopEndsIt() {
        std::stop_source stop;
        stop.request_stop();
        const PianoRoll roll = test::randomRoll(3, 50, {48, 71}, 3);
        QVERIFY(!evaluate(test::tinyCheckpoint(), {&roll, 1}, Task(stop.get_token())).complete);
    }

    void keysOutsideTheRangeHaveTheirCounts() {
        Checkpoint checkpoint = test::tinyCheckpoint(5);
        checkpoint.config.model.articulation = false;
        checkpoint.facts.trainSteps = 99;  // p = 0.005
        PianoRoll roll(pianoRange, 10);
        roll.addNote(0, 10, 60);
        roll.addNote(3, 2, 30);
        const PianoRoll inside = roll.inRange(checkpoint.config.model.range);
        const double expected =
            evaluate(checkpoint, {&inside, 1}).nats - 2 * std::log(0.005) - (10 * (88 - 24) - 2) * std::log(0.995);
        QVERIFY(std::abs(evaluateAllKeys(checkpoint, {&roll, 1}).nats - expected) < 1e-6);
    }

    // A key that always alternates is certain for those who know its last state.
    void theBigramOfAKnownSet() {
        PianoRoll roll(pianoRange, 100);
        for (int step = 1; step < 100; step += 2) roll.addNote(step, 1, 60);
        // Silent before: 51 frames, of which it plays in 50; played before: 49, never again.
        const double key = -50 * std::log(50.5 / 52) - std::log(1.5 / 52) - 49 * std::log(49.5 / 50);
        const double others = -87 * 100 * std::log(100.5 / 101);
        QVERIFY(std::abs(bigramNatsPerStep({&roll, 1}, {&roll, 1}) - (key + others) / 100) < 1e-9);
        QVERIFY(bigramNatsPerStep({&roll, 1}, {&roll, 1}) < unigramNatsPerStep({&roll, 1}, {&roll, 1}) - 0.6);
    }

    void theUnigramOfAKnownSet() {
        PianoRoll train(pianoRange, 3), test(pianoRange, 2);
        train.addNote(0, 3, 60);  // p = 3.5 / 4, every other key 0.5 / 4
        test.addNote(0, 1, 60);
        const double expected = (-std::log(0.875) - std::log(0.125)) / 2 - 87 * std::log(0.875);
        QVERIFY(std::abs(unigramNatsPerStep({&train, 1}, {&test, 1}) - expected) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(tst_Evaluator)
#include "tst_Evaluator.moc"
