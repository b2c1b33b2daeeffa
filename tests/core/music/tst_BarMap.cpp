// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/music/BarMap.h"
#include "core/music/Scale.h"

#include <QtTest>

#include <cmath>

using namespace ricercar;

class tst_BarMap : public QObject {
    Q_OBJECT

    static Score scoreWith(std::vector<MeterChange> meters) {
        Score score;
        score.division.ticksPerQuarter = 96;
        score.meters = std::move(meters);
        return score;
    }
    static constexpr Tick step = 24;

private slots:
    void agreesWithTheRoll() {
        Random random(3);
        const Meter meters[]{{4, 4}, {3, 4}, {6, 8}, {2, 2}, {5, 16}, {12, 8}};
        for (const Meter& meter : meters) {
            const int bar = *meter.barSteps();
            const int offset = static_cast<int>(random.below(static_cast<std::uint64_t>(bar)));
            const PianoRoll roll(pianoRange, 200, meter, offset);
            const BarMap bars(roll);
            for (int at = 0; at < 200; ++at) {
                QCOMPARE(bars.stepInBar(at), roll.stepInBar(at));
                QCOMPARE(bars.bar(at), roll.bar(at) + (offset > 0 ? 0 : 1));
                QCOMPARE(bars.bar(at + 0.99), bars.bar(at));
                QCOMPARE(bars.nextBar(at), at + bar - roll.stepInBar(at));
                QCOMPARE(bars.beat(at), roll.stepInBar(at) * meter.denominator / 16 + 1);
            }
        }
    }

    void countsThroughChangesOfMeter() {
        // Two bars of 4/4, three of 3/4, then 7/8.
        const BarMap bars(scoreWith({{0, {4, 4}}, {32 * step, {3, 4}}, {68 * step, {7, 8}}}));
        QCOMPARE(bars.sections().size(), std::size_t{3});
        QCOMPARE(bars.bar(31.5), 2);
        QCOMPARE(bars.bar(32), 3);
        QCOMPARE(bars.bar(67.9), 5);
        QCOMPARE(bars.bar(68), 6);
        QCOMPARE(bars.barStart(80), 68.0);
        QCOMPARE(bars.nextBar(80), 82.0);
        QCOMPARE(bars.bar(82), 7);
        QCOMPARE(bars.beatSteps(10), 4.0);
        QCOMPARE(bars.beatSteps(70), 2.0);
        QCOMPARE(bars.beat(73), 3);
    }

    void aChangeWithinABarCutsIt() {
        const BarMap bars(scoreWith({{0, {4, 4}}, {24 * step, {3, 4}}}));
        QCOMPARE(bars.bar(20), 2);
        QCOMPARE(bars.nextBar(20), 24.0);
        QCOMPARE(bars.bar(24), 3);
        QCOMPARE(bars.stepInBar(25), 1.0);
    }

    void aShortFirstMeterIsAPickup() {
        const BarMap bars(scoreWith({{0, {1, 4}}, {4 * step, {3, 4}}}));
        QCOMPARE(bars.bar(0), 0);
        QCOMPARE(bars.beat(0), 3);
        QCOMPARE(bars.bar(4), 1);
        QCOMPARE(bars.sectionAt(0).meter, (Meter{3, 4}));
        const BarMap whole(scoreWith({{0, {2, 4}}, {16 * step, {3, 4}}}));  // two bars: no pick-up
        QCOMPARE(whole.bar(0), 1);
        QCOMPARE(whole.bar(16), 3);
    }

    void startsWhereTheRollDoes() {
        const BarMap bars(scoreWith({{0, {4, 4}}, {32 * step, {3, 4}}}), 16);
        QCOMPARE(bars.bar(0), 1);
        QCOMPARE(bars.bar(16), 2);
        QCOMPARE(bars.sectionAt(16).meter, (Meter{3, 4}));
        const BarMap later(scoreWith({{0, {4, 4}}, {32 * step, {3, 4}}}), 44);
        QCOMPARE(later.bar(0), 1);
        QCOMPARE(later.sectionAt(0).meter, (Meter{3, 4}));
    }

    void withoutMetersItIsFourFour() {
        const BarMap bars(scoreWith({}));
        QCOMPARE(bars.bar(16), 2);
        QCOMPARE(BarMap().bar(15.999), 1);
    }

    void barsFollowEachOther() {
        Random random(17);
        for (int round = 0; round < 50; ++round) {
            std::vector<MeterChange> meters;
            Tick at = 0;
            const int denominators[]{1, 2, 4, 8, 16, 32};
            for (int i = 0; i < 6; ++i) {
                meters.push_back({at, {1 + static_cast<int>(random.below(12)), denominators[random.below(6)]}});
                at += static_cast<Tick>(1 + random.below(2000));
            }
            const BarMap bars(scoreWith(meters), random.uniform() * 20.0);
            int number = bars.bar(0.0);
            double bar = bars.barStart(0.0);
            while (bar < 300.0) {
                const double next = bars.nextBar(bar);
                QVERIFY(next > bar);
                QCOMPARE(bars.bar(next), ++number);
                QVERIFY(std::abs(bars.barStart(next) - next) < 1e-5);
                if (next > 0.0) QCOMPARE(bars.bar((std::max(0.0, bar) + next) / 2.0), number - 1);
                bar = next;
            }
        }
    }

    void scalesHaveTheirPitches() {
        QCOMPARE((Scale{0, Mode::Major}.pitchClasses()), std::uint16_t{0b101010110101});
        QCOMPARE((Scale{9, Mode::Minor}.pitchClasses()), (Scale{0, Mode::Major}.pitchClasses()));
        QCOMPARE((Scale{2, Mode::Dorian}.pitchClasses()), (Scale{0, Mode::Major}.pitchClasses()));
        QCOMPARE((Scale{11, Mode::Locrian}.pitchClasses()), (Scale{0, Mode::Major}.pitchClasses()));
        for (int mode = 0; mode < modeCount; ++mode)
            for (int tonic = 0; tonic < 12; ++tonic) {
                const Scale scale{tonic, static_cast<Mode>(mode)};
                QVERIFY(scale.contains(tonic + 60));
                for (int pitch = 0; pitch < 116; ++pitch) QCOMPARE(scale.contains(pitch), scale.contains(pitch + 12));
                for (int pitch = 0; pitch < 115; ++pitch)
                    QCOMPARE((Scale{tonic + 1, scale.mode}.contains(pitch + 1)), scale.contains(pitch));
            }
    }
};

QTEST_APPLESS_MAIN(tst_BarMap)
#include "tst_BarMap.moc"
