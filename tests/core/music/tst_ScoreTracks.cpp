// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MidiFile.h"
#include "core/music/ScoreTracks.h"

#include <QTest>

using namespace ricercar;

class tst_ScoreTracks : public QObject {
    Q_OBJECT

private slots:
    void bothFormatsHoldTheSameMusic() {
        Score score;
        score.tracks = 3;
        score.tempos = {{0, 400'000}, {960, 500'000}};
        score.meters = {{0, {3, 4}}};
        score.notes = {{0, 480, 60, 80, 0, 1}, {480, 480, 64, 80, 1, 2}};
        score.events = {{0, 0xC0, 5, 0, 1}, {0, 0xC1, 6, 0, 2}};
        score.texts = {{0, 3, 1, "Right"}, {0, 3, 2, "Left"}};
        score.end = 960;
        QCOMPARE(inTracks(score), score);

        const MidiFile one = readMidi(writeMidi(inOneTrack(score)), "one");
        QCOMPARE(one.format, 0);
        QCOMPARE(one.sequences.front().notes.size(), std::size_t{2});
        QCOMPARE(one.sequences.front().tempos, score.tempos);
        QCOMPARE(one.sequences.front().meters, score.meters);
        QCOMPARE(one.sequences.front().events.size(), std::size_t{2});
        QCOMPARE(one.sequences.front().texts.size(), std::size_t{1});
        QCOMPARE(one.sequences.front().texts.front().text, std::string("Right"));

        const MidiFile two = readMidi(writeMidi(inTracks(inOneTrack(score))), "two");
        QCOMPARE(two.format, 1);
        QCOMPARE(two.tracks, 2);
        const Score& read = two.sequences.front();
        for (const Note& note : read.notes) QCOMPARE(int{note.track}, 1);
        QCOMPARE(read.tempos, score.tempos);
        QCOMPARE(read.texts.size(), std::size_t{2});  // of the piece and of its track
    }
};

QTEST_APPLESS_MAIN(tst_ScoreTracks)
#include "tst_ScoreTracks.moc"
