// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/music/PianoRoll.h"
#include "tests/support/TestData.h"

#include <QTest>

using namespace ricercar;

class tst_PianoRoll : public QObject {
    Q_OBJECT
private slots:
    void aRestrikeIsANoteOfItsOwn() {
        PianoRoll roll(pianoRange, 8);
        roll.addNote(0, 4, 60);
        roll.addNote(4, 2, 60);
        roll.addNote(1, 1, 64);
        QVERIFY(roll.valid());
        const std::vector<RollNote> expected{{0, 4, 60}, {1, 1, 64}, {4, 2, 60}};
        QCOMPARE(notesOf(roll), expected);
    }

    void validityIsAsDefined() {
        PianoRoll roll(pianoRange, 2);
        roll.set(0, 60, articulateBit);
        QVERIFY(!roll.valid());
        roll.set(0, 60, playBit);  // play after silence without an attack
        QVERIFY(!roll.valid());
        roll.set(0, 60, playBit | articulateBit);
        roll.set(1, 60, playBit);
        QVERIFY(roll.valid());
    }

    void barsFollowTheOffset() {
        const PianoRoll roll(pianoRange, 40, {4, 4}, 12);
        QCOMPARE(roll.stepInBar(-1), 15);
        QCOMPARE(roll.stepInBar(0), 12);
        QCOMPARE(roll.stepInBar(4), 0);
        QCOMPARE(roll.bar(3), 0);
        QCOMPARE(roll.bar(4), 1);
        QCOMPARE(PianoRoll(pianoRange, 1, {3, 4}).barSteps(), 12);
    }

    void whatSoundsAndWhatLiesOutside() {
        PianoRoll roll(pianoRange, 8);
        QVERIFY(!soundingRange(roll));
        roll.addNote(0, 4, 40);
        roll.addNote(4, 2, 40);
        roll.addNote(6, 1, 70);
        QCOMPARE(soundingRange(roll), std::optional(PitchRange{40, 70}));
        QCOMPARE(notesOutside(roll, fullRange), 0);
        QCOMPARE(notesOutside(roll, {40, 69}), 1);
        QCOMPARE(notesOutside(roll, {41, 70}), 2);
    }

    void packingKeepsEveryCell() {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const PianoRoll roll = test::randomRoll(seed, 33, {40, 74});
            QVERIFY(roll.valid());
            PianoRoll again({40, 74}, 33);
            unpackCells(packCells(roll), again);
            QCOMPARE(again, roll);
        }
        PianoRoll other(pianoRange, 3);
        QVERIFY_EXCEPTION_THROWN(unpackCells(Bytes1{}, other), Error);
    }

    void transposingThereAndBack() {
        const PianoRoll roll = test::randomRoll(7, 64, {48, 72}).inRange(pianoRange);
        QCOMPARE(roll.transposed(5).transposed(-5), roll);
        QCOMPARE(roll.transposed(3).at(10, 60), roll.at(10, 57));
        QVERIFY(roll.transposed(60).valid());
    }

    void aSliceIsAValidRoll() {
        const PianoRoll roll = test::randomRoll(3, 64);
        const PianoRoll part = roll.slice(10, 20);
        QVERIFY(part.valid());
        QCOMPARE(part.stepInBar(0), 10);
        for (int step = 0; step < 20; ++step)
            for (int pitch = 21; pitch <= 108; ++pitch) QCOMPARE(part.plays(step, pitch), roll.plays(step + 10, pitch));
    }

private:
    using Bytes1 = std::vector<std::uint8_t>;
};

QTEST_APPLESS_MAIN(tst_PianoRoll)
#include "tst_PianoRoll.moc"
