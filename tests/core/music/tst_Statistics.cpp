// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Statistics.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <array>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace ricercar;

class tst_Statistics : public QObject {
    Q_OBJECT
private slots:
    void figuresEqualTheReference() {
        std::ifstream reference(test::testData("statistics/reference.txt"));
        int lines = 0;
        for (std::string line; std::getline(reference, line); ++lines) {
            std::istringstream fields(line);
            std::array<std::string, 4> field;
            for (std::string& each : field) std::getline(fields, each, '|');
            PianoRoll roll(pianoRange, std::stoi(field[0]));
            std::istringstream notes(field[1]);
            for (std::string note; notes >> note;) {
                int start = 0, length = 0, pitch = 0;
                QCOMPARE(std::sscanf(note.c_str(), "%d:%d:%d", &start, &length, &pitch), 3);
                roll.addNote(start, length, pitch);
            }
            const RollStatistics found = statisticsOf(roll);
            RollStatistics expected;
            std::istringstream(field[2]) >> expected.notes >> expected.lowestPitch >> expected.highestPitch >>
                expected.meanPolyphony >> expected.maxPolyphony >> expected.medianPolyphony >> expected.emptyBars >>
                expected.bars;
            QCOMPARE(found.notes, expected.notes);
            QCOMPARE(found.lowestPitch, expected.lowestPitch);
            QCOMPARE(found.highestPitch, expected.highestPitch);
            QVERIFY(std::abs(found.meanPolyphony - expected.meanPolyphony) < 1e-12);
            QCOMPARE(found.maxPolyphony, expected.maxPolyphony);
            QCOMPARE(found.medianPolyphony, expected.medianPolyphony);
            QCOMPARE(found.emptyBars, expected.emptyBars);
            QCOMPARE(found.bars, expected.bars);

            const KeyEstimate key = estimateKey(roll);
            KeyEstimate wanted;
            std::istringstream(field[3]) >> wanted.tonic >> wanted.minor >> wanted.correlation >> wanted.margin;
            QCOMPARE(key.tonic, wanted.tonic);
            QCOMPARE(key.minor, wanted.minor);
            QVERIFY(std::abs(key.correlation - wanted.correlation) < 1e-12);
            QVERIFY(std::abs(key.margin - wanted.margin) < 1e-12);
        }
        QCOMPARE(lines, 30);
    }

    void scalesAreHeardInAllKeys() {
        constexpr std::array<int, 8> major{0, 2, 4, 5, 7, 9, 11, 12};
        constexpr std::array<int, 8> harmonicMinor{0, 2, 3, 5, 7, 8, 11, 12};
        for (int tonic = 0; tonic < 12; ++tonic)
            for (const bool minor : {false, true}) {
                PianoRoll roll(pianoRange, 64);
                int step = 0;
                for (const int degree : minor ? harmonicMinor : major) roll.addNote(step++ * 4, 4, 48 + tonic + degree);
                const int third = minor ? 3 : 4;
                for (const int degree : {0, third, 7, 12}) roll.addNote(48, 8, 48 + tonic + degree);
                const KeyEstimate key = estimateKey(roll);
                QCOMPARE(key.tonic, tonic);
                QCOMPARE(key.minor, minor);
                QVERIFY(key.correlation > 0.7 && key.margin > 0.0);
            }
    }

    void transposingMovesTheKeyAlong() {
        const PianoRoll roll = test::randomRoll(5, 200, {40, 80}, 3.0).inRange(pianoRange);
        const KeyEstimate key = estimateKey(roll);
        for (int semitones = -12; semitones <= 12; ++semitones) {
            const KeyEstimate moved = estimateKey(roll.transposed(semitones));
            QCOMPARE(moved.tonic, (key.tonic + semitones + 24) % 12);
            QCOMPARE(moved.minor, key.minor);
        }
    }

    void silenceHasNoFigures() {
        const RollStatistics nothing = statisticsOf(PianoRoll(pianoRange, 33, {4, 4}, 12));
        QCOMPARE(nothing.notes, 0);
        QCOMPARE(nothing.highestPitch, 0);
        QCOMPARE(nothing.meanPolyphony, 0.0);
        QCOMPARE(nothing.bars, 3);  // 4, 16 and 13 steps
        QCOMPARE(nothing.emptyBars, 3);
        QCOMPARE(statisticsOf(PianoRoll()).bars, 0);
        QCOMPARE(estimateKey(PianoRoll(pianoRange, 8)).correlation, 0.0);
    }
};

QTEST_APPLESS_MAIN(tst_Statistics)
#include "tst_Statistics.moc"
