// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/sound/Player.h"
#include "tests/core/sound/RecordingSink.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace ricercar;
using namespace std::chrono_literals;
using test::RecordingSink;

namespace {

/// A note every `step` seconds, each as long as `length`, keys from 40 upwards.
SoundEvents notes(int count, double step, double length) {
    SoundEvents events;
    for (int i = 0; i < count; ++i) {
        events.list.push_back({i * step, MidiMessage::on(i % 16, 40 + i % 80, 100)});
        events.list.push_back({i * step + length, MidiMessage::off(i % 16, 40 + i % 80)});
    }
    std::stable_sort(events.list.begin(), events.list.end(), [](const SoundEvent& a, const SoundEvent& b) {
        return a.seconds != b.seconds ? a.seconds < b.seconds : a.message.noteOn() < b.message.noteOn();
    });
    events.seconds = events.list.empty() ? 0.0 : events.list.back().seconds;
    return events;
}

std::vector<MidiMessage> messages(const std::vector<RecordingSink::Sent>& sent) {
    std::vector<MidiMessage> all;
    for (const auto& one : sent) all.push_back(one.message);
    return all;
}

/// Everything but what panic and reset send.
std::vector<MidiMessage> music(const std::vector<RecordingSink::Sent>& sent) {
    std::vector<MidiMessage> all = messages(sent);
    std::erase_if(all, [](const MidiMessage& m) { return m.kind() == 0xB0 && m.data1 >= 120; });
    return all;
}

double secondsBetween(const RecordingSink::Sent& a, const RecordingSink::Sent& b) {
    return std::chrono::duration<double>(b.time - a.time).count();
}

}  // namespace

class tst_Player : public QObject {
    Q_OBJECT

private slots:
    void everyEventComesOnceInOrderAndNeverEarly() {
        const auto sink = std::make_shared<RecordingSink>();
        const SoundEvents events = notes(20, 0.01, 0.015);
        Player player(sink);
        player.load(events);
        player.play();
        QCOMPARE(player.state(), Player::State::Playing);
        QTRY_VERIFY(player.finished());
        QCOMPARE(player.state(), Player::State::Stopped);
        QCOMPARE(player.position(), events.seconds);
        const int panicsAtStart = 1;  // load
        QVERIFY(sink->waitForPanics(panicsAtStart + 1));

        std::vector<RecordingSink::Sent> sent = sink->sent();
        std::erase_if(sent, [](const auto& one) { return one.message.kind() == 0xB0; });
        QCOMPARE(sent.size(), events.list.size());
        double latest = 0.0;
        for (std::size_t i = 0; i < sent.size(); ++i) {
            QCOMPARE(sent[i].message, events.list[i].message);
            const double late = secondsBetween(sent.front(), sent[i]) - events.list[i].seconds;
            latest = std::max(latest, late);
        }
        qInfo("latest event: %.2f ms after its time", latest * 1000.0);
        QCOMPARE(sink->fault(), std::string());
    }

    void silenceMovesTheHeadAndPauseHoldsIt() {
        Player player;
        player.load(notes(1, 1.0, 100.0));
        QCOMPARE(player.position(), 0.0);
        player.setTempoFactor(4.0);
        player.play();
        QTRY_VERIFY(player.position() > 0.1);
        player.pause();
        const double place = player.position();
        QCOMPARE(player.state(), Player::State::Paused);
        player.seek(50.0);
        QCOMPARE(player.position(), 50.0);
        QVERIFY(place < 50.0);
        player.play();
        QTRY_VERIFY(player.position() > 50.05);
        player.stop();
        QCOMPARE(player.position(), 0.0);
        player.seek(1e9);
        QCOMPARE(player.position(), player.length());
        player.seek(std::nan(""));
        QCOMPARE(player.position(), 0.0);
    }

    void stopPauseAndSeekEndWhatSounds() {
        const auto sink = std::make_shared<RecordingSink>();
        Player player(sink);
        player.load(notes(3, 0.001, 60.0));
        player.play();
        QVERIFY(sink->waitForNotes(3));
        const int before = sink->panics();
        player.pause();
        QVERIFY(sink->waitForPanics(before + 1));
        QVERIFY(sink->silent());
        player.play();  // what sounds across the place is struck again, channel 9 apart
        QVERIFY(sink->waitForNotes(6));
        player.seek(30.0);
        QVERIFY(sink->waitForPanics(before + 2));
        QVERIFY(sink->waitForNotes(9));
        player.stop();
        QVERIFY(sink->waitForPanics(before + 3));
        QVERIFY(sink->silent());
        QCOMPARE(sink->fault(), std::string());
    }

