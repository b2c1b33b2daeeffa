// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Fingerprint.h"
#include "core/music/Histograms.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/music/Statistics.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace ricercar;

namespace {

/// The same music with every time multiplied.
PianoRoll stretched(const PianoRoll& roll, int factor) {
    PianoRoll result(roll.range(), roll.steps() * factor, roll.meter());
    for (const RollNote& note : notesOf(roll)) result.addNote(note.start * factor, note.length * factor, note.pitch);
    return result;
}

std::vector<PianoRoll> realMusic(const std::filesystem::path& folder, std::size_t count) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<PianoRoll> rolls;
    for (const auto& file : files) {
        if (rolls.size() == count) break;
        if (file.extension() != ".mid") continue;
        const MidiFile midi = readMidi(file);
        for (QuantizedPart& part : quantize(midi.sequences.at(0)))
            if (!part.rejection && part.report.notes >= 100) {
                rolls.push_back(std::move(part.roll));
                break;
            }
    }
    return rolls;
}

}  // namespace

class tst_Fingerprint : public QObject {
    Q_OBJECT
private slots:
    void histogramsAgreeWithTheNotes() {
        for (int seed = 0; seed < 20; ++seed) {
            const PianoRoll roll = test::randomRoll(static_cast<std::uint64_t>(seed), 150, {40, 80}, 4.0);
            RollHistograms expected;
            for (const RollNote& note : notesOf(roll)) {
                ++expected.pitches[static_cast<std::size_t>(note.pitch)];
                ++expected.lengths[static_cast<std::size_t>(std::min(note.length, 64))];
            }
            for (int step = 0; step < roll.steps(); ++step) {
                std::size_t sounding = 0;
                for (int pitch = 0; pitch < 128; ++pitch) sounding += roll.plays(step, pitch) ? 1U : 0U;
                ++expected.polyphony[std::min<std::size_t>(sounding, 32)];
            }
            QVERIFY(histogramsOf(roll) == expected);
        }
        RollHistograms sum = histogramsOf(test::randomRoll(1, 10));
        sum += histogramsOf(test::randomRoll(2, 20));
        QCOMPARE(std::accumulate(sum.polyphony.begin(), sum.polyphony.end(), std::int64_t{0}), std::int64_t{30});
    }

    void transposedOrAtAnotherTempoItIsTheSame() {
        for (int seed = 0; seed < 20; ++seed) {
            const PianoRoll roll = test::randomRoll(static_cast<std::uint64_t>(seed), 200, {50, 80}, 2.0);
            const Fingerprint mine = fingerprintOf(roll);
            for (const int semitones : {-12, -3, 0, 5, 12})
                for (const int factor : {1, 2, 3}) {
                    const Fingerprint other = fingerprintOf(stretched(roll.inRange(fullRange).transposed(semitones), factor));
                    QCOMPARE(likeness(mine, other), 1.0);
                    QCOMPARE(mine.exact == other.exact, semitones == 0 && factor == 1);
                }
        }
    }

    void silenceInFrontDoesNotCount() {
        PianoRoll early(pianoRange, 32), late(pianoRange, 64, {3, 4}, 4);
        for (int i = 0; i < 4; ++i) {
            early.addNote(i * 4, 3, 60 + i);
            late.addNote(i * 4 + 11, 3, 60 + i);
        }
        QCOMPARE(fingerprintOf(early).exact, fingerprintOf(late).exact);
        late.addNote(40, 1, 60);
        QVERIFY(fingerprintOf(early).exact != fingerprintOf(late).exact);
    }

    void littleMusicIsLikeNothing() {
        const Fingerprint none = fingerprintOf(PianoRoll(pianoRange, 16));
        QCOMPARE(likeness(none, none), 0.0);
        PianoRoll a(pianoRange, 32), b(pianoRange, 32);
        a.addNote(0, 4, 60);
        b.addNote(0, 4, 61);
        QCOMPARE(likeness(fingerprintOf(a), fingerprintOf(b)), 0.0);
        QCOMPARE(likeness(fingerprintOf(a), fingerprintOf(a)), 1.0);
    }

    /// Of the Nottingham tunes and piano pieces: a few wrong notes leave them alike, and two different ones are not.
    void realMusicIsToldApart() {
        const auto shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data");
        std::vector<PianoRoll> rolls = realMusic(shared / "midi/piano_extra", 60);
        for (PianoRoll& roll : realMusic(shared / "midi/nottingham/train", 150)) rolls.push_back(std::move(roll));
        QVERIFY(rolls.size() > 150);
        std::vector<Fingerprint> prints;
        for (const PianoRoll& roll : rolls) prints.push_back(fingerprintOf(roll));
        int found = 0, pairs = 0, alike = 0;
        for (std::size_t i = 0; i < rolls.size(); ++i) {
            std::vector<RollNote> notes = notesOf(rolls[i]);
            PianoRoll edited(fullRange, rolls[i].steps() * 2);
            for (std::size_t n = 0; n < notes.size(); ++n)
                edited.addNote(notes[n].start * 2, notes[n].length * 2,
                               std::clamp(notes[n].pitch + 3 + (n % 40 == 7 ? 2 : 0), 0, 127));
            found += likeness(prints[i], fingerprintOf(edited)) >= nearDuplicate ? 1 : 0;
            for (std::size_t j = 0; j < i; ++j, ++pairs) alike += likeness(prints[i], prints[j]) >= nearDuplicate ? 1 : 0;
        }
        qInfo("%d of %d edited copies found; %d of %d different pairs taken for copies", found, static_cast<int>(rolls.size()),
              alike, pairs);
        QVERIFY(found > static_cast<int>(rolls.size()) * 85 / 100);
        QVERIFY(alike * 1000 < pairs);
    }
};

QTEST_APPLESS_MAIN(tst_Fingerprint)
#include "tst_Fingerprint.moc"
