// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/music/BeatScore.h"
#include "core/music/BeatTrack.h"
#include "core/music/Quantizer.h"
#include "core/music/TempoMap.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace ricercar;

namespace {

BeatTrack steady(int count, double gap = 0.5, double start = 1.0) {
    BeatTrack track;
    for (int i = 0; i < count; ++i) track.beats.push_back({start + gap * i, 0.5});
    return track;
}

bool ascending(const BeatTrack& track) {
    return std::ranges::adjacent_find(track.beats, [](const Beat& a, const Beat& b) { return a.seconds >= b.seconds; }) ==
           track.beats.end();
}

/// The same music with its times in seconds laid on a grid of 120 quarters a minute.
Score withoutTempo(const Score& score) {
    const TempoMap map(score);
    Score plain;
    plain.division.ticksPerQuarter = 4800;
    const auto tick = [&](Tick old) { return static_cast<Tick>(std::llround(map.seconds(old) * 9600.0)); };
    for (Note note : score.notes) {
        const Tick end = tick(note.start + note.duration);
        note.start = tick(note.start);
        note.duration = end - note.start;
        plain.notes.push_back(note);
    }
    plain.end = tick(score.end);
    return plain;
}

}  // namespace

class tst_BeatTrack : public QObject {
    Q_OBJECT
private slots:
    void aBeatMovesAsFarAsItsNeighboursAllow() {
        const BeatTrack track = steady(4);
        QCOMPARE(movedBeat(track, 1, 1.6).beats[1], (Beat{1.6, 1.0}));
        QCOMPARE(movedBeat(track, 1, 9.0).beats[1].seconds, 2.0 - shortestBeat);
        QCOMPARE(movedBeat(track, 1, -9.0).beats[1].seconds, 1.0 + shortestBeat);
        QCOMPARE(movedBeat(track, 0, -9.0).beats[0].seconds, 0.0);
        QCOMPARE(movedBeat(track, 3, 9.0).beats[3].seconds, 9.0);
        QCOMPARE(movedBeat(track, 4, 9.0), track);
        QCOMPARE(movedBeat(track, 1, std::nan("")), track);
    }

    void aBeatIsInsertedAndRemoved() {
        BeatTrack track = steady(8);
        track.firstDownbeat = 2;
        const BeatTrack before = insertedBeat(track, 1.2);
        QCOMPARE(before.beats.size(), std::size_t{9});
        QCOMPARE(before.beats[1], (Beat{1.2, 1.0}));
        QCOMPARE(before.firstDownbeat, 3);  // the same beat as before
        QCOMPARE(removedBeat(before, 1), track);
        QCOMPARE(insertedBeat(track, 4.2).firstDownbeat, 2);
        QCOMPARE(insertedBeat(track, 1.505), track);  // one is there
        QCOMPARE(insertedBeat(track, -1.0), track);
        QCOMPARE(removedBeat(track, 8), track);
        QCOMPARE(removedBeat({}, 0), BeatTrack{});
        QCOMPARE(insertedBeat({}, 3.0).beats.size(), std::size_t{1});
    }

    void doubledAndHalvedIsTheSameAgain() {
        for (int downbeat = 0; downbeat < 4; ++downbeat) {
            BeatTrack track = steady(9);
            track.firstDownbeat = downbeat;
            const BeatTrack doubled = doubledTempo(track);
            QCOMPARE(doubled.beats.size(), std::size_t{17});
            QCOMPARE(doubled.beats[1].seconds, 1.25);
            QVERIFY(ascending(doubled));
            // what began a bar still does
            QCOMPARE((2 * downbeat - doubled.firstDownbeat) % doubled.beatsPerBar, 0);
            QCOMPARE(halvedTempo(doubled).beats, track.beats);
        }
        BeatTrack odd = steady(9);
        odd.firstDownbeat = 1;
        QCOMPARE(halvedTempo(odd).beats.front().seconds, 1.5);  // bars begin on beats that stay
        QCOMPARE(halvedTempo({}), BeatTrack{});
        QCOMPARE(doubledTempo({}), BeatTrack{});
    }

    void tripledAndAThirdOfItIsTheSameAgain() {
        BeatTrack track = steady(9, 0.75);
        track.compound = true;
        track.beatsPerBar = 2;
        const BeatTrack tripled = tripledTempo(track);
        QCOMPARE(tripled.beats.size(), std::size_t{25});
        QCOMPARE(tripled.beats[1].seconds, 1.25);
        QCOMPARE(tripled.meter(), (Meter{3, 4}));
        QCOMPARE(thirdOfTempo(tripled), track);
        BeatTrack eighths = steady(9);
        eighths.firstDownbeat = 1;
        QCOMPARE(thirdOfTempo(eighths).beats.front().seconds, 1.5);
        QCOMPARE(tripledTempo({}).beats.size(), std::size_t{0});
        QCOMPARE(tripledTempo(steady(4, 0.03)), steady(4, 0.03));  // no room
    }

    void thePhaseIsShifted() {
        BeatTrack track = steady(9);
        QCOMPARE(shiftedDownbeat(track, 1).firstDownbeat, 1);
        QCOMPARE(shiftedDownbeat(track, -1).firstDownbeat, 3);
        QCOMPARE(shiftedDownbeat(track, std::numeric_limits<int>::min()).firstDownbeat, 0);
        QCOMPARE(shiftedHalfBeat(track).beats.front().seconds, 1.25);
        QCOMPARE(shiftedHalfBeat(track).beats.back().seconds, 5.25);
        track.firstDownbeat = 3;
        QCOMPARE(withMeter(track, 3, true).meter(), (Meter{9, 8}));
        QCOMPARE(withMeter(track, 3, true).firstDownbeat, 0);
        QCOMPARE(withMeter(track, 0, true), track);
    }

