// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/SamplingTrace.h"
#include "core/learning/Opening.h"
#include "core/learning/Sampler.h"
#include "core/music/RunningKey.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <optional>

using namespace ricercar;

namespace {

SampleSettings withOpenings(int candidates, std::uint64_t seed = 3) {
    SampleSettings settings;
    settings.steps = 100;
    settings.seed = seed;
    settings.opening = {candidates, 2.0, 12.0};
    return settings;
}

PianoRoll chords(int voices, int notesInBar) {
    PianoRoll roll({48, 71}, 64);
    for (int bar = 0; bar < 4; ++bar)
        for (int note = 0; note < notesInBar; ++note)
            for (int voice = 0; voice < voices; ++voice)
                roll.addNote(bar * 16 + note * 16 / notesInBar, 16 / notesInBar, 50 + 3 * voice);
    return roll;
}

}  // namespace

class tst_Openings : public QObject {
    Q_OBJECT
private slots:
    void theDistanceIsOfVoicesNotesAndSilence() {
        const Opening wanted{8, 3.0, 12.0};
        QVERIFY(openingDistance(chords(3, 4), 64, wanted) < 1e-9);
        QVERIFY(openingDistance(chords(2, 4), 64, wanted) > 0.1);
        QVERIFY(openingDistance(chords(3, 8), 64, wanted) > 0.1);
        QVERIFY(openingDistance(chords(1, 4), 64, wanted) > openingDistance(chords(2, 4), 64, wanted));
        QCOMPARE(openingDistance(chords(1, 2), 64, Opening{8}), 0.0);
        PianoRoll late = chords(3, 4);
        for (int step = 0; step < 4; ++step)
            for (Cell& cell : late.row(step)) cell = 0;
        QVERIFY(openingDistance(late, 64, wanted) > 0.5);
        QVERIFY(openingDistance(PianoRoll({48, 71}, 64), 64, wanted) > openingDistance(chords(1, 1), 64, wanted));
    }

    void theNearestCandidateIsKeptOnAnyNumberOfThreads() {
        const Sampler sampler(test::tinyCheckpoint(20));
        const SampleSettings settings = withOpenings(6);
        double nearest = 1e9;
        std::optional<std::uint64_t> best;
        for (int candidate = 0; candidate < 6; ++candidate) {
            SampleSettings own = withOpenings(1);
            own.seed = openingSeed(settings.seed, candidate);
            const double distance = openingDistance(sampler.generate(own), 64, settings.opening);
            if (distance < nearest) best = own.seed;
            nearest = std::min(nearest, distance);
        }
        std::optional<std::uint64_t> kept;
        const auto hear = [&](const StepReport& report) {
            if (report.opening) kept = report.opening;
        };
        const PianoRoll roll = sampler.generate(settings, {}, {}, 1, hear);
        QCOMPARE(openingDistance(roll, 64, settings.opening), nearest);
        QCOMPARE(kept, best);
        for (const int threads : {2, 3, 0}) QCOMPARE(sampler.generate(settings, {}, {}, threads), roll);

        // said, it is drawn at once
        SampleSettings again = settings;
        again.opening.seed = kept;
        QCOMPARE(sampler.generate(again), roll);
        // and every draw of it can be explained
        const Checkpoint checkpoint = test::tinyCheckpoint(20);
        InferenceCache cache(std::make_shared<const StepEngine>(checkpoint), roll);
        for (const int step : {0, 5, 63, 64, 99}) {
            const auto drawing = drawingOf(cache, again, 0, checkpoint.facts.medianPolyphony, step);
            QVERIFY(drawing.has_value());
            for (const CellDrawing& cell : drawing->cells) QCOMPARE(cell.drawn, cell.cell);
        }
    }

    void everyStepIsToldOnce() {
        const Sampler sampler(test::tinyCheckpoint());
        std::vector<int> told;
        std::uint64_t last = 0;
        const Task task({}, [&](std::uint64_t done, std::uint64_t) { last = done; });
        const PianoRoll roll =
            sampler.generate(withOpenings(4), task, [&](int step, std::span<const Cell>) { told.push_back(step); });
        QCOMPARE(roll.steps(), 100);
        QCOMPARE(told.size(), std::size_t{100});
        for (int step = 0; step < 100; ++step) QCOMPARE(told[static_cast<std::size_t>(step)], step);
        QCOMPARE(last, std::uint64_t{100});
    }

    void aPrimerIsTheOpening() {
        const Sampler sampler(test::tinyCheckpoint(20));
        SampleSettings settings = withOpenings(6), plain = withOpenings(1);
        settings.primer = plain.primer = chords(2, 4);
        QCOMPARE(sampler.generate(settings), sampler.generate(plain));
        settings.primer.reset();
        plain.primer.reset();
        settings.steps = plain.steps = 20;  // too short to have one
        QCOMPARE(sampler.generate(settings), sampler.generate(plain));
    }

    void constraintsHoldInIt() {
        const Sampler sampler(test::tinyCheckpoint(20));
        SampleSettings settings = withOpenings(5);
        settings.constraints.range = PitchRange{55, 62};
        settings.constraints.voices = 2;
        const PianoRoll roll = sampler.generate(settings);
        for (const RollNote& note : notesOf(roll)) QVERIFY(note.pitch >= 55 && note.pitch <= 62);
        for (int step = 0; step < roll.steps(); ++step) QVERIFY(notesIn(roll.row(step)) <= 2);
    }

    void aStopEndsItWithoutMusic() {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(Sampler(test::tinyCheckpoint()).generate(withOpenings(4), Task(stop.get_token())).steps(), 0);
    }

    /// Notes outside the key need to be likely where its floor holds.
    void theKeysFloorKeepsToTheKey() {
        const Sampler sampler(test::tinyCheckpoint(60));
        const auto outside = [&](double keyFloor) {
            int notes = 0;
            for (std::uint64_t seed = 1; seed <= 6; ++seed) {
                SampleSettings settings;
                settings.steps = 200;
                settings.seed = seed;
                settings.keyFloor = keyFloor;
                const PianoRoll roll = sampler.generate(settings);
                RunningKey key;
                for (int step = 0; step < roll.steps(); ++step) {
                    for (int pitch = roll.range().lowest; pitch <= roll.range().highest; ++pitch)
                        notes += roll.plays(step, pitch) && !roll.plays(step - 1, pitch) && key.excludes(pitch) ? 1 : 0;
                    key.hear(roll.row(step), roll.range().lowest);
                }
            }
            return notes;
        };
        const int free = outside(0), kept = outside(0.5);
        QVERIFY2(free > 0 && kept < free, qPrintable(QString("%1, %2").arg(free).arg(kept)));
    }
};

QTEST_APPLESS_MAIN(tst_Openings)
#include "tst_Openings.moc"
