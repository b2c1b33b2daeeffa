// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MidiFile.h"
#include "core/workbench/RecordedTake.h"

#include <QTest>

using namespace ricercar;

class tst_RecordedTake : public QObject {
    Q_OBJECT

private slots:
    void whatWasPlayedStandsOnTheGridInWholeBars() {
        Score played;
        played.meters = {{0, {3, 4}}};
        played.tempos = {{0, 750'000}};
        played.notes = {{10, 470, 60, 90}, {1450, 200, 64, 90}, {0, 480, 40, 90, drumChannel}};
        played.end = 2000;
        const Take take = recordedTake(played, "Played");
        QCOMPARE(take.name, std::string("Played"));
        QCOMPARE(take.tempo, 80.0);
        QCOMPARE(take.roll.meter(), (Meter{3, 4}));
        QCOMPARE(take.roll.steps(), 24);  // two bars: the second note begins the second
        QVERIFY(take.roll.plays(0, 60) && take.roll.plays(3, 60) && !take.roll.plays(4, 60));
        QVERIFY(take.roll.plays(12, 64) && !take.roll.plays(0, 40));
        QCOMPARE(readMidi(take.score, "take").sequences.front().notes.size(), played.notes.size());
        QVERIFY(take.created.ends_with('Z'));
    }

    void anOddMeterFallsBackToFourFour() {
        Score played;
        played.meters = {{0, {5, 32}}};
        played.notes = {{0, 480, 60, 90}};
        played.end = 480;
        QCOMPARE(recordedTake(played, "").roll.steps(), 16);
    }
};

QTEST_APPLESS_MAIN(tst_RecordedTake)
#include "tst_RecordedTake.moc"
