// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/music/CopyMeter.h"
#include "core/music/SuffixArray.h"
#include "tests/support/TestData.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace ricercar;

namespace {

constexpr PitchRange narrow{60, 62};

bool sounds(const PianoRoll& roll, int step) {
    return std::ranges::any_of(roll.row(step), [](Cell cell) { return (cell & playBit) != 0; });
}

bool sameStep(const PianoRoll& a, int stepA, const PianoRoll& b, int stepB, int semitones) {
    for (int pitch = 0; pitch < 128; ++pitch)
        if (a.at(stepA, pitch + semitones) != b.at(stepB, pitch)) return false;
    for (int pitch = 0; pitch < semitones; ++pitch)
        if (a.at(stepA, pitch) != 0) return false;
    return true;
}

/// By comparing everything with everything.
SharedPassage slowLongest(const std::vector<PianoRoll>& pieces, const PianoRoll& music) {
    SharedPassage best;
    for (int start = 0; start < music.steps(); ++start)
        for (std::size_t piece = 0; piece < pieces.size(); ++piece)
            for (int there = 0; there < pieces[piece].steps(); ++there)
                for (int semitones = -20; semitones <= 20; ++semitones) {
                    if (!sounds(music, start)) continue;
                    int steps = 0;
                    for (int i = 0; start + i < music.steps() && there + i < pieces[piece].steps() &&
                                    sameStep(music, start + i, pieces[piece], there + i, semitones);
                         ++i)
                        if (sounds(music, start + i)) steps = i + 1;
                    if (steps > best.steps) best = {steps, start, piece, there, semitones};
                }
    return best;
}

CopyMeter meterOf(const std::vector<PianoRoll>& pieces) {
    CopyMeter meter;
    for (const PianoRoll& piece : pieces) meter.add(piece);
    meter.finish();
    return meter;
}

/// A note of one step on one of three pitches, or silence, so that short passages return often.
PianoRoll fewSymbols(std::uint64_t seed, int steps) {
    PianoRoll roll(narrow, steps);
    Random random(seed);
    for (int step = 0; step < steps; ++step)
        if (const auto choice = static_cast<int>(random.below(4)); choice < 3) roll.addNote(step, 1, 60 + choice);
    return roll;
}

}  // namespace

