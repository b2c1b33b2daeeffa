// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/Memory.h"

#include "core/learning/PieceFeatures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <bit>
#include <cmath>

using namespace ricercar;

namespace {

using Kind = RememberedPlace::Kind;

constexpr PitchRange range{55, 79};

ModelConfig remembering() {
    ModelConfig config;
    config.layout = FeatureLayout::Remembering;
    config.range = range;
    return config;
}

const RememberedPlace* find(const std::vector<RememberedPlace>& places, Kind kind, int bars = 0) {
    for (const RememberedPlace& place : places)
        if (place.kind == kind && place.bars == bars) return &place;
    return nullptr;
}

}  // namespace

class tst_Memory : public QObject {
    Q_OBJECT
private slots:
    void theThemeIsRemembered() {
        // Before its last note, in bar 3: 14 steps went as at the beginning, and 60 was struck next.
        const std::vector<RememberedPlace> places = memoryOf(test::returningThemes(), remembering(), 46, 60);
        const RememberedPlace* longest = find(places, Kind::Longest);
        QVERIFY(longest);
        QCOMPARE(longest, &places.front());
        QCOMPARE(longest->first, 0);
        QCOMPARE(longest->place, 14);
        QCOMPARE(longest->length, 14);
        QCOMPARE(longest->pitch, 60);
        QVERIFY(longest->next == (playBit | articulateBit));
        const auto other = memoryOf(test::returningThemes(), remembering(), 46, 59);
        QVERIFY(find(other, Kind::Longest)->next == 0);
        // A step later 60 would be held on.
        const auto held = memoryOf(test::returningThemes(), remembering(), 15, 60);
        QCOMPARE(find(held, Kind::Longest)->length, 1);
    }

    void aTransposedPassageSpeaksOfItsOwnPitch() {
        // In bar 4, before the last note: as in bar 1 a major third lower, where 60 was struck, which is 64 here.
        const auto places = memoryOf(test::returningThemes(), remembering(), 62, 64);
        const RememberedPlace* moved = find(places, Kind::Transposed);
        QVERIFY(moved);
        QCOMPARE(moved, &places.front());
        QCOMPARE(moved->length, 14);
        QCOMPARE(moved->shift, 4);
        QCOMPARE(moved->place, 46);  // the latest of the two
        QCOMPARE(moved->first, 32);
        QCOMPARE(moved->pitch, 60);
        QVERIFY(moved->next == 0);  // there it ended on 59
        QVERIFY(find(memoryOf(test::returningThemes(), remembering(), 62, 63), Kind::Transposed)->next ==
                (playBit | articulateBit));
    }

    void lagsAreCountedInBars() {
        const auto places = memoryOf(test::returningThemes(), remembering(), 46, 60);
        const RememberedPlace* two = find(places, Kind::Lag, 2);
        QVERIFY(two && find(places, Kind::Lag, 1) && !find(places, Kind::Lag, 4));
        QCOMPARE(two->place, 14);
        QCOMPARE(two->first, 6);
        QCOMPARE(two->agreement, 1.0);
        QVERIFY(two->next == (playBit | articulateBit));
        QVERIFY(find(places, Kind::Lag, 1)->agreement < 0.5);
    }

    /// What is told of a cell is what stands in its features.
    void asTheModelSeesIt() {
        const PianoRoll roll = test::randomRoll(7, 96, {60, 74}, 1.2).inRange(range);
        for (const bool articulation : {true, false}) {
            ModelConfig config = remembering();
            config.articulation = articulation;
            const auto columns = static_cast<std::size_t>(shownFeatures(config.layout));
            const int echo = featureSpan(config.layout, FeatureGroup::Echo).offset;
            const int lags = featureSpan(config.layout, FeatureGroup::Lags).offset;
            std::vector<float> features(static_cast<std::size_t>(range.size()) * columns);
            const PieceFeatures made(config, roll);
            for (int step = 1; step < roll.steps(); ++step) {
                made.shown(step - 1, features.data());
                for (const int pitch : {60, 66, 74}) {
                    const float* cell = features.data() + static_cast<std::size_t>(pitch - range.lowest) * columns;
                    for (const RememberedPlace& place : memoryOf(roll, config, step, pitch)) {
                        const bool plays = (place.next & playBit) != 0, strikes = (place.next & articulateBit) != 0;
                        if (place.kind == Kind::Lag) {
                            const float* lag = cell + lags + lagWidth * std::countr_zero(static_cast<unsigned>(place.bars));
                            QCOMPARE(lag[0] > 0, plays);
                            QCOMPARE(lag[1] > 0, strikes);
                            QVERIFY(std::abs(static_cast<double>(lag[2]) - place.agreement) < 1e-6);
                        } else {
                            const float* match = cell + echo + echoWidth * static_cast<int>(place.kind);
                            QCOMPARE(match[echoReach] > 0, plays);
                            QCOMPARE(match[2 * echoReach + 1] > 0, strikes);
                            QVERIFY(match[2 * echoReach + 2] > 0);
                        }
                    }
                }
            }
        }
    }

    void whoDoesNotRememberSaysNothing() {
        ModelConfig seed = remembering();
        seed.layout = FeatureLayout::Seed;
        QVERIFY(memoryOf(test::returningThemes(), seed, 46, 60).empty());
        QVERIFY(memoryOf(test::returningThemes(), remembering(), 0, 60).empty());
        ModelConfig less = remembering();
        less.without = {"lags"};
        QVERIFY(!find(memoryOf(test::returningThemes(), less, 46, 60), Kind::Lag, 2));
        less.without = {"echo", "expected"};
        QVERIFY(!find(memoryOf(test::returningThemes(), less, 46, 60), Kind::Longest));
        QVERIFY(find(memoryOf(test::returningThemes(), less, 46, 60), Kind::Lag, 2));
        QVERIFY(!memoryOf(test::returningThemes(), remembering(), 64, 60).empty());  // what comes after the last step
    }
};

QTEST_APPLESS_MAIN(tst_Memory)
#include "tst_Memory.moc"
