// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Batches.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <array>
#include <set>

using namespace ricercar;

class tst_Batches : public QObject {
    Q_OBJECT
private slots:
    void aWindowHoldsTheStepsAfterItsFeatures() {
        TrainConfig config = test::tinyConfig();
        const PianoRoll roll = test::randomRoll(11, 40, config.model.range, 3);
        const FeatureBuilder builder(config.model);
        Batch batch({8}, config.model);
        fill(batch, std::array{Window{&roll, 32}}, builder, config.model);
        QCOMPARE(batch.items(), std::size_t{8});
        for (int i = 0; i < 8; ++i)
            for (int n = 0; n < 24; ++n) {
                const std::size_t at = static_cast<std::size_t>(i * 24 + n);
                const int pitch = 48 + n;
                QCOMPARE(batch.chosen[2 * at], roll.plays(32 + i, pitch) ? 1.0F : 0.0F);
                QCOMPARE(batch.chosen[2 * at + 1], roll.articulates(32 + i, pitch) ? 1.0F : 0.0F);
                QCOMPARE(batch.articulateWeight[at], roll.plays(32 + i, pitch) && roll.plays(31 + i, pitch) ? 1.0F : 0.0F);
                // the middle of the vicinity is the pitch itself, one step earlier
                QCOMPARE(batch.features[at * seedFeatures + 24], roll.plays(31 + i, pitch) ? 1.0F : 0.0F);
            }
    }

    void windowsStartOnBarLinesAndCoverEveryStep() {
        TrainConfig config = test::tinyConfig();
        config.batch = 1;
        config.transposeDown = config.transposeUp = 0;
        config.model.range = {40, 80};
        // every step has one note of its own pitch: a batch tells where it was taken
        PianoRoll roll({40, 80}, 41, {4, 4}, 12);
        for (int step = 0; step < 41; ++step) roll.addNote(step, 1, 40 + step);
        const BatchMaker maker(config, {{"ramp", roll, 120}});
        std::set<int> starts, covered;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const Batch batch = maker.make(Random(seed));
            int first = -1;
            for (int i = 0; i < batch.window(); ++i)
                for (int n = 0; n < 41; ++n)
                    if (batch.chosen[2 * static_cast<std::size_t>(i * 41 + n)] > 0) {
                        if (first < 0) first = n;
                        QCOMPARE(n, first + i);
                        covered.insert(n);
                    }
            starts.insert(first);
        }
        QCOMPARE(starts, (std::set<int>{0, 4, 20, 36}));  // the pick-up, then bar lines
        QCOMPARE(covered.size(), std::size_t{41});
    }

    void transpositionKeepsEveryNoteInRange() {
        TrainConfig config = test::tinyConfig();
        config.batch = 1;
        PianoRoll roll({48, 71}, 16);  // its lowest note is two above the range's end
        roll.addNote(0, 16, 50);
        roll.addNote(0, 16, 71);
        config.transposeDown = -6;
        config.transposeUp = 5;
        const BatchMaker maker(config, {{"wide", roll, 120}});
        std::set<int> lowest;
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const Batch batch = maker.make(Random(seed));
            int notes = 0, first = -1;
            for (int n = 0; n < 24; ++n)
                if (batch.chosen[2 * static_cast<std::size_t>(n)] > 0) {
                    ++notes;
                    if (first < 0) first = n;
                }
            QCOMPARE(notes, 2);
            lowest.insert(first);
        }
        QCOMPARE(lowest, (std::set<int>{0, 1, 2}));
    }

    // The range that a run chooses by itself never holds augmentation back.
    void theRunsOwnRangeLeavesAugmentationItsReach() {
        TrainConfig config = test::tinyConfig();
        config.batch = 1;
        config.autoRange = true;
        config.transposeDown = -6;
        config.transposeUp = 5;
        PianoRoll roll(pianoRange, 16);
        roll.addNote(0, 16, 30);
        roll.addNote(0, 16, 90);
        const TrainingSet set{{{"wide", roll, 120}}, {}, {}};
        config.model.range = runRange(config, soundingRange(set));
        const BatchMaker maker(config, set.train);
        std::set<int> shifts;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const Batch batch = maker.make(Random(seed));
            int first = 0;
            while (batch.chosen[2 * static_cast<std::size_t>(first)] <= 0) ++first;
            shifts.insert(config.model.range.lowest + first - 30);
            QVERIFY(batch.chosen[2 * static_cast<std::size_t>(first + 60)] > 0);
        }
        QCOMPARE(*shifts.begin(), -6);
        QCOMPARE(*shifts.rbegin(), 5);
        QCOMPARE(shifts.size(), std::size_t{12});
    }

    void theSameNumbersMakeTheSameBatch() {
        const BatchMaker maker(test::tinyConfig(), test::tinySet().train);
        QCOMPARE(maker.make(Random(3)).features, maker.make(Random(3)).features);
        QVERIFY(maker.make(Random(3)).features != maker.make(Random(4)).features);
        QCOMPARE(maker.totalSteps(), std::int64_t{4 * 48});
    }

    // Windows of different lengths lie in one batch without padding, each as it is alone.
    void windowsArePackedToTheirLengths() {
        const TrainConfig config = test::tinyConfig();
        const FeatureBuilder builder(config.model);
        const std::vector<int> lengths{7, 4, 4, 1};
        Batch together(lengths, config.model);
        QCOMPARE(together.items(), std::size_t{16});
        QCOMPARE(together.itemsAt(0), std::size_t{4});
        QCOMPARE(together.itemsAt(3), std::size_t{3});
        QCOMPARE(together.itemsAt(6), std::size_t{1});
        std::vector<PianoRoll> rolls;
        for (std::uint64_t i = 0; i < 4; ++i) rolls.push_back(test::randomRoll(i, lengths[i], config.model.range, 3));
        fill(together, std::array{Window{&rolls[0], 0}, Window{&rolls[1], 0}, Window{&rolls[2], 0}, Window{&rolls[3], 0}},
             builder, config.model);
        for (std::size_t window = 0; window < 4; ++window) {
            const int length = lengths[window];
            Batch alone({length}, config.model);
            fill(alone, std::array{Window{&rolls[window], 0}}, builder, config.model);
            const auto same = [&](const Floats& one, const Floats& all, std::size_t width) {
                bool equal = true;
                for (std::size_t step = 0; step < static_cast<std::size_t>(length); ++step) {
                    const auto* const item = all.data() + (together.firstItem[step] + window) * width;
                    equal = equal && std::equal(item, item + width, one.data() + step * width);
                }
                return equal;
            };
            QVERIFY(same(alone.features, together.features, std::size_t{24} * seedFeatures));
            QVERIFY(same(alone.chosen, together.chosen, 48));
            QVERIFY(same(alone.articulateWeight, together.articulateWeight, 24));
        }
        QVERIFY_EXCEPTION_THROWN(Batch({3, 4}, config.model), std::invalid_argument);
    }
};

QTEST_APPLESS_MAIN(tst_Batches)
#include "tst_Batches.moc"
