// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "ui/canvas/NoteIndex.h"

#include <QtTest>

#include <set>

using namespace ricercar;

class tst_NoteIndex : public QObject {
    Q_OBJECT

    static std::vector<ShownNote> someNotes(Random& random, std::size_t count) {
        std::vector<ShownNote> notes;
        for (std::size_t i = 0; i < count; ++i) {
            const double start = random.uniform() * 1000.0;
            const double length = random.below(20) == 0 ? random.uniform() * 600.0 : random.uniform() * 6.0;
            notes.push_back({start, start + length, static_cast<NoteId>(i), 0, static_cast<std::uint8_t>(30 + random.below(60)),
                             80, 0, true});
        }
        return notes;
    }

private slots:
    void findsWhatALookThroughAllFinds_data() {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 15, 16, 17, 256, 257, 5000}) QTest::addRow("%d", count) << count;
    }
    void findsWhatALookThroughAllFinds() {
        QFETCH(const int, count);
        Random random(5);
        const std::vector<ShownNote> notes = someNotes(random, static_cast<std::size_t>(count));
        const NoteIndex index(notes);
        QCOMPARE(index.size(), notes.size());
        QVERIFY(std::is_sorted(index.notes().begin(), index.notes().end(),
                               [](const ShownNote& a, const ShownNote& b) { return a.start < b.start; }));
        for (int round = 0; round < 200; ++round) {
            const double from = random.uniform() * 1300.0 - 100.0, to = from + random.uniform() * 80.0;
            std::vector<NoteId> found;
            index.between(from, to, [&](const ShownNote& note) { found.push_back(note.id); });
            const std::set<NoteId> once(found.begin(), found.end());
            QCOMPARE(once.size(), found.size());
            std::set<NoteId> expected;
            for (const ShownNote& note : notes)
                if (note.start < to && note.end >= from) expected.insert(note.id);
            QVERIFY(once == expected);
            const double step = random.uniform() * 1000.0;
            const int pitch = 30 + static_cast<int>(random.below(60));
            const ShownNote* last = nullptr;
            for (const ShownNote& note : index.notes())
                if (note.pitch == pitch && note.start <= step && step < note.end) last = &note;
            const std::optional<ShownNote> at = index.at(step, pitch);
            QCOMPARE(at.has_value(), last != nullptr);
            if (last) QCOMPARE(at->id, last->id);
        }
    }

    void aLongNoteDoesNotMakeTheRestBeLookedAt() {
        std::vector<ShownNote> notes{{0.0, 1e6, 0, 0, 40, 80, 0, true}};
        for (NoteId i = 1; i < 100'000; ++i) notes.push_back({i * 1.0, i + 0.5, i, 0, 60, 80, 0, true});
        const NoteIndex index(std::move(notes));
        int found = 0;
        QBENCHMARK {
            found = 0;
            index.between(90'000.2, 90'010.2, [&](const ShownNote&) { ++found; });
        }
        QCOMPARE(found, 12);
    }

    void notesAreFoundByName() {
        Random random(6);
        std::vector<ShownNote> notes = someNotes(random, 300);
        for (ShownNote& note : notes) note.id = note.id * 7 + 3;
        const NoteIndex index(notes);
        for (const ShownNote& note : notes) {
            QVERIFY(index.find(note.id));
            QCOMPARE(*index.find(note.id), note);
        }
        QVERIFY(!index.find(4));
        QVERIFY(!NoteIndex().find(0));
    }

    void aTickIsFoundByTheWidthItIsDrawnWith() {
        const NoteIndex index({{10.0, 10.0, 0, 0, 60, 80, 0, true}});
        QVERIFY(!index.at(10.2, 60));
        QVERIFY(index.at(10.2, 60, 0.5));
        QVERIFY(!index.at(10.6, 60, 0.5));
    }

    void setsHoldWhatWasPutIn() {
        Random random(9);
        NoteSet set;
        std::set<NoteId> reference;
        for (int i = 0; i < 2000; ++i) {
            const auto id = static_cast<NoteId>(random.below(300));
            if (random.below(3) == 0) {
                set.erase(id);
                reference.erase(id);
            } else {
                set.insert(id);
                reference.insert(id);
            }
            QCOMPARE(set.size(), reference.size());
        }
        QCOMPARE(set.ids(), std::vector<NoteId>(reference.begin(), reference.end()));
        set.toggle(500);
        QVERIFY(set.contains(500));
        set.toggle(500);
        QVERIFY(!set.contains(500));
        set.clear();
        QVERIFY(set.empty() && set == NoteSet());
    }
};

QTEST_APPLESS_MAIN(tst_NoteIndex)
#include "tst_NoteIndex.moc"