class tst_CopyMeter : public QObject {
    Q_OBJECT
private slots:
    void suffixesAreSorted() {
        Random random(3);
        for (int round = 0; round < 300; ++round) {
            const auto alphabet = static_cast<std::int32_t>(1 + random.below(4));
            std::vector<std::int32_t> text(random.below(60));
            for (auto& value : text) value = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(alphabet)));
            std::vector<std::int32_t> expected(text.size());
            std::iota(expected.begin(), expected.end(), 0);
            std::ranges::sort(expected, [&](std::int32_t a, std::int32_t b) {
                return std::lexicographical_compare(text.begin() + a, text.end(), text.begin() + b, text.end());
            });
            QCOMPARE(suffixArray(text, alphabet), expected);
        }
    }

    void agreesWithComparingEverything() {
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            std::vector<PianoRoll> pieces;
            for (std::uint64_t i = 0; i < 3; ++i) pieces.push_back(fewSymbols(seed * 100 + i, 25));
            pieces.push_back(test::randomRoll(seed, 30, {60, 66}, 1.0));
            const PianoRoll music =
                seed % 2 == 0 ? fewSymbols(seed * 100 + 50, 30) : test::randomRoll(seed + 7, 30, {60, 66}, 1.0);
            QCOMPARE(meterOf(pieces).longest(music), slowLongest(pieces, music));
        }
    }

    void aPlantedPassageIsFoundWithItsExactLength() {
        std::vector<PianoRoll> pieces;
        for (std::uint64_t i = 0; i < 40; ++i) pieces.push_back(test::randomRoll(i, 200, {40, 80}, 3.0));
        const CopyMeter meter = meterOf(pieces);
        Random random(11);
        for (int round = 0; round < 60; ++round) {
            const auto piece = static_cast<std::size_t>(random.below(pieces.size()));
            const int from = static_cast<int>(random.below(100));
            const int length = 20 + static_cast<int>(random.below(80));
            const int semitones = static_cast<int>(random.below(25)) - 12;
            const int place = static_cast<int>(random.below(100));
            PianoRoll music = test::randomRoll(1000 + static_cast<std::uint64_t>(round), 200, {21, 108}, 6.0);
            for (int i = -1; i <= length; ++i)  // one dense chord on either side, which no piece has
                for (int pitch = 21; pitch <= 108; ++pitch)
                    if (const int step = place + 1 + i; step >= 0 && step < 200)
                        music.set(step, pitch,
                                  i < 0 || i == length ? Cell{playBit | articulateBit}
                                                       : pieces[piece].at(from + i, pitch - semitones));
            int first = from;
            int last = from + length - 1;
            while (!sounds(pieces[piece], first)) ++first;
            while (!sounds(pieces[piece], last)) --last;
            const SharedPassage expected{last - first + 1, place + 1 + first - from, piece, first, semitones};
            QCOMPARE(meter.longest(music), expected);
        }
    }

    void silenceAroundAPassageDoesNotCount() {
        PianoRoll piece(pianoRange, 40);
        piece.addNote(10, 2, 60);
        piece.addNote(20, 2, 64);
        PianoRoll music(pianoRange, 60);
        music.addNote(15, 2, 65);
        music.addNote(25, 2, 69);
        QCOMPARE(meterOf({piece}).longest(music), (SharedPassage{12, 15, 0, 10, 5}));
        QCOMPARE(meterOf({piece}).longest(PianoRoll(pianoRange, 60)), SharedPassage{});
        QCOMPARE(meterOf({}).longest(music), SharedPassage{});
        QCOMPARE(meterOf({PianoRoll(pianoRange, 9)}).longest(music), SharedPassage{});
    }

    void aNewAttackIsAnotherPassage() {
        PianoRoll piece(pianoRange, 16);
        piece.addNote(0, 16, 60);
        PianoRoll music(pianoRange, 16);
        music.addNote(0, 8, 60);
        music.addNote(8, 8, 60);
        QCOMPARE(meterOf({piece}).longest(music).steps, 8);
    }

    void aPassageDoesNotCrossFromPieceToPiece() {
        PianoRoll one(pianoRange, 8);
        PianoRoll two(pianoRange, 8);
        PianoRoll both(pianoRange, 16);
        for (int step = 0; step < 8; ++step) {
            one.addNote(step, 1, 60 + step);
            two.addNote(step, 1, 70 - step);
            both.addNote(step, 1, 60 + step);
            both.addNote(8 + step, 1, 70 - step);
        }
        QCOMPARE(meterOf({one, two}).longest(both).steps, 8);
    }

    /// Ten thousand pieces made of few patterns answer quickly.
    void answersQuickly() {
        std::vector<PianoRoll> patterns;
        for (std::uint64_t i = 0; i < 20; ++i) patterns.push_back(test::randomRoll(i, 64, {48, 84}, 2.0));
        CopyMeter meter;
        for (std::size_t i = 0; i < 10'000; ++i) meter.add(patterns[i % patterns.size()]);
        meter.finish();
        QElapsedTimer timer;
        timer.start();
        for (std::uint64_t i = 0; i < 20; ++i) QVERIFY(meter.longest(patterns[i].inRange(fullRange).transposed(3)).steps > 50);
        QVERIFY(timer.elapsed() < 20'000);  // one of them within a second
        QCOMPARE(meter.pieces(), std::size_t{10'000});
    }
};

QTEST_APPLESS_MAIN(tst_CopyMeter)
#include "tst_CopyMeter.moc"
