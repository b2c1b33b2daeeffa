// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/TempoMap.h"
#include "tests/support/RandomScore.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace ricercar;

namespace {

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

/// The definition, tick by tick.
struct Walk {
    double seconds = 0.0;
    double quarters = 0.0;
};
Walk walkTo(const Score& score, Tick end) {
    Walk walk;
    double secondsPerQuarter = 0.5;
    std::size_t next = 0;
    for (Tick tick = 0; tick < end; ++tick) {
        while (next < score.tempos.size() && score.tempos[next].tick <= tick)
            secondsPerQuarter = score.tempos[next++].microsecondsPerQuarter / 1e6;
        const bool smpte = score.division.smpte();
        const double seconds = smpte ? 1.0 / score.division.ticksPerSecond : secondsPerQuarter / score.division.ticksPerQuarter;
        walk.seconds += seconds;
        walk.quarters += seconds / secondsPerQuarter;
    }
    return walk;
}

}  // namespace

class tst_TempoMap : public QObject {
    Q_OBJECT
private slots:
    void withoutATempoThereAre120QuartersAMinute() {
        const TempoMap map{Score{}};
        QCOMPARE(map.seconds(960), 1.0);
        QCOMPARE(map.quarters(960), 2.0);
        QCOMPARE(map.tempoAt(0), 120.0);
        QCOMPARE(map.tickAtSeconds(1.0), 960);
    }

    void theLastTempoOfATickHolds() {
        Score score;
        score.tempos = {{0, 1'000'000}, {480, 9'000'000}, {480, 500'000}};
        const TempoMap map(score);
        QCOMPARE(map.seconds(480), 1.0);
        QCOMPARE(map.seconds(960), 1.5);
        QCOMPARE(map.tempoAt(479), 60.0);
        QCOMPARE(map.tempoAt(480), 120.0);
    }

    void itIsTheSumOverTheTicks() {
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const Score score = test::randomScore(seed);
            const TempoMap map(score);
            for (const Tick tick : {Tick{0}, Tick{1}, Tick{333}, score.end}) {
                const Walk walk = walkTo(score, tick);
                QVERIFY(near(map.seconds(tick), walk.seconds));
                QVERIFY(near(map.quarters(tick), walk.quarters));
                QCOMPARE(map.tickAtSeconds(map.seconds(tick)), tick);
            }
        }
    }

    void quartersOfTicksPerQuarterDoNotDrift() {
        Score score;
        score.division.ticksPerQuarter = 960;
        for (int i = 0; i < 3000; ++i) score.tempos.push_back({i * 7, static_cast<std::uint32_t>(300'000 + i)});
        const TempoMap map(score);
        for (Tick tick = 0; tick <= 19'200; tick += 960) QCOMPARE(map.quarters(tick), static_cast<double>(tick / 960));
    }
};

QTEST_APPLESS_MAIN(tst_TempoMap)
#include "tst_TempoMap.moc"