    void seekingSendsWhatIsInForceFirst() {
        const auto sink = std::make_shared<RecordingSink>();
        SoundEvents events;
        events.list = {{0.0, MidiMessage::control(2, 7, 90)},  {0.0, {0xC2, 19, 0}},
                       {0.0, MidiMessage::on(9, 38, 80)},      {1.0, MidiMessage::control(2, 7, 70)},
                       {1.0, MidiMessage::on(2, 60, 88)},      {2.0, {0xE2, 0, 80}},
                       {5.0, MidiMessage::off(9, 38)},         {5.0, MidiMessage::off(2, 60)},
                       {6.0, MidiMessage::control(2, 7, 127)}, {6.0, MidiMessage::on(2, 61, 80)},
                       {7.0, MidiMessage::off(2, 61)}};
        events.seconds = 7.0;
        Player player(sink);
        player.load(events);
        player.seek(3.0);
        player.play();
        QVERIFY(sink->waitForNotes(1));
        const std::vector<MidiMessage> expected{
            {0xC2, 19, 0}, MidiMessage::control(2, 7, 70), {0xE2, 0, 80}, MidiMessage::on(2, 60, 88)};
        QCOMPARE(music(sink->sent()), expected);
    }

    void aChangeOfSinkLeavesTheOldOneSilentAndIsNoWorkForTheCaller() {
        const auto here = std::this_thread::get_id();
        std::atomic<bool> gone{false};
        std::atomic<bool> elsewhere{false};
        auto first = std::make_shared<RecordingSink>();
        const auto second = std::make_shared<RecordingSink>();
        bool silent = false;
        first->gone = [&, raw = first.get()] {
            silent = raw->silent() && raw->panics() > 0 && raw->fault().empty();
            elsewhere = std::this_thread::get_id() != here;
            gone = true;
        };
        Player player(first);
        player.load(notes(1, 1.0, 60.0));
        player.play();
        QVERIFY(first->waitForNotes(1));
        first.reset();
        player.setSink(second);
        QVERIFY(second->waitForNotes(1));
        QTRY_VERIFY(gone);
        QVERIFY(silent);
        QVERIFY(elsewhere);
        QCOMPARE(player.sink(), std::shared_ptr<Sink>(second));
        player.setSink(nullptr);
        QVERIFY(!player.sink()->audible());
        QVERIFY(second->waitUntil([&](const auto& sent) { return sent.size() > 1 && sent.back().message.data1 == 121; }));
        QVERIFY(second->silent());
    }

    void aLoopRepeatsItsNotesAlone() {
        const auto sink = std::make_shared<RecordingSink>();
        Player player(sink);
        player.load(notes(20, 0.01, 0.5));  // keys 40 .. 59; all of them sound across the end of the loop
        player.setLoop(LoopRegion{0.05, 0.08});
        player.seek(0.05);
        player.play();
        QVERIFY(sink->waitForNotes(60));
        QVERIFY(player.position() >= 0.05 && player.position() < 0.08);
        player.setLoop(LoopRegion{0.05, 0.051});  // too short to be one
        QVERIFY(!player.loop());
        const int panics = sink->panics();
        player.stop();
        QVERIFY(sink->waitForPanics(panics + 1));
        int strikes[128] = {};
        for (const auto& one : RecordingSink::noteOns(sink->sent())) ++strikes[one.message.data1];
        QVERIFY(strikes[45] > 3 && strikes[46] > 3 && strikes[47] > 3);
        QVERIFY(strikes[48] <= 1);  // at the loop's end: not part of it
        QCOMPARE(sink->fault(), std::string());
        QVERIFY(sink->silent());
    }

    void loopsKeepTime() {
        const auto sink = std::make_shared<RecordingSink>();
        Player player(sink);
        player.load(notes(4, 0.05, 0.01));
        player.setLoop(LoopRegion{0.0, 0.05});
        player.play();
        QVERIFY(sink->waitForNotes(31));
        const auto strikes = RecordingSink::noteOns(sink->sent());
        // A strike may be late on a busy machine; an inexact wrap would make every twenty rounds of 50 ms shorter.
        double longest = 0.0;
        for (std::size_t i = 0; i + 20 < strikes.size(); ++i)
            longest = std::max(longest, secondsBetween(strikes[i], strikes[i + 20]));
        QVERIFY2(longest > 0.98, qPrintable(QString::number(longest)));
        qInfo("20 rounds of 50 ms took %.1f ms", longest * 1000);
    }

    void playingAgainAfterTheEndStartsOver() {
        const auto sink = std::make_shared<RecordingSink>();
        Player player(sink);
        player.load(notes(3, 0.002, 0.001));
        for (std::size_t round = 1; round <= 3; ++round) {
            player.play();
            QVERIFY(!player.finished() || player.state() == Player::State::Stopped);
            QTRY_VERIFY(player.finished());
            QCOMPARE(RecordingSink::noteOns(sink->sent()).size(), 3 * round);
        }
        player.load(SoundEvents{});
        player.play();
        QTRY_VERIFY(player.finished());
    }

