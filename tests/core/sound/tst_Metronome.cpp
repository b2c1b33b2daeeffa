// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Quantizer.h"
#include "core/sound/Metronome.h"
#include "core/sound/Player.h"
#include "tests/core/sound/RecordingSink.h"
#include "tests/core/sound/VirtualClock.h"

#include <QTest>

using namespace ricercar;
using test::RecordingSink;
using test::VirtualClock;

namespace {

Score bars(Meter meter, int quarters, double tempo = 120.0) {
    Score score;
    score.tempos.push_back({0, static_cast<std::uint32_t>(60e6 / tempo)});
    score.meters.push_back({0, meter});
    score.end = quarters * 480;
    return score;
}

/// Keeps clicks apart, as a sink with a path of its own.
class ClickSink final : public Sink {
public:
    explicit ClickSink(std::shared_ptr<VirtualClock> clock) : clock_(std::move(clock)) {}
    [[nodiscard]] std::string name() const override { return "clicks"; }
    void send(const MidiMessage& message) override {
        const std::lock_guard lock(mutex_);
        sent_.push_back({clock_->now(), message});
    }
    bool click(bool accent) override {
        const std::lock_guard lock(mutex_);
        sent_.push_back({clock_->now(), MidiMessage::click(accent)});
        return true;
    }
    std::vector<RecordingSink::Sent> of(const std::function<bool(const MidiMessage&)>& wanted) const {
        const std::lock_guard lock(mutex_);
        std::vector<RecordingSink::Sent> found;
        for (const auto& one : sent_)
            if (wanted(one.message)) found.push_back(one);
        return found;
    }

private:
    std::shared_ptr<VirtualClock> clock_;
    mutable std::mutex mutex_;
    std::vector<RecordingSink::Sent> sent_;
};

bool isClick(const MidiMessage& message) { return message.status == 0xF9; }
bool isClock(const MidiMessage& message) { return message.status == 0xF2 || (message.status >= 0xF8 && !isClick(message)); }

}  // namespace

class tst_Metronome : public QObject {
    Q_OBJECT

private slots:
    void beatsFollowTheMeter() {
        const auto count = [](const std::vector<Click>& found) {
            return std::count_if(found.begin(), found.end(), [](const Click& click) { return click.accent; });
        };
        const auto four = clicks(bars({4, 4}, 16));
        QCOMPARE(four.size(), std::size_t{16});
        QCOMPARE(count(four), 4);
        QCOMPARE(four[5].seconds, 2.5);
        const auto six = clicks(bars({6, 8}, 12));  // four bars of two dotted quarters
        QCOMPARE(six.size(), std::size_t{8});
        QCOMPARE(count(six), 4);
        QCOMPARE(six[1].seconds, 0.75);
        const auto three = clicks(bars({3, 8}, 3));  // no compound meter: two bars of three eighths
        QCOMPARE(three.size(), std::size_t{6});
        QCOMPARE(count(three), 2);
        const auto slow = clicks(bars({3, 4}, 6, 60));
        QCOMPARE(slow.back().seconds, 5.0);
        Score none;
        none.end = 4 * 480;
        QCOMPARE(clicks(none).size(), std::size_t{4});
    }

    void aPickUpHasNoAccent() {
        const auto found = clicks(toScore(PianoRoll(pianoRange, 36, {4, 4}, 12)));
        QCOMPARE(found.size(), std::size_t{9});
        QVERIFY(!found[0].accent);
        QVERIFY(found[1].accent && found[5].accent);
        QVERIFY(!found[2].accent);
        const CountIn count = countIn(toScore(PianoRoll(pianoRange, 36, {4, 4}, 12), 60), 0, 1, 2.0);
        QCOMPARE(count.clicks.size(), std::size_t{4});
        QCOMPARE(count.seconds, 2.0);
    }

    void badMetersMakeNoFlood() {
        Score score = bars({255, 128}, 4);
        score.meters.push_back({480, {0, 0}});
        score.meters.push_back({960, {-3, 1 << 20}});
        QVERIFY(clicks(score).size() < 1000);
        score.end = Tick{1} << 40;
        QVERIFY(clicks(score).size() <= 1'000'000);
    }

