// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/music/Remedies.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <map>

using namespace ricercar;

namespace {

Score scoreOf(std::vector<Note> notes, Tick end, int ticksPerQuarter = 480) {
    Score score;
    score.division.ticksPerQuarter = ticksPerQuarter;
    score.notes = std::move(notes);
    score.end = end;
    return score;
}

QuantizedPart only(const Score& score, const QuantizeOptions& options = {}) {
    auto parts = quantize(score, options);
    return parts.size() == 1 ? parts.front() : QuantizedPart{};
}

std::vector<RollNote> rollNotes(const Score& score, const QuantizeOptions& options = {}) {
    return notesOf(only(score, options).roll);
}

}  // namespace

class tst_Quantizer : public QObject {
    Q_OBJECT
private slots:
    void aTickIsRoundedToTheNearestStep() {
        // 10 ticks a quarter: a step is 2.5 ticks, borders at 1.25, 3.75, 6.25 ...
        QuantizeOptions whole;
        whole.trimSilence = false;
        for (Tick tick = 0; tick < 200; ++tick) {
            const auto expected = static_cast<int>(std::floor(static_cast<double>(tick) / 2.5 + 0.5));
            QCOMPARE(rollNotes(scoreOf({{tick, 5, 60, 80, 0, 0}}, 300, 10), whole).at(0).start, expected);
        }
        // exact halves go up, also where a double would have lost the tick
        const Tick far = (Tick{1} << 40) * 4 + 2;
        const Score score = scoreOf({{far, 4, 60, 80, 0, 0}}, far, 16);
        QCOMPARE(quantize(score, whole).at(0).rejection->id, MessageId::GridAllCut);
        QCOMPARE(rollNotes(scoreOf({{2, 4, 60, 80, 0, 0}}, 8, 16)).at(0).start, 1);
    }

    void rollsSurviveTheWayThroughAScore() {
        constexpr std::array<Meter, 8> meters{{{4, 4}, {2, 2}, {3, 4}, {6, 8}, {7, 8}, {5, 16}, {12, 8}, {2, 4}}};
        constexpr std::array<PitchRange, 4> ranges{pianoRange, fullRange, johnsonRange, PitchRange{60, 60}};
        Random random(7);
        int checked = 0;
        for (std::uint64_t seed = 0; seed < 600; ++seed) {
            const Meter meter = meters[random.below(meters.size())];
            const PitchRange range = ranges[random.below(ranges.size())];
            const auto offset = static_cast<int>(random.below(static_cast<std::uint64_t>(*meter.barSteps())));
            const auto steps = static_cast<int>(1 + random.below(200));
            const PianoRoll roll = test::randomRoll(seed, steps, range, 2.0, meter, random.below(2) == 0 ? 0 : offset);
            const double tempo = 20.0 + 280.0 * random.uniform();
            QuantizeOptions options;
            options.detectPickup = false;
            options.trimSilence = false;
            options.range = range;
            Score score = toScore(roll, tempo, 5, 90);
            const auto parts = quantize(score, options);
            QCOMPARE(parts.size(), std::size_t{1});
            const QuantizedPart& part = parts[0];
            const std::vector<RollNote> notes = notesOf(roll);
            if (notes.empty()) {
                QCOMPARE(part.rejection->id, MessageId::GridNoNotes);
                continue;
            }
            ++checked;
            QVERIFY(!part.rejection && part.remarks.empty());
            QVERIFY(part.roll == roll);
            QVERIFY(std::abs(part.tempo / tempo - 1.0) < 1e-4);
            QCOMPARE(part.report.notes, static_cast<int>(notes.size()));
            QCOMPARE(part.report.p95Error, 0.0);
            QCOMPARE(part.report.pickupSteps, roll.barOffset() == 0 ? 0 : roll.barSteps() - roll.barOffset());
            QVERIFY(!part.report.pickupDetected);
            if (steps < roll.barSteps()) continue;  // a file cannot end before its second time signature
            const MidiFile file = readMidi(writeMidi(score), "x");
            QVERIFY(file.sequences.at(0) == score);
        }
        QVERIFY(checked > 400);
    }

