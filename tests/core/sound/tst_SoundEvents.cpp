// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/music/TempoMap.h"
#include "core/sound/Chase.h"
#include "core/sound/SoundEvents.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace ricercar;

namespace {

Score scoreOf(std::vector<Note> notes) {
    Score score;
    score.notes = std::move(notes);
    for (const Note& note : score.notes) score.end = std::max(score.end, note.start + note.duration);
    return score;
}

std::vector<MidiMessage> messages(const SoundEvents& events) {
    std::vector<MidiMessage> all;
    for (const SoundEvent& event : events.list) all.push_back(event.message);
    return all;
}

/// Random notes on two channels and few keys, so that many overlap; some of no length.
Score crowded(std::uint64_t seed) {
    Random random(seed);
    Score score;
    for (int i = 0; i < 400; ++i)
        score.notes.push_back({static_cast<Tick>(random.below(4000)), static_cast<Tick>(random.below(300)),
                               static_cast<std::uint8_t>(60 + random.below(4)),
                               static_cast<std::uint8_t>(1 + random.below(127)), static_cast<std::uint8_t>(random.below(2)),
                               0});
    std::sort(score.notes.begin(), score.notes.end(),
              [](const Note& a, const Note& b) { return a.start != b.start ? a.start < b.start : a.pitch < b.pitch; });
    score.tempos = {{0, 500'000}, {1000, 300'000}, {2500, 900'000}};
    for (int i = 0; i < 50; ++i) score.events.push_back({static_cast<Tick>(i * 80), 0xB0, 7, static_cast<std::uint8_t>(i), 0});
    score.end = 4400;
    return score;
}

}  // namespace

class tst_SoundEvents : public QObject {
    Q_OBJECT

private slots:
    void atOneMomentNotesEndThenControllersThenNotesBegin() {
        Score score = scoreOf({{0, 480, 60, 80, 0, 0}, {480, 480, 60, 90, 0, 0}});
        score.events = {{0, 0xC0, 12, 0, 0}, {480, 0xB0, 64, 127, 0}};
        const std::vector<MidiMessage> expected{{0xC0, 12, 0},
                                                MidiMessage::on(0, 60, 80),
                                                MidiMessage::off(0, 60),
                                                MidiMessage::control(0, 64, 127),
                                                MidiMessage::on(0, 60, 90),
                                                MidiMessage::off(0, 60)};
        const SoundEvents events = soundEvents(score);
        QCOMPARE(messages(events), expected);
        QCOMPARE(events.list[1].seconds, 0.0);
        QCOMPARE(events.list[2].seconds, 0.5);
        QCOMPARE(events.seconds, 1.0);
    }

    void eventsOfOneTickKeepThePlaceTheyHadInTheFile() {
        Score score = scoreOf({{0, 480, 60, 80, 0, 0}, {480, 480, 62, 90, 0, 0}});
        score.events = {{480, 0xB0, 64, 127, 0, 0, ChannelEvent::Place::BeforeEnds},
                        {480, 0xC0, 19, 0, 0, 0, ChannelEvent::Place::AfterStarts}};
        const std::vector<MidiMessage> expected{MidiMessage::on(0, 60, 80),
                                                MidiMessage::control(0, 64, 127),
                                                MidiMessage::off(0, 60),
                                                MidiMessage::on(0, 62, 90),
                                                {0xC0, 19, 0},
                                                MidiMessage::off(0, 62)};
        QCOMPARE(messages(soundEvents(score)), expected);
    }

    void drumPartsAndPortsAreSaid() {
        Score score = scoreOf({{0, 480, 60, 80, 2, 0}, {0, 480, 60, 80, 2, 1, 1}});
        score.events = {{0, 0xB2, 0, 127, 0}, {0, 0xC2, 0, 0, 0}};
        const SoundEvents events = soundEvents(score);
        const std::vector<MidiMessage> expected{
            MidiMessage::part(2, true), MidiMessage::control(2, 0, 127), {0xC2, 0, 0},
            MidiMessage::on(2, 60, 80), MidiMessage::on(2, 60, 80, 1),   MidiMessage::off(2, 60),
            MidiMessage::off(2, 60, 1)};
        QCOMPARE(messages(events), expected);
        const Chase found = chase(events, 5);
        QCOMPARE(found.setup.front(), MidiMessage::part(2, true));
        QCOMPARE(found.notes, (std::vector<MidiMessage>{MidiMessage::on(2, 60, 80, 1)}));  // not the drum
    }

    void theLengthIsTheMusic() {
        Score score = scoreOf({{0, 480, 60, 80, 0, 0}});
        score.end = 480 * 4 * 100;
        score.tempos = {{480 * 4 * 50, 400'000}};
        score.events = {{480 * 4 * 60, 0xB0, 7, 1, 0}};
        QCOMPARE(soundEvents(score).seconds, 2.0);  // the note's bar
        QCOMPARE(soundEvents(score).list.size(), std::size_t{2});
        score.end = 480 * 6;  // less than a bar behind it
        QCOMPARE(soundEvents(score).seconds, 3.0);
        score.end = 480 * 4 * 100;
        score.events = {{0, 0xB0, 64, 127, 0}, {480 * 5, 0xB0, 64, 0, 0}};  // a pedal holds on
        QCOMPARE(soundEvents(score).seconds, 2.5);
    }

    void overlapsOfOneKeyAreStruckAgainAndEndWithTheLast() {
        const SoundEvents events = soundEvents(scoreOf({{0, 960, 60, 80, 0, 0}, {480, 120, 60, 90, 0, 0}}));
        const std::vector<MidiMessage> expected{MidiMessage::on(0, 60, 80), MidiMessage::off(0, 60), MidiMessage::on(0, 60, 90),
                                                MidiMessage::off(0, 60)};
        QCOMPARE(messages(events), expected);
        QCOMPARE(events.list.back().seconds, 1.0);
        // together: one strike, as loud as the louder
        const SoundEvents together = soundEvents(scoreOf({{0, 100, 60, 40, 0, 0}, {0, 200, 60, 110, 0, 1}}));
        const std::vector<MidiMessage> once{MidiMessage::on(0, 60, 110), MidiMessage::off(0, 60)};
        QCOMPARE(messages(together), once);
    }

    void aNoteOfNoLengthSoundsForATick() {
        Score score = scoreOf({{480, 0, 60, 80, 0, 0}});
        const SoundEvents events = soundEvents(score);
        QCOMPARE(events.list.size(), std::size_t{2});
        QVERIFY(events.list[0].message.noteOn() && events.list[1].message.noteOff());
        QCOMPARE(events.list[1].seconds, TempoMap(score).seconds(481));
        QVERIFY(events.seconds >= events.list[1].seconds);
    }

    void everyNoteOnHasItsNoteOff() {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const Score score = crowded(seed);
            const SoundEvents events = soundEvents(score);
            std::map<int, bool> sounding;
            double time = 0.0;
            std::size_t controllers = 0;
            for (const SoundEvent& event : events.list) {
                QVERIFY(event.seconds >= time);
                time = event.seconds;
                const int key = event.message.channel() * 128 + event.message.data1;
                if (event.message.noteOn()) {
                    QVERIFY(!sounding[key]);
                    sounding[key] = true;
                } else if (event.message.noteOff()) {
                    QVERIFY(sounding[key]);
                    sounding[key] = false;
                } else {
                    ++controllers;
                }
            }
            QVERIFY(std::none_of(sounding.begin(), sounding.end(), [](const auto& key) { return key.second; }));
            QCOMPARE(controllers, score.events.size());
            QVERIFY(events.seconds >= time);
        }
    }

    /// Reference: what sounds at a tick, straight from the notes.
    void whatSoundsIsWhatTheScoreSays() {
        const Score score = crowded(7);
        const SoundEvents events = soundEvents(score);
        const TempoMap tempo(score);
        for (Tick tick = 0; tick < 4400; tick += 37) {
            const double seconds = tempo.seconds(tick) + tempo.seconds(1) / 1000;
            const Chase found = chase(events, eventAt(events, seconds));
            std::vector<int> expected;
            for (int key = 0; key < 2 * 128; ++key)
                if (std::any_of(score.notes.begin(), score.notes.end(), [&](const Note& note) {
                        return note.channel * 128 + note.pitch == key && note.start <= tick &&
                               tick < note.start + std::max<Tick>(note.duration, 1);
                    }))
                    expected.push_back(key);
            std::vector<int> sounding;
            for (const MidiMessage& note : found.notes) sounding.push_back(note.channel() * 128 + note.data1);
            QCOMPARE(sounding, expected);
            QCOMPARE(found.setup.size(), std::size_t{1});
            QCOMPARE(int{found.setup[0].data2}, static_cast<int>(std::min<Tick>(tick / 80, 49)));
        }
    }

    void parametersAreChasedInTheirOrder() {
        SoundEvents events;
        for (const MidiMessage message :
             {MidiMessage::control(0, 101, 0), MidiMessage::control(0, 100, 0), MidiMessage::control(0, 6, 12),
              MidiMessage::control(0, 100, 1), MidiMessage::control(0, 6, 64), MidiMessage{0xC0, 5, 0},
              MidiMessage::control(0, 0, 1), MidiMessage::control(0, 64, 127), MidiMessage::control(0, 121, 0)})
            events.list.push_back({0.0, message});
        const std::vector<MidiMessage> expected{MidiMessage::control(0, 0, 1),   {0xC0, 5, 0},
                                                MidiMessage::control(0, 101, 0), MidiMessage::control(0, 100, 0),
                                                MidiMessage::control(0, 6, 12),  MidiMessage::control(0, 100, 1),
                                                MidiMessage::control(0, 6, 64)};
        QCOMPARE(chase(events, events.list.size()).setup, expected);
    }

    void anEmptyScoreIsNoTrouble() {
        const SoundEvents events = soundEvents(Score{});
        QVERIFY(events.list.empty());
        QCOMPARE(events.seconds, 0.0);
    }
};

QTEST_APPLESS_MAIN(tst_SoundEvents)
#include "tst_SoundEvents.moc"
