// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/music/MidiFile.h"
#include "core/music/NoteClip.h"
#include "core/music/NoteEdits.h"
#include "core/music/ScoreOrder.h"
#include "core/music/SectionScores.h"
#include "tests/support/RandomScore.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>

using namespace ricercar;

namespace {

Note note(Tick start, Tick duration, int pitch, int velocity = 80, int channel = 0) {
    return {start,
            duration,
            static_cast<std::uint8_t>(pitch),
            static_cast<std::uint8_t>(velocity),
            static_cast<std::uint8_t>(channel),
            0};
}

bool sorted(const NoteList& notes) { return std::is_sorted(notes.begin(), notes.end(), noteBefore); }

bool inRange(const NoteList& notes) {
    return std::all_of(notes.begin(), notes.end(), [](const Note& n) {
        return n.start >= 0 && n.duration >= 0 && n.start + n.duration <= lastTick && n.pitch <= 127 && n.velocity >= 1 &&
               n.velocity <= 127 && n.channel <= 15;
    });
}

bool overlap(const Note& a, const Note& b) {
    return a.pitch == b.pitch && a.channel == b.channel &&
           (a.start == b.start || (a.start < b.start + b.duration && b.start < a.start + a.duration));
}

/// Music without overlaps, a quarter of it chosen.
struct Case {
    NoteList notes;
    NoteList chosen;
    Random random;

    explicit Case(std::uint64_t seed) : random(seed) {
        std::map<std::pair<int, int>, Tick> free;
        const auto count = random.below(120);
        for (std::uint64_t i = 0; i < count; ++i) {
            const int pitch = static_cast<int>(random.below(2) == 0 ? random.below(128) : 60 + random.below(4));
            const int channel = static_cast<int>(random.below(3));
            Tick& from = free[{pitch, channel}];
            const Tick start = from + static_cast<Tick>(random.below(300));
            const Tick duration = 1 + static_cast<Tick>(random.below(400));
            from = start + duration;
            notes.push_back(note(start, duration, pitch, 1 + static_cast<int>(random.below(127)), channel));
        }
        std::sort(notes.begin(), notes.end(), noteBefore);
        for (const Note& n : notes)
            if (random.below(4) == 0) chosen.push_back(n);
    }
};

Tick nearest(Tick tick) { return (tick + 60) / 120 * 120; }

}  // namespace

