// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/PieceFeatures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <sstream>

using namespace ricercar;

namespace {

constexpr auto timeColumns = std::size_t{184}, noteColumns = std::size_t{38};

ModelConfig remembering(PitchRange range, bool articulation = true) {
    ModelConfig config;
    config.layout = FeatureLayout::Remembering;
    config.range = range;
    config.articulation = articulation;
    return config;
}

/// A piece of phrases that return: 16 steps of random music, twice, a third time two semitones higher.
PianoRoll returning(PitchRange range) {
    const PianoRoll phrase = test::randomRoll(5, 16, {range.lowest + 2, range.highest - 4}, 2.0).inRange(range);
    PianoRoll roll(range, 64);
    for (int copy = 0; copy < 4; ++copy) {
        const PianoRoll moved = copy == 2 ? phrase.transposed(2) : phrase;
        for (int step = 0; step < 16; ++step)
            for (int pitch = range.lowest; pitch <= range.highest; ++pitch)
                if (moved.plays(step, pitch)) roll.set(16 * copy + step, pitch, moved.at(step, pitch));
    }
    return roll;
}

/// Columns that are not zero, as the reference writes them; -> a dense row.
std::vector<float> rowOf(const std::string& text, std::size_t columns) {
    std::vector<float> row(columns, 0.0F);
    std::istringstream entries(text);
    for (std::string entry; entries >> entry;) {
        const auto equals = entry.find('=');
        row.at(std::stoul(entry)) = std::stof(entry.substr(equals + 1));
    }
    return row;
}

}  // namespace

class tst_MemoryFeatures : public QObject {
    Q_OBJECT
private slots:
    void theTableIsAsPublished() {
        QCOMPARE(timeFeatures(FeatureLayout::Seed), 79);
        QCOMPARE(noteFeatures(FeatureLayout::Seed), 2);
        QCOMPARE(shownFeatures(FeatureLayout::Seed), 79);
        QCOMPARE(timeFeatures(FeatureLayout::Remembering), static_cast<int>(timeColumns));
        QCOMPARE(noteFeatures(FeatureLayout::Remembering), static_cast<int>(noteColumns));
        QCOMPARE(shownFeatures(FeatureLayout::Remembering), static_cast<int>(timeColumns + noteColumns));
        const FeatureSpan& expected = featureSpan(FeatureLayout::Remembering, FeatureGroup::Expected);
        QCOMPARE(shownColumn(FeatureLayout::Remembering, expected), static_cast<int>(timeColumns) + 31);
        QVERIFY_EXCEPTION_THROWN(featureSpan(FeatureLayout::Seed, FeatureGroup::Echo), std::invalid_argument);
    }

    // tests/data/features/remembering.py computed these from the definition alone, scanning the whole past at each step.
    void valuesEqualTheReferenceProgram() {
        std::ifstream file(test::testData("features/remembering.txt"));
        QVERIFY(file.is_open());
        std::string line, word;
        int rows = 0;
        PianoRoll roll;
        ModelConfig config;
        while (std::getline(file, line)) {
            std::istringstream head(line);
            head >> word;
            if (word == "case") {
                PitchRange range;
                int articulation = 0, bar = 0, offset = 0, steps = 0;
                head >> range.lowest >> range.highest >> articulation >> bar >> offset >> steps;
                config = remembering(range, articulation != 0);
                roll = PianoRoll(range, steps, {bar, 16}, offset);
                for (int step = 0; step < steps; ++step) {
                    std::getline(file, line);
                    std::istringstream cells(line);
                    for (int i = 0, cell = 0; cells >> cell; ++i) roll.set(step, range.lowest + i, static_cast<Cell>(cell));
                }
                continue;
            }
            QCOMPARE(word, std::string("at"));
            int at = 0;
            head >> at;
            const PieceFeatures features(config, roll);
            const auto pitches = static_cast<std::size_t>(roll.pitches());
            std::vector<float> time(pitches * timeColumns), note(pitches * noteColumns);
            features.step(at, time.data());
            features.note(at, note.data());
            for (std::size_t n = 0; n < pitches; ++n, ++rows) {
                std::getline(file, line);
                const auto split = line.find('|');
                const std::vector<float> timeRow = rowOf(line.substr(0, split), timeColumns);
                const std::vector<float> noteRow = rowOf(line.substr(split + 1), noteColumns);
                for (std::size_t i = 79; i < timeColumns; ++i)
                    QVERIFY2(std::abs(time[n * timeColumns + i] - timeRow[i]) < 1e-5F,
                             qPrintable(QStringLiteral("step %1 note %2 time column %3: %4, not %5")
                                            .arg(at)
                                            .arg(n)
                                            .arg(i)
                                            .arg(time[n * timeColumns + i])
                                            .arg(timeRow[i])));
                for (std::size_t i = 0; i < noteColumns; ++i)
                    QVERIFY2(std::abs(note[n * noteColumns + i] - noteRow[i]) < 1e-5F,
                             qPrintable(QStringLiteral("step %1 note %2 note column %3: %4, not %5")
                                            .arg(at)
                                            .arg(n)
                                            .arg(i)
                                            .arg(note[n * noteColumns + i])
                                            .arg(noteRow[i])));
            }
        }
        QCOMPARE(rows, 6 * (13 + 12 + 15));
    }

