// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/InferenceCache.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

using namespace ricercar;

namespace {

std::vector<double> logitsAt(const StepEngine& engine, StepEngine::State state) {
    std::vector<double> logits;
    for (int i = 0; i < engine.config().range.size(); ++i) {
        const StepEngine::Logits next = engine.next(state, 0);
        logits.insert(logits.end(), {next.play, next.articulate});
    }
    return logits;
}

/// The state before a step, step by step from the start.
StepEngine::State slowly(const StepEngine& engine, const PianoRoll& roll, int step) {
    StepEngine::State state = engine.start(roll.barSteps());
    const std::vector<Cell> silence(static_cast<std::size_t>(roll.pitches()), 0);
    engine.advance(state, silence, roll.stepInBar(-1));
    for (int at = 0; at < step; ++at) engine.advance(state, roll.row(at), roll.stepInBar(at));
    return state;
}

}  // namespace

class tst_InferenceCache : public QObject {
    Q_OBJECT
    Checkpoint checkpoint_ = test::tinyCheckpoint(20);
    std::shared_ptr<const StepEngine> engine_ = std::make_shared<StepEngine>(checkpoint_);
    PianoRoll roll_ = test::randomRoll(3, 200, checkpoint_.config.model.range, 3, {3, 4}, 4);

private slots:
    void everyStepIsReachedFromAnywhere() {
        InferenceCache cache(engine_, roll_);
        for (const int step : {0, 199, 33, 200, 32, 64, 1, 150})
            QCOMPARE(logitsAt(*engine_, *cache.before(step)), logitsAt(*engine_, slowly(*engine_, roll_, step)));
    }

    void aChangedPieceIsFollowedFromItsChange() {
        InferenceCache cache(engine_, roll_);
        QVERIFY(cache.before(200));
        for (const int change : {0, 31, 32, 63, 120}) {
            PianoRoll changed = roll_;
            changed.set(change, 60, changed.plays(change, 60) ? Cell{0} : Cell{playBit | articulateBit});
            for (const int step : {change + 1, change + 40})
                QCOMPARE(logitsAt(*engine_, *cache.before(step, changed, change)),
                         logitsAt(*engine_, slowly(*engine_, changed, step)));
        }
        // What the change left behind is not taken for the piece itself.
        QCOMPARE(logitsAt(*engine_, *cache.before(130)), logitsAt(*engine_, slowly(*engine_, roll_, 130)));
    }

    void barsThatLieElsewhereBeginAnew() {
        InferenceCache cache(engine_, roll_);
        QVERIFY(cache.before(100));
        PianoRoll moved(roll_.range(), roll_.steps(), roll_.meter(), 7);
        for (int step = 0; step < roll_.steps(); ++step)
            std::copy(roll_.row(step).begin(), roll_.row(step).end(), moved.row(step).begin());
        QCOMPARE(logitsAt(*engine_, *cache.before(100, moved, 100)), logitsAt(*engine_, slowly(*engine_, moved, 100)));
        QVERIFY(logitsAt(*engine_, *cache.before(100)) != logitsAt(*engine_, *cache.before(100, moved, 100)));
    }

    void walksVisitEachStepInOrder() {
        InferenceCache cache(engine_, roll_);
        std::vector<int> steps;
        QVERIFY(cache.walk(190, 300, {}, [&](int step, StepEngine::State&) { steps.push_back(step); }));
        QCOMPARE(steps.size(), std::size_t{11});  // the next step is the last
        QCOMPARE(steps.front(), 190);
        QCOMPARE(steps.back(), 200);
        std::stop_source stop;
        QVERIFY(!cache.walk(0, 200, Task(stop.get_token()), [&](int step, StepEngine::State&) {
            if (step == 5) stop.request_stop();
        }));
    }
};

QTEST_APPLESS_MAIN(tst_InferenceCache)
#include "tst_InferenceCache.moc"