    void aTrackSurvivesAsNumbers() {
        BeatTrack track = steady(5, 0.4567, 0.123);
        track.compound = true;
        track.beatsPerBar = 3;
        track.firstDownbeat = 2;
        track.confidence = 0.75;
        track.meterConfidence = 0.25;
        QCOMPARE(beatTrackOf(toNumbers(track)), track);
        QCOMPARE(beatTrackOf(toNumbers({})), BeatTrack{});
        std::vector<double> numbers = toNumbers(track);
        for (std::size_t length = 0; length < numbers.size(); ++length) {
            QVERIFY(!beatTrackOf(std::span(numbers.data(), length)));
        }
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            for (const double bad : std::vector<double>{-1.0, 1e300, std::nan(""), 2.5, INFINITY}) {
                std::vector<double> damaged = numbers;
                damaged[i] = bad;
                const auto read = beatTrackOf(damaged);
                QVERIFY(!read || (ascending(*read) && read->beatsPerBar == 3));
            }
        }
    }

    void aPerformanceOnItsBeatsIsTheNotatedRoll() {
        Random random(3);
        for (const Meter meter : {Meter{4, 4}, Meter{3, 4}, Meter{6, 8}, Meter{9, 8}}) {
            for (std::uint64_t seed = 0; seed < 20; ++seed) {
                const bool compound = meter.denominator == 8;
                const int barSteps = *meter.barSteps();
                const int beatSteps = compound ? 6 : 4;
                const int bars = 4 + static_cast<int>(random.below(20));
                const PianoRoll roll = test::randomRoll(seed, bars * barSteps, pianoRange, 3.0, meter);
                Score score = toScore(roll);
                if (score.notes.empty() || score.notes.front().start > 0) continue;
                score.tempos.clear();
                for (int step = 0; step < bars * barSteps; step += beatSteps) {
                    score.tempos.push_back({step * 120, static_cast<std::uint32_t>(300'000 + random.below(700'000))});
                }
                const TempoMap map(score);
                BeatTrack track;
                track.compound = compound;
                track.beatsPerBar = barSteps / beatSteps;
                for (int step = 0; step <= bars * barSteps; step += beatSteps)
                    track.beats.push_back({map.seconds(step * 120), 1.0});

                const Score plain = withoutTempo(score);
                const Score laid = onBeats(plain, track);
                const TempoMap after(laid);
                const TempoMap played(plain);
                QCOMPARE(laid.notes.size(), plain.notes.size());
                double furthest = 0.0;
                for (std::size_t i = 0; i < laid.notes.size(); ++i) {
                    furthest =
                        std::max(furthest, std::abs(after.seconds(laid.notes[i].start) - map.seconds(score.notes[i].start)));
                    furthest = std::max(furthest, std::abs(after.seconds(laid.notes[i].start + laid.notes[i].duration) -
                                                           played.seconds(plain.notes[i].start + plain.notes[i].duration)));
                }
                QVERIFY2(furthest < 0.003, qPrintable(QString::number(furthest)));
                QuantizeOptions options;
                options.detectPickup = false;
                const auto parts = quantize(laid, options);
                QCOMPARE(parts.size(), std::size_t{1});
                QCOMPARE(parts[0].meter, meter);
                QCOMPARE(notesOf(parts[0].roll), notesOf(roll));
                QVERIFY(parts[0].report.p95Error < 0.02);
            }
        }
    }

    void aPickupBecomesAShorterFirstBar() {
        BeatTrack track = steady(9, 0.5, 5.0);
        track.firstDownbeat = 1;
        Score score;  // 960 ticks a second; an eighth before the first beat, 5 s into the recording
        score.notes = {{4560, 200, 60, 80, 0, 0}, {4800, 400, 62, 80, 0, 0}, {5280, 480, 64, 80, 0, 0}};
        score.events = {{0, 0xC0, 12, 0, 0}};
        score.end = 9600;
        const Score laid = onBeats(score, track);
        QCOMPARE(laid.notes[0].start, Tick{240});
        QCOMPARE(laid.notes[1].start, Tick{480});
        QCOMPARE(laid.notes[2].start, Tick{960});
        QCOMPARE(laid.events[0].tick, Tick{0});
        QCOMPARE(laid.meters, (std::vector<MeterChange>{{0, {2, 4}}, {960, {4, 4}}}));
        QCOMPARE(laid.tempos.front(), (TempoChange{0, 500'000}));
        QCOMPARE(quantize(laid).at(0).report.pickupSteps, 8);
    }

    void whatHasNoBeatsStaysAsItIs() {
        Score score;
        QCOMPARE(onBeats(score, steady(4)), score);
        score.notes = {{100, 10, 60, 80, 0, 0}, {Tick{1} << 50, 10, 60, 80, 0, 0}};
        score.end = (Tick{1} << 50) + 10;
        QCOMPARE(onBeats(score, {}), score);
        QCOMPARE(onBeats(score, steady(1)), score);
        const Score laid = onBeats(score, steady(4));
        QVERIFY(laid.end < Tick{1} << 28);  // what lies far beyond the track comes nearer, and fits into a file
        QCOMPARE(laid.notes.size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(tst_BeatTrack)
#include "tst_BeatTrack.moc"