    void theCountInComesBeforeTheMusicAndClicksNeverHang() {
        const auto clock = std::make_shared<VirtualClock>();
        const auto sink = std::make_shared<ClickSink>(clock);
        PianoRoll roll(pianoRange, 32);
        roll.addNote(0, 4, 60);
        Score score = toScore(roll, 120);
        SoundEvents events = soundEvents(score);
        addClicks(events, score);
        Player player(sink, clock);
        player.load(events);
        const auto begun = clock->now();
        player.play(countIn(score, 0, 1));
        clock->advance(std::chrono::milliseconds(1900));
        QVERIFY(player.counting());
        QCOMPARE(player.position(), 0.0);
        QCOMPARE(sink->of(isClick).size(), std::size_t{4});
        clock->advance(std::chrono::milliseconds(1100));
        QVERIFY(!player.counting());
        const auto notes = sink->of([](const MidiMessage& message) { return message.noteOn(); });
        QCOMPARE(notes.size(), std::size_t{1});
        QVERIFY(notes[0].time - begun == std::chrono::seconds(2));
        QCOMPARE(player.position(), 1.0);
        QCOMPARE(sink->of(isClick).size(), std::size_t{7});
        player.stop();
        player.play(countIn(score, 0, 2));
        clock->advance(std::chrono::milliseconds(600));
        player.pause();  // while it counts: nothing was played
        clock->advance(std::chrono::seconds(10));
        QCOMPARE(player.position(), 0.0);
        QVERIFY(!player.counting());
        QCOMPARE(sink->of([](const MidiMessage& message) { return message.noteOn(); }).size(), std::size_t{1});
    }

    /// Without a path of its own the wood block of the drum channel clicks, each note-on with its note-off.
    void otherSinksGetAWoodBlock() {
        const auto clock = std::make_shared<VirtualClock>();
        const auto sink = std::make_shared<RecordingSink>();
        Score score = bars({4, 4}, 8);
        SoundEvents events = soundEvents(score);
        addClicks(events, score);
        Player player(sink, clock);
        player.load(events);
        player.play();
        clock->advance(std::chrono::seconds(5));
        const auto struck = RecordingSink::noteOns(sink->sent());
        QCOMPARE(struck.size(), std::size_t{8});
        QCOMPARE(struck[0].message.channel(), 9);
        QVERIFY(struck[0].message.data1 != struck[1].message.data1);
        QVERIFY(sink->silent());
        QCOMPARE(sink->fault(), std::string());
    }

    void midiClockStartsStopsAndContinues() {
        const auto clock = std::make_shared<VirtualClock>();
        const auto sink = std::make_shared<ClickSink>(clock);
        Score score = bars({4, 4}, 64);
        SoundEvents events = soundEvents(score);
        addClock(events, score);
        Player player(sink, clock);
        player.load(events);
        player.play();
        clock->advance(std::chrono::milliseconds(1010));
        const auto kinds = [&] {
            QByteArray text;
            for (const auto& one : sink->of(isClock)) {
                const std::uint8_t status = one.message.status;
                text += status == 0xF8 ? '.' : status == 0xFA ? 'S' : status == 0xFB ? 'C' : status == 0xFC ? 'E' : 'P';
            }
            return text;
        };
        QCOMPARE(kinds(), "S" + QByteArray(49, '.'));
        player.pause();
        clock->advance(std::chrono::milliseconds(1));
        QCOMPARE(kinds(), "S" + QByteArray(49, '.') + "E");
        player.play();
        clock->advance(std::chrono::milliseconds(500));
        // 49 clocks were sent: the next 16th is the ninth, after five clocks that only keep the tempo
        QVERIFY2(kinds().startsWith("S" + QByteArray(49, '.') + "EP.....C..."), kinds());
        const auto positions = sink->of([](const MidiMessage& message) { return message.status == 0xF2; });
        QCOMPARE(positions.size(), std::size_t{1});
        QCOMPARE(int{positions[0].message.data1}, 9);
        player.seek(0.0);
        clock->advance(std::chrono::milliseconds(1));
        QVERIFY(kinds().endsWith("ES."));
        player.stop();
        clock->advance(std::chrono::milliseconds(1));
        QVERIFY(kinds().endsWith("ES.E"));
    }
};

QTEST_GUILESS_MAIN(tst_Metronome)
#include "tst_Metronome.moc"
