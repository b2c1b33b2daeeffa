// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/Expectation.h"
#include "core/learning/Evaluator.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <cmath>

using namespace ricercar;

class tst_Expectation : public QObject {
    Q_OBJECT
    Checkpoint checkpoint_ = test::tinyCheckpoint(20);
    std::shared_ptr<const StepEngine> engine_ = std::make_shared<StepEngine>(checkpoint_);
    PianoRoll roll_ = test::randomRoll(3, 90, checkpoint_.config.model.range, 3, {4, 4}, 4);

private slots:
    void surpriseIsTheEvaluators_data() {
        QTest::addColumn<bool>("articulation");
        QTest::newRow("play and articulate") << true;
        QTest::newRow("play alone") << false;
    }
    void surpriseIsTheEvaluators() {
        QFETCH(bool, articulation);
        Checkpoint checkpoint = checkpoint_;
        checkpoint.config.model.articulation = articulation;
        InferenceCache cache(std::make_shared<StepEngine>(checkpoint), roll_);
        const Expectation expectation = expectationOf(cache);
        const std::vector<double> reference = surprise(checkpoint, roll_);
        QCOMPARE(expectation.nats.size(), reference.size());
        for (std::size_t i = 0; i < reference.size(); ++i) {
            const double ours = static_cast<double>(expectation.nats[i]);
            QVERIFY2(std::abs(ours - reference[i]) < 1e-5 * std::max(1.0, reference[i]), qPrintable(QString::number(ours)));
        }
        // -ln p of a cell follows from its probabilities.
        for (int step = 0; step < roll_.steps(); ++step)
            for (int pitch = roll_.range().lowest; pitch <= roll_.range().highest; ++pitch) {
                const std::size_t at = expectation.index(step, pitch);
                const double play = static_cast<double>(expectation.play[at]);
                const double strike = static_cast<double>(expectation.articulate[at]);
                const double p = !roll_.plays(step, pitch)        ? 1 - play
                                 : !articulation                  ? play
                                 : roll_.articulates(step, pitch) ? play * strike
                                                                  : play * (1 - strike);
                QVERIFY(std::abs(-std::log(p) - static_cast<double>(expectation.nats[at])) < 1e-4);
            }
    }

    void barsAppearAsTheyAreComputed() {
        InferenceCache cache(engine_, roll_);
        std::vector<int> firsts;
        const Expectation whole = expectationOf(cache, {}, [&](int first, const Expectation& soFar) {
            firsts.push_back(first);
            if (soFar.steps <= first) firsts.push_back(-1);
        });
        QCOMPARE(firsts, (std::vector<int>{0, 12, 28, 44, 60, 76}));  // a pick-up of 12 steps
        QCOMPARE(whole.steps, 90);
        std::stop_source stop;
        const Expectation part = expectationOf(cache, Task(stop.get_token()), [&](int first, const Expectation&) {
            if (first == 28) stop.request_stop();
        });
        QCOMPARE(part.steps, 44);
        QVERIFY(std::equal(part.nats.begin(), part.nats.end(), whole.nats.begin()));
    }

    // Figures are the same to the bit on any number of threads, and those of the engine step by step and pitch by pitch.
    void threadsDoNotMatter() {
        Checkpoint wide = checkpoint_;
        wide.config.model.range = pianoRange;
        const PianoRoll roll = test::randomRoll(8, 75, pianoRange, 4, {4, 4}, 4);
        const auto engine = std::make_shared<const StepEngine>(wide);
        InferenceCache one(engine, roll);
        const Expectation reference = expectationOf(one, {}, {}, 1);
        for (const int threads : {2, 3, 8}) {
            InferenceCache many(engine, roll);
            const Expectation other = expectationOf(many, {}, {}, threads);
            QVERIFY(other.play == reference.play);
            QVERIFY(other.articulate == reference.articulate);
            QVERIFY(other.nats == reference.nats);
        }
        InferenceCache stepwise(engine, roll);
        for (const int step : {0, 1, 31, 32, 33, 63, 64, 74})
            QVERIFY(stepExpectation(stepwise, roll, step, step).play ==
                    std::vector<float>(reference.play.begin() + step * 88, reference.play.begin() + (step + 1) * 88));
        // States that were kept on the way are good to go on from.
        QVERIFY(stepExpectation(one, roll, 70, 70).nats == stepExpectation(stepwise, roll, 70, 70).nats);
        QVERIFY(one.before(64)->features == InferenceCache(engine, roll).before(64)->features);
    }

    void stoppingIsHeardAtOnce() {
        std::stop_source stop;
        stop.request_stop();
        InferenceCache cache(engine_, roll_);
        QCOMPARE(expectationOf(cache, Task(stop.get_token())).steps, 0);
    }

    void oneStepIsAsInTheWhole() {
        InferenceCache cache(engine_, roll_);
        const Expectation whole = expectationOf(cache);
        const StepExpectation one = stepExpectation(cache, roll_, 70, 70);
        for (int pitch = roll_.range().lowest; pitch <= roll_.range().highest; ++pitch)
            QCOMPARE(one.play[static_cast<std::size_t>(pitch - roll_.range().lowest)], whole.play[whole.index(70, pitch)]);
    }

    // What if: a note of the step before is another one; and the step after the last can be asked for.
    void aChangedContextChangesTheNextStep() {
        InferenceCache cache(engine_, roll_);
        PianoRoll changed = roll_;
        changed.set(69, 60, changed.plays(69, 60) ? Cell{0} : Cell{playBit | articulateBit});
        const StepExpectation before = stepExpectation(cache, roll_, 70, 70);
        const StepExpectation after = stepExpectation(cache, changed, 69, 70);
        QVERIFY(before.play != after.play);
        InferenceCache anew(engine_, changed);
        QCOMPARE(after.play, stepExpectation(anew, changed, 70, 70).play);
        const StepExpectation next = stepExpectation(cache, roll_, 90, 90);
        QCOMPARE(next.play.size(), static_cast<std::size_t>(roll_.pitches()));
        QCOMPARE(next.nats, std::vector<float>(next.play.size(), 0.0F));
    }

    void listsNameTheOddOnes() {
        InferenceCache cache(engine_, roll_);
        const Expectation whole = expectationOf(cache);
        const auto notes = surprisingNotes(whole, roll_, 5);
        QCOMPARE(notes.size(), std::size_t{5});
        for (std::size_t i = 0; i < notes.size(); ++i) {
            QVERIFY(roll_.articulates(notes[i].step, notes[i].pitch));
            QVERIFY(i == 0 || notes[i].value <= notes[i - 1].value);
        }
        double largest = 0;
        for (int step = 0; step < roll_.steps(); ++step)
            for (int pitch = roll_.range().lowest; pitch <= roll_.range().highest; ++pitch)
                if (roll_.articulates(step, pitch))
                    largest = std::max(largest, static_cast<double>(whole.nats[whole.index(step, pitch)]));
        QCOMPARE(notes.front().value, largest);
        for (const NotedCell& cell : nearMisses(whole, roll_, 0.1)) {
            QVERIFY(!roll_.plays(cell.step, cell.pitch) && (cell.step == 0 || !roll_.plays(cell.step - 1, cell.pitch)));
            QVERIFY(cell.value >= 0.1);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Expectation)
#include "tst_Expectation.moc"