    void aRestrikeEndsNothing() {
        // a long note, struck again within it by another track: attacked again, sounding to the end of the longer
        const auto notes = rollNotes(scoreOf({{0, 960, 60, 80, 0, 0}, {480, 120, 60, 80, 0, 1}}, 960));
        QCOMPARE(notes, (std::vector<RollNote>{{0, 4, 60}, {4, 4, 60}}));
    }

    void sameStepAttacksMerge() {
        const QuantizedPart part = only(scoreOf({{0, 240, 60, 80, 0, 0}, {20, 600, 60, 80, 1, 1}}, 960));
        QCOMPARE(notesOf(part.roll), (std::vector<RollNote>{{0, 5, 60}}));
        QCOMPARE(part.report.merged, 1);
        QCOMPARE(part.report.notes, 1);
    }

    void shortNotesLastAStep() {
        const QuantizedPart part = only(scoreOf({{0, 1, 60, 80, 0, 0}, {130, 0, 62, 80, 0, 0}}, 480));
        QCOMPARE(notesOf(part.roll), (std::vector<RollNote>{{0, 1, 60}, {1, 1, 62}}));
        QCOMPARE(part.report.lengthened, 2);
        QCOMPARE(part.roll.steps(), 4);
    }

    void drumsAndWhatIsOutOfRangeStayOut() {
        const Score score = scoreOf({{0, 240, 36, 80, drumChannel, 0}, {0, 240, 60, 80, 0, 0}, {0, 240, 120, 80, 0, 0}}, 480);
        const QuantizedPart part = only(score);
        QCOMPARE(part.report.drums, 1);
        QCOMPARE(part.report.outOfRange, 1);
        QCOMPARE(part.report.notes, 1);
        QuantizeOptions all;
        all.keepDrums = true;
        all.range = fullRange;
        QCOMPARE(only(score, all).report.notes, 3);
    }

    void errorsAreMeasuredInSteps() {
        std::vector<Note> notes;
        for (int i = 0; i < 100; ++i) notes.push_back({i * 480 + (i < 10 ? 30 : 0), 100, 60, 80, 0, 0});
        const QuantizedPart part = only(scoreOf(notes, 48000));
        QVERIFY(std::abs(part.report.meanError - 0.025) < 1e-12);  // 10 of 100 a quarter step late
        QCOMPARE(part.report.p95Error, 0.25);
    }

    void thePedalHoldsNotes() {
        Score score = scoreOf({{0, 120, 60, 80, 0, 0}, {240, 120, 64, 80, 1, 0}, {960, 120, 60, 80, 0, 0}}, 1920);
        score.events = {{60, 0xB0, 64, 127, 0}, {720, 0xB0, 64, 0, 0}, {1000, 0xB0, 64, 64, 0}};
        QCOMPARE(rollNotes(score), (std::vector<RollNote>{{0, 1, 60}, {2, 1, 64}, {8, 1, 60}}));
        QuantizeOptions pedal;
        pedal.sustainPedal = true;
        QCOMPARE(rollNotes(score, pedal), (std::vector<RollNote>{{0, 6, 60}, {2, 1, 64}, {8, 8, 60}}));
    }

    void aChangeOfMeterSplits() {
        Score score = scoreOf({{0, 480, 60, 80, 0, 0}, {1800, 480, 62, 80, 0, 0}, {1920, 480, 64, 80, 0, 0}}, 4800);
        score.meters = {{0, {4, 4}}, {1920, {3, 4}}, {3000, {3, 4}}};
        score.tempos = {{0, 400'000}, {1920, 600'000}};
        const auto parts = quantize(score);
        QCOMPARE(parts.size(), std::size_t{2});
        QCOMPARE(parts[0].roll.steps(), 16);
        QCOMPARE(parts[0].remarks.at(0).id, MessageId::GridHeldOver);
        QCOMPARE(parts[0].tempo, 150.0);
        QCOMPARE(parts[1].start, 1920);
        QCOMPARE(parts[1].roll.barSteps(), 12);
        QCOMPARE(parts[1].tempo, 100.0);
        QCOMPARE(notesOf(parts[1].roll), (std::vector<RollNote>{{0, 4, 64}}));
    }

