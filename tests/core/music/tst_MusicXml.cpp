// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/base/Folders.h"
#include "core/music/MidiFile.h"
#include "core/music/MusicXml.h"
#include "core/music/Scale.h"
#include "tests/support/SheetReader.h"
#include "tests/support/TestData.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <array>

using namespace ricercar;

namespace {

struct Shape {
    Meter meter;
    int offset;
};
constexpr std::array<Shape, 8> shapes{
    {{{4, 4}, 0}, {{4, 4}, 12}, {{3, 4}, 8}, {{6, 8}, 0}, {{6, 8}, 10}, {{5, 4}, 3}, {{7, 8}, 13}, {{2, 2}, 1}}};

std::vector<RollNote> movedOn(std::vector<RollNote> notes, int by) {
    for (RollNote& note : notes) note.start += by;
    return notes;
}

}  // namespace

class tst_MusicXml : public QObject {
    Q_OBJECT

private slots:
    /// Read again by durations alone: the same notes, bars, meter and tempo.
    void everyNoteComesBack() {
        for (std::uint64_t seed = 0; seed < 64; ++seed) {
            const Shape& shape = shapes.at(seed % shapes.size());
            const PianoRoll roll = test::randomRoll(seed, 30 + static_cast<int>(seed) * 3, {36, 96},
                                                    1.0 + static_cast<double>(seed % 6), shape.meter, shape.offset);
            const test::SheetFile file = test::readSheet(musicXml({{"A & <B>", {{roll, 96.5}}}}, "Take \"1\""));
            QCOMPARE(file.problem, QString());
            QCOMPARE(file.title, QStringLiteral("Take \"1\""));
            QCOMPARE(file.parts.size(), std::size_t{1});
            const test::SheetFile::Part& part = file.parts.front();
            QCOMPARE(part.name, QStringLiteral("A & <B>"));
            QVERIFY(part.notes == notesOf(roll));
            QVERIFY(part.meters == std::vector{shape.meter});
            QCOMPARE(part.tempos, std::vector{96.5});
            QCOMPARE(part.bars.front().pickup, shape.offset > 0);
            if (shape.offset > 0) QCOMPARE(part.bars.front().length, roll.barSteps() - shape.offset);
            for (std::size_t bar = shape.offset > 0 ? 1 : 0; bar < part.bars.size(); ++bar)
                QCOMPARE(part.bars[bar].length, roll.barSteps());
            for (const auto& [staff, range] : part.staffRange)
                QVERIFY(part.staves == 1 || (staff == 1 ? range.first >= 60 : range.second < 60));
        }
    }

    void severalPartsAndStretches() {
        const PianoRoll one = test::randomRoll(1, 40, {40, 80}, 2.0, {4, 4}, 12);
        const PianoRoll two = test::randomRoll(2, 30, {40, 80}, 2.0, {3, 4}, 0);
        const PianoRoll three = test::randomRoll(3, 50, {40, 80}, 2.0, {3, 4}, 8);
        const test::SheetFile joined = test::readSheet(musicXml({{"all", {{one, 90}, {two, 120}, {three, 60}}}}, "all"));
        QCOMPARE(joined.problem, QString());
        std::vector<RollNote> expected = notesOf(one);
        for (const auto& [roll, at] : {std::pair{two, 4 + 48}, {three, 4 + 48 + 36}}) {
            const auto more = movedOn(notesOf(roll), at);
            expected.insert(expected.end(), more.begin(), more.end());
        }
        QVERIFY(joined.parts.front().notes == expected);
        QCOMPARE(joined.parts.front().tempos, (std::vector<double>{90, 120, 60}));
        const test::SheetFile tracks =
            test::readSheet(musicXml({{"long", {{three, 90}}}, {"short", {{three.slice(0, 10), 90}}}}, "two"));
        QCOMPARE(tracks.problem, QString());
        QVERIFY(tracks.parts[0].bars == tracks.parts[1].bars);
    }

    void silenceAndTheEmptyRoll() {
        for (const int steps : {0, 1, 16, 33}) {
            const test::SheetFile file = test::readSheet(musicXml({{"", {{PianoRoll(pianoRange, steps), 120}}}}, ""));
            QCOMPARE(file.problem, QString());
            QCOMPARE(file.parts.front().bars.size(), static_cast<std::size_t>(std::max(1, (steps + 15) / 16)));
            QVERIFY(file.parts.front().notes.empty());
        }
    }

    void theSignatureIsThatOfTheBestScale() {
        for (int fifths = -5; fifths <= 6; ++fifths) {
            PianoRoll roll(pianoRange, 64);
            const int tonic = ((fifths * 7) % 12 + 12) % 12;
            const Scale scale{tonic, Mode::Major};
            int step = 0;
            for (int pitch = 48 + tonic; pitch <= 60 + tonic; ++pitch)
                if (scale.contains(pitch)) roll.addNote(step++ * 4, 4, pitch);
            for (const int pitch : {0, 4, 7}) roll.addNote(48, 16, 60 + tonic + pitch);
            QCOMPARE(keySignatureOf(roll).fifths, fifths);
            QVERIFY(!keySignatureOf(roll).minor);
        }
    }

    void spelledByTheSignature() {
        PianoRoll roll(pianoRange, 32);
        int step = 0;
        for (const int pitch : {65, 67, 69, 70, 72, 74, 76, 77}) roll.addNote(step++ * 4, 4, pitch);  // F major
        QCOMPARE(keySignatureOf(roll).fifths, -1);
        const std::string xml = musicXml({{"", {{roll, 120}}}}, "");
        QVERIFY(xml.find("<step>B</step><alter>-1</alter><octave>4</octave>") != std::string::npos);
        QVERIFY(xml.find("<step>A</step><alter>") == std::string::npos);
    }

    /// Another program's opinion: MuseScore turns it into MIDI.
    void museScoreReadsTheSameNotes() {
        QString program;
        for (const char* name : {"mscore3", "musescore3", "mscore"})
            if (program.isEmpty()) program = QStandardPaths::findExecutable(QLatin1String(name));
        if (program.isEmpty()) QSKIP("MuseScore is not installed");
        const TemporaryFolder folder;
        for (std::uint64_t seed = 0; seed < 4; ++seed) {
            const Shape& shape = shapes.at(seed);
            const PianoRoll roll = test::randomRoll(seed, 96, {40, 90}, 3.0, shape.meter, shape.offset);
            const auto xml = folder.path() / "take.musicxml";
            const auto midi = folder.path() / "take.mid";
            writeFile(xml, musicXml({{"take", {{roll, 96}}}}, "take"));
            QProcess museScore;
            museScore.start(
                program, {QStringLiteral("-o"), QString::fromStdString(midi.string()), QString::fromStdString(xml.string())});
            QVERIFY(museScore.waitForFinished(60'000));
            const Score score = readMidi(midi).sequences.front();
            std::vector<std::pair<int, int>> found, expected;  // start and pitch
            for (const Note& note : score.notes)
                found.emplace_back(
                    static_cast<int>((note.start * 4 + score.division.ticksPerQuarter / 2) / score.division.ticksPerQuarter),
                    note.pitch);
            for (const RollNote& note : notesOf(roll)) expected.emplace_back(note.start, note.pitch);
            std::ranges::sort(found);
            std::ranges::sort(expected);
            QVERIFY(found == expected);
            QCOMPARE(score.meters.back().meter, shape.meter);
        }
    }
};

QTEST_APPLESS_MAIN(tst_MusicXml)
#include "tst_MusicXml.moc"
