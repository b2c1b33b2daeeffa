// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/duet/DuetSong.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

using namespace ricercar;

namespace {

DuetSettings settingsOf(DuetKind kind, int bars = 1) {
    DuetSettings settings;
    settings.kind = kind;
    settings.bars = bars;
    settings.draw.seed = 11;
    return settings;
}

bool plays(Cell cell) { return (cell & playBit) != 0; }

}  // namespace

class tst_DuetSong : public QObject {
    Q_OBJECT
private slots:
    // The answer is what the sampler makes of the same primer, seed and settings.
    void anAnswerIsWhatTheSamplerDraws_data() {
        QTest::addColumn<bool>("remembering");
        QTest::newRow("seed") << false;
        QTest::newRow("remembering") << true;
    }
    void anAnswerIsWhatTheSamplerDraws() {
        QFETCH(const bool, remembering);
        const Checkpoint checkpoint =
            remembering ? test::tinyCheckpoint(30, FeatureLayout::Remembering) : test::tinyCheckpoint(30);
        const PitchRange range = checkpoint.config.model.range;
        DuetSettings settings = settingsOf(DuetKind::Answer, 2);
        settings.draw.temperature = 0.9;
        settings.draw.keyFloor = 0.05;
        settings.draw.densityGuard = true;
        settings.draw.constraints.range = PitchRange{range.lowest + 2, range.highest - 3};
        const PianoRoll yours = test::randomRoll(3, 32, range, 2.0);

        DuetSong song(checkpoint, settings);
        PianoRoll both = yours;
        both.resize(64);
        const std::vector<Cell> silence(static_cast<std::size_t>(range.size()), 0);
        for (int step = 0; step < 64; ++step) {
            QCOMPARE(song.modelPlays(step), step >= 32);
            const auto theirs = step < 32 ? yours.row(step) : std::span<const Cell>(silence);
            const auto drawn = song.draw(silence);
            if (step >= 32) std::ranges::copy(drawn, both.row(step).begin());
            song.hear(theirs);
        }

        SampleSettings same = settings.draw;
        same.primer = yours;
        same.steps = 32;
        QCOMPARE(both, Sampler(checkpoint).generate(same));
    }

    void whileItAnswersItHearsItselfAlone() {
        const Checkpoint checkpoint = test::tinyCheckpoint(30);
        DuetSong quiet(checkpoint, settingsOf(DuetKind::Answer)), disturbed(checkpoint, settingsOf(DuetKind::Answer));
        const auto pitches = static_cast<std::size_t>(quiet.range().size());
        const std::vector<Cell> silence(pitches, 0);
        std::vector<Cell> noise(pitches, playBit | articulateBit);
        for (int step = 0; step < 32; ++step) {
            const auto one = quiet.draw(silence);
            const auto other = disturbed.draw(step < 16 ? silence : noise);
            QVERIFY(std::ranges::equal(one, other));
            quiet.hear(silence);
            disturbed.hear(step < 16 ? silence : noise);
        }
    }

    void itAccompaniesOnItsSideAndInBounds_data() {
        QTest::addColumn<DuetVoices>("voices");
        QTest::newRow("below") << DuetVoices::Below;
        QTest::newRow("above") << DuetVoices::Above;
        QTest::newRow("around") << DuetVoices::Around;
    }
    void itAccompaniesOnItsSideAndInBounds() {
        QFETCH(const DuetVoices, voices);
        const Checkpoint checkpoint = test::tinyCheckpoint(30);
        DuetSettings settings = settingsOf(DuetKind::Accompany);
        settings.voices = voices;
        settings.draw.constraints.voices = 3;
        settings.draw.constraints.pitchClasses = 0b101010110101;  // C major
        DuetSong song(checkpoint, settings);
        const int melody = song.range().size() / 2;
        const auto pitches = static_cast<std::size_t>(song.range().size());
        int below = 0, above = 0;
        for (int step = 0; step < 64; ++step) {
            std::vector<Cell> held(pitches, 0);
            held[static_cast<std::size_t>(melody)] = step % 8 == 0 ? playBit | articulateBit : playBit;
            const auto drawn = song.draw(held);
            QVERIFY(!plays(drawn[static_cast<std::size_t>(melody)]));
            int sounding = 1;
            for (int pitch = 0; pitch < song.range().size(); ++pitch) {
                if (!plays(drawn[static_cast<std::size_t>(pitch)])) continue;
                ++sounding;
                ++(pitch < melody ? below : above);
                QVERIFY(settings.draw.constraints.allows(song.range().lowest + pitch));
            }
            QVERIFY(sounding <= 3);
            song.hear(held);
        }
        QVERIFY(voices == DuetVoices::Above ? below == 0 : below > 0);
        QVERIFY(voices == DuetVoices::Below ? above == 0 : above > 0);
    }

    void theSideStaysWhileNothingIsHeld() {
        const Checkpoint checkpoint = test::tinyCheckpoint(30);
        DuetSong song(checkpoint, settingsOf(DuetKind::Accompany));
        const auto pitches = static_cast<std::size_t>(song.range().size());
        std::vector<Cell> held(pitches, 0);
        held[5] = playBit | articulateBit;
        for (int step = 0; step < 32; ++step) {
            const auto drawn = song.draw(held);
            QVERIFY(std::none_of(drawn.begin() + 5, drawn.end(), plays));
            song.hear(held);
            std::ranges::fill(held, Cell{0});
        }
    }

    void badSettingsAreNamed() {
        DuetSettings settings;
        settings.bars = 0;
        QVERIFY_EXCEPTION_THROWN(validate(settings), Error);
        settings = {};
        settings.tempo = 5;
        QVERIFY_EXCEPTION_THROWN(validate(settings), Error);
        settings = {};
        settings.draw.temperature = -1;
        QVERIFY_EXCEPTION_THROWN(DuetSong(test::tinyCheckpoint(), settings), Error);
    }
};

QTEST_GUILESS_MAIN(tst_DuetSong)
#include "tst_DuetSong.moc"