    void aShorterFirstBarIsThePickup() {
        Score score = scoreOf({{0, 480, 60, 80, 0, 0}, {480, 480, 62, 80, 0, 0}}, 2400);
        score.meters = {{0, {1, 4}}, {480, {4, 4}}};
        const QuantizedPart part = only(score);
        QCOMPARE(part.report.pickupSteps, 4);
        QVERIFY(!part.report.pickupDetected);
        QCOMPARE(part.roll.barOffset(), 12);
        QCOMPARE(part.roll.stepInBar(4), 0);
    }

    void anUnmarkedPickupIsHeard() {
        // bass, chords and an even melody, all equally loud
        const auto accompanied = [](Meter meter, int pickup) {
            Score score;
            score.meters = {{0, meter}};
            const int bar = *meter.barSteps();
            for (int step = 0; step < pickup + 12 * bar; step += 2)
                score.notes.push_back({step * 120, 240, static_cast<std::uint8_t>(72 + step % 7), 80, 0, 0});
            for (int start = pickup; start < pickup + 12 * bar; start += bar)
                for (const int pitch : {36, 52, 55})
                    score.notes.push_back({start * 120, bar * 120, static_cast<std::uint8_t>(pitch), 80, 0, 0});
            std::sort(score.notes.begin(), score.notes.end(), [](const Note& a, const Note& b) { return a.start < b.start; });
            return score;
        };
        for (const Meter meter : {Meter{4, 4}, Meter{3, 4}, Meter{6, 8}, Meter{2, 2}})
            for (int pickup = 0; pickup < *meter.barSteps(); pickup += 2) {
                const QuantizedPart part = only(accompanied(meter, pickup));
                QCOMPARE(part.report.pickupSteps, pickup);
                QCOMPARE(part.report.pickupDetected, pickup > 0);
                QCOMPARE(part.roll.stepInBar(pickup), 0);
                QuantizeOptions deaf;
                deaf.detectPickup = false;
                QCOMPARE(only(accompanied(meter, pickup), deaf).report.pickupSteps, 0);
            }
        // an even line says nothing
        Score even;
        for (int i = 0; i < 200; ++i)
            even.notes.push_back({i * 240, 240, static_cast<std::uint8_t>(60 + i * 5 % 12), 80, 0, 0});
        QCOMPARE(only(even).report.pickupSteps, 0);
    }