class tst_NoteEdits : public QObject {
    Q_OBJECT
private slots:
    void everyEditKeepsTheMusicWhole() {
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            Case c(seed);
            const Tick by = static_cast<Tick>(c.random.below(2000)) - 1000;
            const int up = static_cast<int>(c.random.below(60)) - 30;
            const std::array edits{
                moveNotes(c.notes, c.chosen, by, up),
                moveNotes(c.notes, c.chosen, by, up, true),
                resizeStarts(c.notes, c.chosen, by, 30),
                resizeEnds(c.notes, c.chosen, by, 30),
                splitNotes(c.notes, c.chosen, std::max<Tick>(by, 0)),
                joinNotes(c.notes, c.chosen),
                quantiseNotes(c.notes, c.chosen, nearest, {}),
                quantiseNotes(c.notes, c.chosen, nearest, {true, true, 0.5, 60}),
                transposeInScale(c.notes, c.chosen, up, 0b101010110101),
                changeVelocity(c.notes, c.chosen, up * 3),
                setVelocity(c.notes, c.chosen, up * 5),
                rampVelocity(c.notes, c.chosen, 0, 10, 2000, 140),
                eraseNotes(c.notes, c.chosen),
                addNotes(c.notes, {note(std::max<Tick>(by, 0), 200, 60), note(10, -5, 60), note(lastTick + 9, 10, 61, 300)}),
            };
            for (std::size_t i = 0; i < edits.size(); ++i) {
                const NoteEdit& edit = edits[i];
                const NoteList after = changed(c.notes, edit.change);
                QVERIFY2(sorted(after) && sorted(edit.chosen) && inRange(after), qPrintable(QString::number(i)));
                QCOMPARE(changed(after, edit.change.reversed()), c.notes);
                QVERIFY(std::includes(after.begin(), after.end(), edit.chosen.begin(), edit.chosen.end(), noteBefore));
                QCOMPARE(changeBetween(c.notes, after), edit.change);  // nothing that goes and comes again
                for (std::size_t a = 0; a < after.size(); ++a)
                    for (std::size_t b = a + 1; b < after.size(); ++b)
                        QVERIFY2(!overlap(after[a], after[b]), qPrintable(QStringLiteral("%1 %2").arg(seed).arg(i)));
            }
        }
    }

    void changesOfOneDragAreOne() {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            Case c(seed);
            const NoteEdit first = moveNotes(c.notes, c.chosen, 37, 2);
            const NoteList between = changed(c.notes, first.change);
            const NoteEdit second = resizeEnds(between, first.chosen, -50, 10);
            const NoteList after = changed(between, second.change);
            const NoteChange both = first.change.then(second.change);
            QCOMPARE(changed(c.notes, both), after);
            QCOMPARE(both, changeBetween(c.notes, after));
            QVERIFY(first.change.then(first.change.reversed()).empty());
        }
    }

    void whereNothingIsInTheWayAMoveIsUndoneByTheMoveBack() {
        const NoteList notes{note(0, 100, 60), note(100, 100, 60), note(400, 50, 64)};
        const NoteList chosen{notes[2]};
        const NoteEdit there = moveNotes(notes, chosen, 130, -1);
        QCOMPARE(there.chosen, (NoteList{note(530, 50, 63)}));
        const NoteList after = changed(notes, there.change);
        QCOMPARE(changed(after, moveNotes(after, there.chosen, -130, 1).change), notes);
    }

    void movesAreCutForAllAlike() {
        const NoteList notes{note(10, 100, 60), note(200, 100, 120)};
        QCOMPARE(moveNotes(notes, notes, -500, 40).chosen, (NoteList{note(0, 100, 67), note(190, 100, 127)}));
        QVERIFY(moveNotes(notes, {}, -500, 40).change.empty());
    }

    void theLaterNoteEndsTheEarlier() {
        const NoteList notes{note(0, 100, 60), note(200, 100, 60)};
        QCOMPARE(changed(notes, addNotes(notes, {note(50, 300, 60)}).change),
                 (NoteList{note(0, 50, 60), note(50, 150, 60), note(200, 100, 60)}));
        QCOMPARE(changed(notes, addNotes(notes, {note(0, 40, 60, 99)}).change),
                 (NoteList{note(0, 40, 60, 99), note(200, 100, 60)}));
        QCOMPARE(changed(notes, addNotes(notes, {note(0, 40, 60, 99, 1)}).change).size(), std::size_t{3});
        QCOMPARE(resizeEnds(notes, {notes[0]}, 500, 1).chosen, (NoteList{note(0, 200, 60)}));
    }

    void notesDoNotShrinkBelowTheShortest() {
        const NoteList notes{note(0, 100, 60), note(300, 20, 62)};
        QCOMPARE(resizeEnds(notes, notes, -1000, 30).chosen, (NoteList{note(0, 30, 60), note(300, 20, 62)}));
        QCOMPARE(resizeStarts(notes, notes, 1000, 0).chosen, (NoteList{note(99, 1, 60), note(319, 1, 62)}));
        QCOMPARE(resizeStarts(notes, notes, -1000, 30).chosen, (NoteList{note(0, 100, 60), note(0, 320, 62)}));
    }

    void splitAndJoinAreInverse() {
        const NoteList notes{note(0, 400, 60), note(0, 100, 64), note(100, 400, 67)};
        const NoteEdit split = splitNotes(notes, notes, 200);
        QCOMPARE(split.chosen.size(), std::size_t{5});
        const NoteList after = changed(notes, split.change);
        QCOMPARE(changed(after, joinNotes(after, split.chosen).change), notes);
        // what lies between and was not chosen keeps them apart
        const NoteList three{note(0, 10, 60), note(20, 10, 60), note(40, 10, 60)};
        QVERIFY(joinNotes(three, {three[0], three[2]}).change.empty());
        QCOMPARE(joinNotes(three, three).chosen, (NoteList{note(0, 50, 60)}));
    }

    void quantisingTwiceIsQuantisingOnce() {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            Case c(seed);
            const NoteEdit once = quantiseNotes(c.notes, c.chosen, nearest, {true, true, 1.0, 120});
            const NoteList after = changed(c.notes, once.change);
            for (const Note& n : once.chosen) QCOMPARE(n.start % 120, Tick{0});
            QVERIFY(quantiseNotes(after, once.chosen, nearest, {}).change.empty());
        }
        const NoteList notes{note(100, 50, 60)};
        QCOMPARE(quantiseNotes(notes, notes, nearest, {true, false, 0.5, 1}).chosen, (NoteList{note(110, 50, 60)}));
    }

    void transposesByDegrees() {
        constexpr std::uint16_t cMajor = 0b101010110101;
        const NoteList notes{note(0, 10, 60), note(0, 10, 64), note(0, 10, 66)};
        const NoteEdit up = transposeInScale(notes, notes, 1, cMajor);
        QCOMPARE(up.chosen, (NoteList{note(0, 10, 62), note(0, 10, 65), note(0, 10, 67)}));
        QCOMPARE(transposeInScale(notes, notes, 7, cMajor).chosen[0].pitch, std::uint8_t{72});
        QVERIFY(transposeInScale(notes, notes, 60, cMajor).change.empty());
        QVERIFY(transposeInScale(notes, notes, 1, 0).change.empty());
    }

    void velocitiesRampInAStraightLine() {
        const NoteList notes{note(0, 10, 60), note(50, 10, 60), note(100, 10, 60), note(200, 10, 60)};
        const NoteList ramped = rampVelocity(notes, notes, 100, 100, 0, 20).chosen;
        QCOMPARE(ramped[0].velocity, std::uint8_t{20});
        QCOMPARE(ramped[1].velocity, std::uint8_t{60});
        QCOMPARE(ramped[2].velocity, std::uint8_t{100});
        QCOMPARE(ramped[3].velocity, std::uint8_t{100});
    }

    void pasteGivesWhatWasCopied() {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            Case c(seed);
            Score score;
            score.notes = c.notes;
            score.tempos = {{0, 400'000}};
            score.meters = {{0, {3, 4}}};
            score.events = {{0, 0xC0, 40, 0, 0}};
            const Bytes midi = clipOf(score, c.chosen);
            const Tick from = c.chosen.empty() ? 0 : c.chosen.front().start;
            QCOMPARE(notesOfClip(midi, 480, from), c.chosen);
            for (const Note& n : notesOfClip(midi, 960, 0)) QCOMPARE(n.start % 2, Tick{0});
            // another program reads it as a file of its own
            const MidiFile file = readMidi(midi, "clip");
            QVERIFY(file.warnings.empty());
            QCOMPARE(file.sequences.front().notes.size(), c.chosen.size());
            QCOMPARE(file.sequences.front().meters.front().meter, (Meter{3, 4}));
        }
    }

    void imported_data() {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 30; ++seed) QTest::addRow("%llu", seed) << seed;
    }
    void imported() {
        QFETCH(quint64, seed);
        Score score = inQuarters(test::randomScore(seed));  // with overlaps and notes of no length
        const NoteEdit edit = moveNotes(score.notes, score.notes, 5, 0);
        const NoteList after = changed(score.notes, edit.change);
        QVERIFY(sorted(after));
        QCOMPARE(changed(after, edit.change.reversed()), score.notes);
        const Tick end = score.end;
        const Score before = score;
        apply(score, edit.change, end);
        QVERIFY(score.end >= end);
        QCOMPARE(readMidi(writeMidi(score), "x").sequences.front().notes.size(), score.notes.size());
        apply(score, edit.change.reversed(), end);
        QCOMPARE(score, before);
    }

    void aBadClipboardIsAnError() {
        const Bytes rubbish{'n', 'o', 't', ' ', 'm', 'i', 'd', 'i'};
        QVERIFY_EXCEPTION_THROWN(notesOfClip(rubbish, 480, 0), std::exception);
    }

    void aHundredThousandNotesAreEditedAtOnce() {
        NoteList notes;
        for (int i = 0; i < 100'000; ++i) notes.push_back(note(i * 30, 25, 40 + i % 40));
        const NoteList chosen(notes.begin() + 1000, notes.begin() + 2000);
        QBENCHMARK { QCOMPARE(moveNotes(notes, chosen, 7, 1).chosen.size(), chosen.size()); }
    }
};

QTEST_GUILESS_MAIN(tst_NoteEdits)
#include "tst_NoteEdits.moc"
