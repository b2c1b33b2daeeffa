// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Folders.h"
#include "core/music/MidiFile.h"
#include "core/workbench/TakeExport.h"
#include "core/workbench/Takes.h"
#include "tests/support/SheetReader.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <algorithm>

using namespace ricercar;

namespace {

Take takeOf(const std::string& name, const PianoRoll& roll, double tempo = 120) {
    Take take;
    take.name = name;
    take.settings = R"({"seed":7})";
    take.tempo = tempo;
    take.roll = roll;
    return take;
}

std::vector<Take> someTakes() {
    return {takeOf("one", test::randomRoll(1, 60, {40, 80}, 2.0, {4, 4}, 12), 90),
            takeOf("two/..", test::randomRoll(2, 40, {40, 80}, 2.0, {4, 4}, 0), 120),
            takeOf("one", test::randomRoll(3, 52, {40, 80}, 2.0, {4, 4}, 8), 60)};
}

/// Notes of a track of a file in steps; -1: all.
std::vector<RollNote> notesIn(const Score& score, int track) {
    std::vector<RollNote> notes;
    const Tick step = score.division.ticksPerQuarter / 4;
    for (const Note& note : score.notes)
        if (track < 0 || note.track == track)
            notes.push_back({static_cast<int>(note.start / step), static_cast<int>(note.duration / step), note.pitch});
    return notes;
}

std::vector<RollNote> movedOn(const PianoRoll& roll, int by) {
    std::vector<RollNote> notes = notesOf(roll);
    for (RollNote& note : notes) note.start += by;
    return notes;
}

}  // namespace

class tst_TakeExport : public QObject {
    Q_OBJECT

private slots:
    void aFileEach() {
        const TemporaryFolder folder;
        const auto takes = someTakes();
        for (const TakeFormat format : {TakeFormat::Midi, TakeFormat::MusicXml}) {
            const bool midi = format == TakeFormat::Midi;
            const auto to = folder.path() / (midi ? "midi" : "xml");
            const auto files = exportTakes(takes, TakeLayout::FileEach, format, to);
            QCOMPARE(files.size(), std::size_t{3});
            QCOMPARE(files[0].filename().string(), midi ? std::string("one.mid") : std::string("one.musicxml"));
            QVERIFY(files[2] != files[0]);
            for (std::size_t i = 0; i < 3; ++i) {
                QVERIFY(files[i].parent_path() == to);
                if (!midi) continue;
                const Score score = readMidi(files[i]).sequences.front();
                QVERIFY(notesIn(score, -1) == notesOf(takes[i].roll));
                QCOMPARE(takeSettings(score), takes[i].settings);  // dropped back, it tells how it was made
            }
        }
    }

    void aTrackEach() {
        const TemporaryFolder folder;
        const auto takes = someTakes();
        const auto midi = folder.path() / "all.mid";
        exportTakes(takes, TakeLayout::TrackEach, TakeFormat::Midi, midi);
        const Score score = readMidi(midi).sequences.front();
        QCOMPARE(score.tracks, 4);
        const int longest = 8;  // the pick-up of the third
        for (const auto& [take, pickup] : {std::pair{0, 4}, {1, 0}, {2, 8}})
            QVERIFY(notesIn(score, take + 1) == movedOn(takes[static_cast<std::size_t>(take)].roll, longest - pickup));
        QVERIFY(takeSettings(score).empty());
        const auto xml = folder.path() / "all.musicxml";
        exportTakes(takes, TakeLayout::TrackEach, TakeFormat::MusicXml, xml);
        const Bytes bytes = readFile(xml);
        const test::SheetFile sheet = test::readSheet({bytes.begin(), bytes.end()});
        QCOMPARE(sheet.problem, QString());
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(sheet.parts[i].notes == notesIn(score, static_cast<int>(i) + 1));
            QVERIFY(sheet.parts[i].bars == sheet.parts[0].bars);
        }
    }

    void joined() {
        const TemporaryFolder folder;
        const auto takes = someTakes();
        const Score score = joinedScore(takes);
        std::vector<RollNote> expected;
        for (const auto& [take, at] : {std::pair{0, 0}, {1, 4 + 64}, {2, 4 + 64 + 48}}) {
            const auto more = movedOn(takes[static_cast<std::size_t>(take)].roll, at);
            expected.insert(expected.end(), more.begin(), more.end());
        }
        QVERIFY(notesIn(score, -1) == expected);
        QCOMPARE(score.tempos.size(), std::size_t{3});
        QVERIFY(readMidi(writeMidi(score), "joined").sequences.front().notes == score.notes);
        const test::SheetFile sheet = test::readSheet(takesAsMusicXml(takes, TakeLayout::Joined));
        QCOMPARE(sheet.problem, QString());
        QVERIFY(sheet.parts.front().notes == expected);
        QCOMPARE(sheet.parts.front().tempos, (std::vector<double>{90, 120, 60}));
    }

    /// More takes than there are channels.
    void manyTracks() {
        std::vector<Take> takes;
        for (int i = 0; i < 40; ++i) takes.push_back(takeOf("t" + std::to_string(i), test::randomRoll(9, 32)));
        const Score score = readMidi(writeMidi(scoreInTracks(takes)), "many").sequences.front();
        for (int i = 0; i < 40; ++i) QVERIFY(notesIn(score, i + 1) == notesOf(takes[0].roll));
        QVERIFY(std::ranges::none_of(score.notes, [](const Note& note) { return note.channel == drumChannel; }));
    }
};

QTEST_APPLESS_MAIN(tst_TakeExport)
#include "tst_TakeExport.moc"
