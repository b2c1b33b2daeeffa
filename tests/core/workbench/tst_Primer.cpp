// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/workbench/Primer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ricercar;

class tst_Primer : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    std::string file(const char* name) const { return folder_.filePath(QLatin1String(name)).toStdString(); }

private slots:
    /// A long part in a meter that has no place on the grid, then four bars of 4/4.
    void theFirstPartThatCanBeUsedIsTaken() {
        Score score;
        score.tempos = {{0, 600'000}};
        constexpr Tick change = 40 * 300;  // ticks of 40 bars
        score.meters = {{0, {5, 32}}, {change, {4, 4}}};
        for (Tick tick = 0; tick < change; tick += 300) score.notes.push_back({tick, 240, 50, 80});
        for (int beat = 0; beat < 16; ++beat) score.notes.push_back({change + beat * 480, 480, 60, 80});
        score.end = change + 16 * 480;
        writeFile(file("two.mid"), writeMidi(score));
        const Primer primer = readPrimer(file("two.mid"));
        QCOMPARE(primer.roll.meter(), (Meter{4, 4}));
        const std::vector<RollNote> notes = notesOf(primer.roll);
        QCOMPARE(notes.size(), std::size_t{16});
        for (const RollNote& note : notes) QCOMPARE(note.pitch, 60);
        QCOMPARE(primer.tempo, 100.0);
    }

    void musicWithoutNotesIsRefusedByName() {
        writeFile(file("silent.mid"), writeMidi(Score()));
        try {
            (void)readPrimer(file("silent.mid"));
            QFAIL("there is nothing in it");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Invalid);
            QCOMPARE(error.message(), (Message{MessageId::PrimerWithoutMusic, {displayPath(file("silent.mid"))}}));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Primer)
#include "tst_Primer.moc"
