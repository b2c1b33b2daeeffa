// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/music/MidiFile.h"
#include "core/music/Remedies.h"
#include "core/music/SectionScores.h"
#include "core/music/TempoMap.h"
#include "tests/support/RandomScore.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace ricercar;

namespace {

/// Eight bars of a tune with a bass on another track and drums on a third, 480 ticks a quarter.
Score tune(Meter meter = {4, 4}) {
    Score score;
    score.tracks = 3;
    score.tempos = {{0, 600'000}};
    score.meters = {{0, meter}};
    const Tick bar = Tick{*meter.barSteps()} * 120;
    Random random(5);
    for (Tick tick = 0; tick < 8 * bar; tick += 240) {
        score.notes.push_back({tick, 240, static_cast<std::uint8_t>(60 + random.below(20)), 80, 0, 0});
        if (tick % 480 == 0) score.notes.push_back({tick, 480, static_cast<std::uint8_t>(36 + random.below(12)), 80, 1, 1});
        if (tick % 480 == 0) score.notes.push_back({tick, 60, 30, 80, drumChannel, 2});
    }
    std::sort(score.notes.begin(), score.notes.end(),
              [](const Note& a, const Note& b) { return std::pair(a.start, a.pitch) < std::pair(b.start, b.pitch); });
    score.end = 8 * bar;
    return score;
}

PianoRoll rollOf(const Score& score, const Recipe& recipe = {}) { return remedied(score, 0, recipe).part.roll; }

}  // namespace

class tst_Remedies : public QObject {
    Q_OBJECT
private slots:
    void withoutARecipeItIsTheQuantizersRoll() {
        int parts = 0;
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            const Score score = test::randomScore(seed);
            const std::vector<QuantizedPart> expected = quantize(score);
            QCOMPARE(sectionScoresOf(score).size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i, ++parts) {
                const Remedied got = remedied(score, i, {});
                QVERIFY(got.part.roll == expected[i].roll);
                QCOMPARE(got.part.rejection, expected[i].rejection);
                QCOMPARE(got.part.report.notes, expected[i].report.notes);
                QCOMPARE(got.part.tempo, expected[i].tempo);
            }
            QVERIFY_EXCEPTION_THROWN((void)remedied(score, expected.size(), {}), std::exception);
        }
        QVERIFY(parts > 60);
    }

    void realMusicInPartsIsTheQuantizersToo() {
        const auto shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data");
        int parts = 0;
        for (const char* folder : {"midi/game", "midi/multitrack", "midi/features", "midi/piano_extra"})
            for (const auto& entry : std::filesystem::directory_iterator(shared / folder)) {
                if (entry.path().extension() != ".mid") continue;
                for (const Score& score : readMidi(entry.path()).sequences) {
                    const auto expected = quantize(score);
                    // a remedy that changes nothing: by way of one meter and quarters
                    const Recipe nothing{SustainPedal{false}};
                    for (std::size_t i = 0; i < expected.size(); ++i, ++parts) {
                        QVERIFY2(remedied(score, i, {}).part.roll == expected[i].roll, entry.path().c_str());
                        if (!score.division.smpte())
                            QVERIFY2(remedied(score, i, nothing).part.roll == expected[i].roll, entry.path().c_str());
                    }
                }
            }
        QVERIFY(parts > 250);
    }

    void beatsAreFoundAndKept() {
        // the tune as it is played without a click: 100 beats a minute, getting slower, in a file that says 120
        const Score written = tune();
        Score played = written;
        played.tempos.clear();
        std::erase_if(played.notes, [](const Note& note) { return note.channel == drumChannel; });
        const auto at = [](Tick tick) {
            const double beats = static_cast<double>(tick) / 480.0;
            return static_cast<Tick>(960.0 * (beats * 0.6 + beats * beats * 0.002));
        };
        for (Note& note : played.notes) {
            const Tick end = at(note.start + note.duration);
            note.start = at(note.start);
            note.duration = end - note.start;
        }
        played.end = at(played.end);
        const Remedied before = remedied(played, 0, {});
        const Remedied after = remedied(played, 0, {FindBeat{}});
        QVERIFY(before.part.report.meanError > 0.15);
        QVERIFY2(after.part.report.meanError < 0.1, qPrintable(QString::number(after.part.report.meanError)));
        const BeatTrack track = std::get<FindBeat>(after.recipe.at(0)).track;
        QVERIFY(track.beats.size() >= 30);
        // with the beats in the recipe nothing is searched for: corrected ones are used as they are
        QVERIFY(remedied(played, 0, after.recipe).part.roll == after.part.roll);
        const Remedied corrected = remedied(played, 0, {FindBeat{doubledTempo(track)}});
        QVERIFY(corrected.part.roll.steps() > after.part.roll.steps() * 3 / 2);
        QCOMPARE(remedied(Score{}, 0, {FindBeat{}}).part.rejection->id, MessageId::PieceNoBeat);
    }

    void barLinesArePlacedByHand() {
        const Score score = tune();
        for (const int pickup : {0, 2, 4, 15, 16, -4}) {
            const Remedied result = remedied(score, 0, {PlaceBarLine{pickup}});
            QCOMPARE(result.part.roll.barOffset(), (16 - ((pickup % 16) + 16) % 16) % 16);
            QVERIFY(notesOf(result.part.roll) == notesOf(rollOf(score)));
            QVERIFY(!result.part.report.pickupDetected);
        }
    }

    void notesAreShiftedOntoTheGrid() {
        const Score score = tune();
        Score late = score;
        for (Note& note : late.notes) note.start += 50;
        late.end += 50;
        QVERIFY(remedied(late, 0, {}).part.report.meanError > 0.4);
        QVERIFY(std::abs(bestShift(late) + 50.0 / 120.0) < 1e-9);
        const Remedied moved = remedied(late, 0, {ShiftNotes{bestShift(late)}});
        QCOMPARE(moved.part.report.meanError, 0.0);
        QVERIFY(notesOf(moved.part.roll) == notesOf(rollOf(score)));
        // earlier than the start: by whole bars later instead
        const PianoRoll wrapped = rollOf(score, {ShiftNotes{-3.0}});
        QCOMPARE(notesOf(wrapped).front().start, 13);
        QCOMPARE(notesOf(wrapped).size(), notesOf(rollOf(score)).size());
        QVERIFY(rollOf(score, {ShiftNotes{std::nan("")}}) == rollOf(score));
        QVERIFY(rollOf(score, {ShiftNotes{1e300}}).valid());
    }

    void tempoIsDoubledAndHalved() {
        const Score score = tune();
        const Remedied twice = remedied(score, 0, {ScaleTempo{true}});
        QCOMPARE(twice.part.tempo, 200.0);
        const auto notes = notesOf(rollOf(score)), longer = notesOf(twice.part.roll);
        QCOMPARE(longer.size(), notes.size());
        for (std::size_t i = 0; i < notes.size(); ++i)
            QCOMPARE(longer[i], (RollNote{notes[i].start * 2, notes[i].length * 2, notes[i].pitch}));
        QVERIFY(std::abs(TempoMap(twice.score).seconds(twice.score.end) - TempoMap(score).seconds(score.end)) < 1e-6);
        QVERIFY(rollOf(score, {ScaleTempo{true}, ScaleTempo{false}}) == rollOf(score));
        const Remedied half = remedied(score, 0, {ScaleTempo{false}});
        QCOMPARE(half.part.tempo, 50.0);
        QCOMPARE(half.part.roll.steps(), rollOf(score).steps() / 2);
    }

    void voicesAreChosen() {
        const Score score = tune();
        const auto voices = voicesOf(score);
        QCOMPARE(voices.size(), std::size_t{3});
        QCOMPARE(voices[1].voice, (Voice{1, 1}));
        QCOMPARE(voices[1].notes, 32);
        QVERIFY(voices[1].lowestPitch >= 36 && voices[1].highestPitch < 48);
        const PianoRoll bass = rollOf(score, {ChooseVoices{{{1, 1}}}});
        QCOMPARE(notesOf(bass).size(), std::size_t{32});
        const Remedied none = remedied(score, 0, {ChooseVoices{{{7, 7}}}});
        QCOMPARE(none.part.rejection->id, MessageId::PieceNoVoices);
        QCOMPARE(none.part.roll.steps(), 0);
        // drums are chosen and kept
        QCOMPARE(notesOf(rollOf(score, {ChooseVoices{{{2, 9}}}, Drums{true}})).size(), std::size_t{32});
    }

    void drumsAreKeptOrDropped() {
        const Score score = tune();
        QCOMPARE(notesOf(rollOf(score, {Drums{true}})).size(), notesOf(rollOf(score)).size() + 32);
        QVERIFY(rollOf(score, {Drums{false}}) == rollOf(score));
        QuantizeOptions options;
        options.keepDrums = true;
        QVERIFY(remedied(score, 0, {Drums{false}}, options).part.roll == rollOf(score));
    }

    void thePedalIsFoldedIn() {
        Score score = tune();
        score.events = {{0, 0xB1, 64, 127, 1}, {3840, 0xB1, 64, 0, 1}};
        score.notes.clear();
        score.notes.push_back({0, 120, 60, 80, 1, 1});
        QCOMPARE(notesOf(rollOf(score)), (std::vector<RollNote>{{0, 1, 60}}));
        QCOMPARE(notesOf(rollOf(score, {SustainPedal{true}})), (std::vector<RollNote>{{0, 32, 60}}));
    }

    void silenceIsTrimmedByBars() {
        Score score;
        score.meters = {{0, {3, 4}}};
        score.notes = {{2 * 1440 + 480, 480, 60, 80, 0, 0}, {4 * 1440, 100, 64, 80, 0, 0}};
        score.end = 20 * 1440;
        const Remedied result = remedied(score, 0, {PlaceBarLine{0}, TrimSilence{}});
        QCOMPARE(result.firstStep, 24);
        QCOMPARE(result.part.roll.steps(), 36);
        QCOMPARE(result.part.roll.barOffset() % 12, 0);
        QCOMPARE(notesOf(result.part.roll), (std::vector<RollNote>{{4, 4, 60}, {24, 1, 64}}));
        const auto exact = exactNotes(result);
        QCOMPARE(exact.size(), std::size_t{2});
        QCOMPARE(exact[0].start, 4.0);
        QCOMPARE(exact[1].start, 24.0);
        QVERIFY(std::abs(exact[1].end - 24.0 - 100.0 / 120.0) < 1e-9);
        // with a pick-up the bars are those of the music
        const Remedied offset = remedied(score, 0, {PlaceBarLine{4}, TrimSilence{}});
        QCOMPARE((offset.firstStep + 12 - 4) % 12, 0);
        QCOMPARE(offset.part.roll.stepInBar(0), 0);
        QVERIFY(remedied(tune(), 0, {TrimSilence{}}).part.roll.steps() == 128);
    }

    void metersAreJoined() {
        Score score = tune();
        score.meters = {{0, {4, 4}}, {1920 * 2, {2, 4}}, {1920 * 2 + 960, {4, 4}}};
        QCOMPARE(quantize(score).size(), std::size_t{3});
        const Remedied all = remedied(score, 0, {JoinMeters{}});
        QCOMPARE(all.part.meter, (Meter{4, 4}));
        QVERIFY(notesOf(all.part.roll) == notesOf(rollOf(tune())));
        for (const std::size_t part : {1U, 2U})
            QCOMPARE(remedied(score, part, {JoinMeters{}}).part.rejection->id, MessageId::PieceJoined);
        QCOMPARE(remedied(score, 1, {TrimSilence{}}).part.roll.steps(), 8);
    }

    void recipesGrowSensibly() {
        Recipe recipe;
        recipe = withRemedy(recipe, ShiftNotes{0.25});
        recipe = withRemedy(recipe, Drums{true});
        recipe = withRemedy(recipe, ShiftNotes{0.5});
        QCOMPARE(recipe, (Recipe{ShiftNotes{0.75}, Drums{true}}));
        recipe = withRemedy(recipe, ShiftNotes{-0.75});
        recipe = withRemedy(recipe, Drums{false});
        QCOMPARE(recipe, (Recipe{Drums{false}}));
        recipe = withRemedy(withRemedy(withRemedy({}, ScaleTempo{true}), ScaleTempo{true}), ScaleTempo{false});
        QCOMPARE(recipe, (Recipe{ScaleTempo{true}}));
        QVERIFY(withoutRemedy(withRemedy(recipe, SetAside{}), ScaleTempo{}) == Recipe{SetAside{}});
        QVERIFY(remedied(tune(), 0, {SetAside{}}).setAside);
    }

    void anyRecipeOnAnyScoreGivesAValidRoll() {
        Random random(3);
        const std::vector<Remedy> all{FindBeat{},         JoinMeters{},      PlaceBarLine{5},        ShiftNotes{-7.3},
                                      ScaleTempo{true},   ScaleTempo{false}, ChooseVoices{{{0, 0}}}, Drums{true},
                                      SustainPedal{true}, TrimSilence{}};
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            const Score score = test::randomScore(seed);
            Recipe recipe;
            for (int i = 0; i < 4; ++i) recipe.push_back(all[random.below(all.size())]);
            for (std::size_t part = 0; part < sectionScoresOf(score).size(); ++part) {
                const Remedied result = remedied(score, part, recipe);
                QVERIFY(result.part.roll.valid());
                QVERIFY(result.part.rejection || result.part.roll.steps() > 0);
                (void)exactNotes(result);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Remedies)
#include "tst_Remedies.moc"
