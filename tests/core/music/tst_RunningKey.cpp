// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/RunningKey.h"
#include "core/music/Scale.h"

#include <QTest>

using namespace ricercar;

class tst_RunningKey : public QObject {
    Q_OBJECT
private slots:
    void aScaleIsRecognised() {
        for (int tonic = 0; tonic < 12; ++tonic) {
            const Scale scale{tonic, Mode::Major};
            PianoRoll roll({60, 83}, 48);
            for (int step = 0, pitch = 60; step < 48; ++step) {
                do pitch = pitch == 83 ? 60 : pitch + 1;
                while (!scale.contains(pitch));
                roll.addNote(step, 1, pitch);
            }
            RunningKey key;
            for (int step = 0; step < 16; ++step) key.hear(roll.row(step), 60);
            for (int pitch = 0; pitch < 12; ++pitch) QVERIFY(!key.excludes(pitch));  // too early to tell
            for (int step = 16; step < 48; ++step) key.hear(roll.row(step), 60);
            for (int pitch = 0; pitch < 128; ++pitch) QCOMPARE(key.excludes(pitch), !scale.contains(pitch));
        }
    }
};

QTEST_APPLESS_MAIN(tst_RunningKey)
#include "tst_RunningKey.moc"
