// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Mix.h"
#include "core/sound/SoundEvents.h"

#include <QTest>

#include <algorithm>

using namespace ricercar;

namespace {

/// Left and right hand on one channel, a flute, drums.
Score band() {
    Score score;
    score.tracks = 5;
    for (int i = 0; i < 4; ++i) {
        const Tick at = i * 480;
        score.notes.push_back({at, 400, 48, 80, 0, 1});
        score.notes.push_back({at, 400, 60, 80, 0, 2});
        score.notes.push_back({at, 400, 84, 80, 3, 3});
        score.notes.push_back({at, 400, 38, 80, 9, 4});
    }
    score.events = {{0, 0xC3, 73, 0, 3}, {480, 0xB3, 7, 50, 3}, {960, 0xC3, 40, 0, 3}};
    score.texts = {{0, 3, 2, "Right hand"}};
    score.end = 4 * 480;
    return score;
}

std::size_t notesOn(const Score& score, int track) {
    return static_cast<std::size_t>(
        std::count_if(score.notes.begin(), score.notes.end(), [&](const Note& note) { return note.track == track; }));
}

}  // namespace

class tst_Mix : public QObject {
    Q_OBJECT

private slots:
    void partsAreTracksOnChannels() {
        const std::vector<Part> expected{
            {1, 0, "", 0, 4}, {2, 0, "Right hand", 0, 4}, {3, 3, "", 73, 4}, {4, 9, "", 0, 4, true}};
        QCOMPARE(partsOf(band()), expected);
        QVERIFY(partsOf(Score()).empty());
        QCOMPARE(mixed(band(), {}), band());
    }

    void muteAndSolo() {
        Mix mix;
        mix.parts[{1, 0}].mute = true;
        const Score muted = mixed(band(), mix);
        QCOMPARE(notesOn(muted, 1), std::size_t{0});
        QCOMPARE(notesOn(muted, 2), std::size_t{4});
        mix.parts[{3, 3}].solo = true;
        mix.parts[{3, 3}].mute = true;  // solo wins
        const Score alone = mixed(band(), mix);
        QCOMPARE(alone.notes.size(), std::size_t{4});
        QCOMPARE(notesOn(alone, 3), std::size_t{4});
        QCOMPARE(alone.end, band().end);
    }

    void volumesAndPrograms() {
        Mix mix;
        mix.parts[{3, 3}].volume = 0.5;
        mix.parts[{3, 3}].program = 11;
        mix.parts[{2, 0}].volume = 0.5;
        const Score score = mixed(band(), mix);
        // the flute has its channel for itself: controller 7, from the start on
        const std::vector<ChannelEvent> expected{{0, 0xC3, 11, 0, 3}, {0, 0xB3, 7, 50, 3}, {480, 0xB3, 7, 25, 3}};
        QCOMPARE(score.events, expected);
        for (const Note& note : score.notes) QCOMPARE(int{note.velocity}, note.track == 2 ? 40 : 80);
        mix.parts[{2, 0}].volume = 0.0;
        for (const Note& note : mixed(band(), mix).notes) QVERIFY(note.velocity >= 1);
    }
};

QTEST_APPLESS_MAIN(tst_Mix)
#include "tst_Mix.moc"