    void anEditedPieceSoundsOn() {
        const auto sink = std::make_shared<RecordingSink>();
        Player player(sink);
        SoundEvents events;
        events.list = {{0.0, MidiMessage::on(0, 60, 90)},
                       {0.0, MidiMessage::on(0, 64, 90)},
                       {60.0, MidiMessage::off(0, 60)},
                       {60.0, MidiMessage::off(0, 64)}};
        events.seconds = 60.0;
        player.load(events);
        player.play();
        QVERIFY(sink->waitForNotes(2));
        const int panics = sink->panics();
        SoundEvents edited;
        edited.list = {{0.0, MidiMessage::on(0, 60, 90)},
                       {0.0, MidiMessage::on(0, 67, 90)},
                       {70.0, MidiMessage::off(0, 60)},
                       {70.0, MidiMessage::off(0, 67)}};
        edited.seconds = 70.0;
        player.replace(edited);
        QVERIFY(sink->waitForNotes(3));
        const std::vector<MidiMessage> expected{MidiMessage::on(0, 60, 90), MidiMessage::on(0, 64, 90), MidiMessage::off(0, 64),
                                                MidiMessage::on(0, 67, 90)};
        QCOMPARE(music(sink->sent()), expected);
        QCOMPARE(sink->panics(), panics);
        QCOMPARE(player.state(), Player::State::Playing);
        QCOMPARE(player.length(), 70.0);
    }

    void aClickedKeySoundsWithoutPlaying() {
        const auto sink = std::make_shared<RecordingSink>();
        {
            Player player(sink);
            player.send(MidiMessage::on(0, 60, 90));
            QVERIFY(sink->waitForNotes(1));
        }
        QVERIFY(sink->silent());
        QCOMPARE(sink->fault(), std::string());
    }

    void aSlowSinkNeverHoldsTheCallerAndNotesAreNotHeaped() {
        const auto sink = std::make_shared<RecordingSink>();
        Player player(sink);
        player.load(notes(6, 0.1, 0.05));
        QVERIFY(sink->waitForPanics(1));
        player.play();
        QVERIFY(sink->waitForNotes(1));
        sink->shut(true);
        QTRY_COMPARE(player.position(), player.length());  // nothing here waits for the sink
        player.setTempoFactor(1.0);
        player.send(MidiMessage::control(0, 7, 100));
        sink->shut(false);
        QTRY_VERIFY(player.finished());
        const auto strikes = RecordingSink::noteOns(sink->sent());
        QCOMPARE(strikes.size(), std::size_t{6});
        // what is later than a quarter of a second moves the clock: 0.4 s of music takes more than 0.15 s
        const double span = secondsBetween(strikes[1], strikes[5]);
        QVERIFY2(span > 0.14, qPrintable(QString::number(span)));
    }

    void whateverIsDoneNothingHangs() {
        Random random(20260711);
        std::vector<std::shared_ptr<RecordingSink>> sinks;
        for (int i = 0; i < 3; ++i) sinks.push_back(std::make_shared<RecordingSink>());
        std::size_t done = 0;
        {
            Player player(sinks[0]);
            player.load(notes(300, 0.0005, 0.02));
            for (; done < 600; ++done) {
                const double place = random.uniform() * 0.15;
                auto& sink = sinks[random.below(3)];
                switch (random.below(12)) {
                    case 0: player.pause(); break;
                    case 1: player.stop(); break;
                    case 2: player.seek(place); break;
                    case 3: player.setLoop(LoopRegion{place, place + random.uniform() * 0.05}); break;
                    case 4: player.setLoop(std::nullopt); break;
                    case 5: player.setSink(sink); break;
                    case 6: player.setTempoFactor(0.5 + random.uniform() * 2); break;
                    case 7: player.replace(notes(100 + static_cast<int>(random.below(300)), 0.0005, 0.02)); break;
                    case 8: player.load(notes(300, 0.0005, 0.02)); break;
                    default: player.play(); break;
                }
                QVERIFY(player.position() >= 0.0);
                // let some of it sound: until the next message, or shortly
                const std::size_t enough = sink->sent().size() + random.below(20);
                sink->waitUntil([&](const auto& sent) { return sent.size() > enough; }, 2ms);
            }
        }
        for (const auto& sink : sinks) {
            QCOMPARE(sink->fault(), std::string());
            QVERIFY(sink->silent());
            QVERIFY(sink->panics() > 0);
            QVERIFY(RecordingSink::noteOns(sink->sent()).size() > 20);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Player)
#include "tst_Player.moc"