    void pickupsOfRealTunesAreHeard() {
        // The files of this collection mark the first beat of a bar by velocity 105: what is to be found, with that taken away.
        const auto folder = test::sharedData() / "midi" / "nottingham";
        if (!std::filesystem::is_directory(folder)) QSKIP("no shared tunes here");
        int tunes = 0, right = 0, invented = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.path().extension() != ".mid") continue;
            Score score = readMidi(entry.path()).sequences.at(0);
            const QuantizedPart part = quantize(score).at(0);
            std::map<int, int> firstBeats;  // place in the bar: how often
            int marked = 0;
            for (Note& note : score.notes) {
                const auto step =
                    static_cast<int>((note.start * 4 + score.division.ticksPerQuarter / 2) / score.division.ticksPerQuarter);
                if (note.velocity == 105 && note.start > score.notes.front().start && step < part.roll.steps()) {
                    ++firstBeats[step % part.roll.barSteps()];
                    ++marked;
                }
                note.velocity = 80;
            }
            const auto most = std::max_element(firstBeats.begin(), firstBeats.end(),
                                               [](const auto& a, const auto& b) { return a.second < b.second; });
            if (marked == 0 || most->second < 0.7 * marked) continue;  // bars of several lengths
            ++tunes;
            const int found = quantize(score).at(0).report.pickupSteps;
            right += found == most->first ? 1 : 0;
            invented += found != 0 && found != most->first ? 1 : 0;
        }
        qInfo("%d of %d tunes right, %d wrong claims", right, tunes, invented);
        QVERIFY(tunes > 900);
        QVERIFY(right >= 0.95 * tunes);
        QVERIFY(invented <= 0.005 * tunes);
    }

    void whatHasNoPlaceOnTheGridIsRejectedWithAReason() {
        Score odd = scoreOf({{0, 480, 60, 80, 0, 0}}, 480);
        odd.meters = {{0, {37, 32}}};
        QCOMPARE(quantize(odd).at(0).rejection, (Message{MessageId::GridBarNotWhole, {"37/32"}}));
        QCOMPARE(quantize(odd).at(0).roll.steps(), 0);
        QCOMPARE(quantize(Score{}).at(0).rejection->id, MessageId::GridNoNotes);
        QCOMPARE(quantize(scoreOf({{0, 9, 60, 80, 9, 0}}, 9)).at(0).rejection->id, MessageId::GridOnlyDrums);
        QCOMPARE(quantize(scoreOf({{0, 9, 5, 80, 0, 0}}, 9)).at(0).rejection->id, MessageId::GridNoneInRange);
    }

    void lengthIsBoundedHoweverLongTheFile() {
        const Tick giant = (Tick{1} << 28) - 1;
        Score score = scoreOf({{0, giant, 60, 80, 0, 0}, {giant, giant, 62, 80, 0, 0}}, 2 * giant, 96);
        const QuantizedPart part = only(score);
        QCOMPARE(part.roll.steps(), 200'000);
        QCOMPARE(part.report.notes, 1);
        QCOMPARE(part.remarks.at(0), (Message{MessageId::GridCut, {200'000, 1}}));

        // A part that lies behind the bound as a whole is refused for that alone.
        Score late = scoreOf({{0, 96, 60, 80, 0, 0}, {giant, 96, 62, 80, 0, 0}}, giant + 96, 96);
        late.meters = {{0, {4, 4}}, {giant - giant % 384, {3, 4}}};
        QuantizeOptions whole;
        whole.trimSilence = false;
        const auto parts = quantize(late, whole);
        QCOMPARE(parts.size(), std::size_t{2});
        QCOMPARE(*parts[1].rejection, (Message{MessageId::GridAllCut, {200000}}));
        QVERIFY(parts[1].remarks.empty());

        // The bound is for the whole score, however many parts it has, and overlaps cost no more than the cells.
        for (int i = 0; i < 2000; ++i) score.meters.push_back({i * 1'000'000, {i % 2 == 0 ? 4 : 3, 4}});
        score.notes.clear();
        for (int i = 0; i < 20'000; ++i) score.notes.push_back({i * 100'000, giant, 60, 80, 0, 0});
        const auto begin = std::chrono::steady_clock::now();
        std::int64_t steps = 0;
        for (const QuantizedPart& each : quantize(score)) steps += each.roll.steps();
        QCOMPARE(steps, 200'000);
        QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    }

    void silentBarsAtEitherEndAreLeftOut() {
        // a hundred empty bars, eight of music, and half an hour of tempos
        Score score = scoreOf({}, 1920 * 900);
        for (Tick bar = 100; bar < 108; ++bar) score.notes.push_back({bar * 1920, 1800, 60, 80, 0, 0});
        score.tempos = {{0, 1'000'000}, {100 * 1920, 500'000}, {110 * 1920, 250'000}};
        const QuantizedPart part = only(score);
        QCOMPARE(part.roll.steps(), 8 * 16);
        QCOMPARE(part.firstStep, 1600);
        QCOMPARE(part.remarks, (std::vector<Message>{{MessageId::GridTrimmed, {100, 792}}}));
        QCOMPARE(part.tempo, 120.0);
        QCOMPARE(part.slowest, 120.0);
        QuantizeOptions whole;
        whole.trimSilence = false;
        QCOMPARE(only(score, whole).roll.steps(), 900 * 16);
        // SMPTE, 1920 ticks a bar at 120
        score.division = {480, 960.0};
        score.tempos.clear();
        QCOMPARE(only(score).roll.steps(), 8 * 16);
    }

    void aRestOfLessThanABarStays() {
        const auto steps = [](Tick last, Tick end) { return only(scoreOf({{0, last, 60, 80, 0, 0}}, end)).roll.steps(); };
        QCOMPARE(steps(480, 480), 4);
        QCOMPARE(steps(480, 1920), 16);      // the bar is filled up
        QCOMPARE(steps(480, 1920 * 2), 16);  // a whole silent bar
        QCOMPARE(steps(1920, 1920 + 480), 20);
        QCOMPARE(steps(1920, 1920 * 8 + 480), 16);
        QCOMPARE(only(scoreOf({{0, 480, 60, 80, 0, 0}}, 1920)).remarks, std::vector<Message>());
    }

    void aSilentPickupIsOneOfTheBars() {
        Score score = scoreOf({{480 + 1920, 1920, 60, 80, 0, 0}}, 480 + 2 * 1920);
        score.meters = {{0, {1, 4}}, {480, {4, 4}}};
        const QuantizedPart part = only(score);
        QCOMPARE(part.roll.steps(), 16);
        QCOMPARE(part.roll.barOffset(), 0);
        QCOMPARE(part.firstStep, 20);
        QCOMPARE(part.remarks, (std::vector<Message>{{MessageId::GridTrimmed, {2, 0}}}));
    }

    void aMeterBehindTheLastNoteIsNoPiece() {
        Score score = scoreOf({{0, 1920 * 8, 60, 80, 0, 0}}, 1920 * 20);
        score.meters = {{0, {4, 4}}, {1920 * 8, {3, 4}}, {1920 * 9, {5, 4}}};
        QCOMPARE(quantize(score).size(), std::size_t{1});
        QCOMPARE(only(score).roll.steps(), 128);
        QCOMPARE(only(score).meter, (Meter{4, 4}));
    }

    void aMeterStatedAgainWithinABarBeginsANewOne() {
        // an upbeat of a quarter before bars of a half note and two quarters
        Score score = scoreOf({{0, 480, 60, 80, 0, 0}}, 480 + 1920 * 4);
        for (Tick bar = 480; bar < score.end; bar += 1920)
            for (const Tick beat : {0, 960}) score.notes.push_back({bar + beat, 400, 62, 80, 0, 0});
        score.meters = {{0, {4, 4}}, {480, {4, 4}}};
        const QuantizedPart part = only(score);
        QCOMPARE(part.report.pickupSteps, 4);
        QVERIFY(!part.report.pickupDetected);
        QCOMPARE(part.remarks, (std::vector<Message>{{MessageId::GridBarsRestart, {"4/4", "1", "8", "0"}}}));
        QCOMPARE(remedied(score, 0, {SustainPedal{false}}).part.remarks, part.remarks);
        // on a bar line it says nothing new
        score.meters = {{0, {4, 4}}, {1920, {4, 4}}};
        QVERIFY(only(score).remarks.empty());
        // and where the notes speak against it, bars go on
        Score against = scoreOf({}, 1920 * 4);
        for (Tick beat = 0; beat < against.end; beat += 960) against.notes.push_back({beat, 400, 62, 80, 0, 0});
        against.meters = {{0, {4, 4}}, {1920 + 480, {4, 4}}};
        QCOMPARE(only(against).remarks, (std::vector<Message>{{MessageId::GridBarsGoOn, {"4/4", "2", "5", "0"}}}));
        QCOMPARE(only(against).report.pickupSteps, 0);
    }

    void smpteGoesThroughTheTempoMap() {
        Score score = scoreOf({{0, 500, 60, 80, 0, 0}, {500, 500, 62, 80, 0, 0}, {1500, 250, 64, 80, 0, 0}}, 2000);
        score.division = {480, 1000.0};                  // milliseconds
        score.tempos = {{0, 500'000}, {1000, 250'000}};  // a second of 120, then 240
        const QuantizedPart part = only(score);
        QCOMPARE(notesOf(part.roll), (std::vector<RollNote>{{0, 4, 60}, {4, 4, 62}, {16, 4, 64}}));
        QCOMPARE(part.roll.steps(), 24);
    }

    void changesOfMeterOffTheGridLoseNothing() {
        Random random(11);
        for (int round = 0; round < 300; ++round) {
            Score score;
            score.division.ticksPerQuarter = 10;
            Tick tick = 0;
            for (int i = 0; i < 40; ++i) {
                tick += static_cast<Tick>(random.below(12));
                score.notes.push_back({tick, static_cast<Tick>(random.below(20)), 60, 80, 0, 0});
                if (random.below(4) == 0) score.meters.push_back({tick, {static_cast<int>(1 + random.below(9)), 16}});
            }
            score.end = tick;
            int notes = 0;
            for (const QuantizedPart& part : quantize(score)) {
                QVERIFY(part.roll.valid());
                notes += part.report.notes + part.report.merged;
            }
            QCOMPARE(notes, 40);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Quantizer)
#include "tst_Quantizer.moc"
