// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/Density.h"

#include <QTest>

using namespace ricercar;

class tst_Density : public QObject {
    Q_OBJECT

    /// A note of one step on every second pitch, each at a time of its own.
    static NoteIndex ladder() {
        std::vector<ShownNote> notes;
        for (int pitch = 0; pitch < 128; pitch += 2) {
            ShownNote note;
            note.start = pitch;
            note.end = pitch + 1.0;
            note.pitch = static_cast<std::uint8_t>(pitch);
            note.id = static_cast<NoteId>(notes.size());
            notes.push_back(note);
        }
        return NoteIndex(std::move(notes));
    }

private slots:
    /// However low the picture is, each pitch is somewhere in it.
    void noPitchIsLost_data() {
        QTest::addColumn<int>("height");
        for (const int height : {1, 20, 34, 100, 127, 128, 300}) QTest::addRow("%d", height) << height;
    }
    void noPitchIsLost() {
        QFETCH(const int, height);
        const QImage whole = densityPicture(ladder(), {128, 0.0, 1.0, {0, 127}}, [](int) { return qRgb(20, 130, 120); });
        const QImage picture = packed(whole, height);
        QCOMPARE(picture.height(), std::min(height, 128));
        for (int pitch = 0; pitch < 128; pitch += 2) {
            bool seen = false;
            for (int row = 0; row < picture.height(); ++row) seen = seen || qAlpha(picture.pixel(pitch, row)) > 200;
            QVERIFY2(seen, QByteArray::number(pitch));
        }
    }
};

QTEST_MAIN(tst_Density)
#include "tst_Density.moc"