    void theFirstColumnsAreTheSeeds() {
        const PianoRoll roll = test::randomRoll(3, 20, {40, 70}, 4);
        ModelConfig seed;
        seed.range = roll.range();
        std::vector<float> plain(31 * 79), made(31 * timeColumns);
        for (const int step : {-1, 0, 13}) {
            PieceFeatures(seed, roll).step(step, plain.data());
            PieceFeatures(remembering(roll.range()), roll).step(step, made.data());
            for (std::size_t n = 0; n < 31; ++n)
                QVERIFY(std::equal(plain.begin() + static_cast<std::ptrdiff_t>(n * 79),
                                   plain.begin() + static_cast<std::ptrdiff_t>((n + 1) * 79),
                                   made.begin() + static_cast<std::ptrdiff_t>(n * timeColumns)));
        }
    }

    void aReturnIsFoundAndSoIsATransposedOne() {
        const PianoRoll roll = returning({40, 80});
        const PieceMemory memory(roll, true);
        // In the second phrase, from its second step on, the longest match is the first phrase.
        for (int step = 17; step < 31; ++step) {
            QCOMPARE(memory.after(step).longest.place, step + 1 - 16);
            QVERIFY(memory.after(step).longest.length >= step - 15);
        }
        // The third is two semitones higher.
        for (int step = 34; step < 47; ++step) {
            QCOMPARE(memory.after(step).transposed.shift, 2);
            QCOMPARE(memory.after(step).transposed.place, step + 1 - 16);
        }
        // One bar before, all agreed.
        QCOMPARE(memory.after(31).lagPlace[0], 16);
        QCOMPARE(memory.after(31).lagAgreement[0], 1.0F);
    }

    // What is known after step t is a function of the steps up to t.
    void nothingIsKnownOfTheFuture() {
        const PianoRoll roll = returning({40, 80});
        PianoRoll changed = roll;
        for (int step = 40; step < 64; ++step)
            for (int pitch = 40; pitch <= 80; ++pitch) changed.set(step, pitch, 0);
        const PieceMemory one(roll, true), other(changed, true);
        for (int step = -1; step < 40; ++step) QVERIFY(one.after(step) == other.after(step));
        QVERIFY(one.after(44) != other.after(44));
    }

    // A shift of the whole piece is the piece, shifted.
    void aMovedPieceIsSeenAsIfItWereWrittenSo() {
        const PianoRoll roll = returning({40, 80});
        const PianoRoll moved = roll.transposed(3);
        const ModelConfig config = remembering({40, 80});
        const FeatureBuilder builder(config);
        const PieceMemory memory(roll, true);
        NoteFeatures note(config), expectedNote(config);
        const PieceFeatures expected(config, moved);
        std::vector<float> one(41 * timeColumns), other(41 * timeColumns);
        for (const int step : {0, 20, 45, 62}) {
            const PitchAges ages(PieceRows(roll), step);
            const RememberedStep seen{PieceRows(roll), step, &memory.after(step), &ages, 3};
            builder.step(seen, roll.stepInBar(step), one.data());
            expected.step(step, other.data());
            QVERIFY(one == other);
            note.begin(seen);
            std::vector<float> row(41 * noteColumns), rowOfMoved(41 * noteColumns);
            for (std::size_t n = 0; n < 41; ++n) {
                note.write(row.data() + n * noteColumns);
                note.choose(moved.at(step + 1, 40 + static_cast<int>(n)));
            }
            expected.note(step, rowOfMoved.data());
            QVERIFY(row == rowOfMoved);
        }
    }

    void groupsCanBeLeftOut() {
        const PianoRoll roll = returning({40, 80});
        ModelConfig config = remembering(roll.range());
        config.without = {"echo", "chosen"};
        std::vector<float> whole(41 * timeColumns), part(41 * timeColumns), note(41 * noteColumns);
        PieceFeatures(remembering(roll.range()), roll).step(40, whole.data());
        const PieceFeatures without(config, roll);
        without.step(40, part.data());
        without.note(40, note.data());
        const FeatureSpan& echo = featureSpan(FeatureLayout::Remembering, FeatureGroup::Echo);
        float left = 0;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            const auto column = static_cast<int>(i % timeColumns);
            const bool inside = column >= echo.offset && column < echo.offset + echo.width;
            QCOMPARE(part[i], inside ? 0.0F : whole[i]);
            if (inside) left += whole[i];
        }
        QVERIFY(left > 0);
        for (std::size_t i = 0; i < note.size(); ++i)
            if (i % noteColumns >= 13 && i % noteColumns < 31) QCOMPARE(note[i], 0.0F);
    }
};

QTEST_APPLESS_MAIN(tst_MemoryFeatures)
#include "tst_MemoryFeatures.moc"
