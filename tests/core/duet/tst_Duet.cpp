// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duet/Duet.h"
#include "core/music/MidiFile.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/core/sound/VirtualClock.h"

#include <QTest>

#include <map>
#include <mutex>

using namespace ricercar;

namespace {

/// What a duet sends, with the moments of its clock.
struct Heard {
    std::shared_ptr<test::VirtualClock> clock = std::make_shared<test::VirtualClock>();
    PlayerClock::Time begin = clock->now();
    std::mutex mutex;
    std::vector<std::pair<double, MidiMessage>> sent;
    std::vector<std::pair<double, bool>> clicks;
    std::vector<std::vector<Cell>> rows;

    [[nodiscard]] double now() const { return std::chrono::duration<double>(clock->now() - begin).count(); }
    DuetOutput output() {
        return {[this](const MidiMessage& message) {
                    const std::lock_guard lock(mutex);
                    if (message.noteOn() || message.noteOff())
                        sent.emplace_back(now(), message);
                    else
                        QCOMPARE(message, (MidiMessage{0xC1, 12, 0}));  // the model's program, once
                },
                [this](bool accent) {
                    const std::lock_guard lock(mutex);
                    clicks.emplace_back(now(), accent);
                },
                [this](int step, std::span<const Cell> row) {
                    const std::lock_guard lock(mutex);
                    if (step == static_cast<int>(rows.size())) rows.emplace_back(row.begin(), row.end());
                }};
    }
};

DuetSettings answering() {
    DuetSettings settings;
    settings.bars = 1;
    settings.tempo = 150;  // a 16th is 0.1 s, a bar 1.6 s
    settings.draw.conservativity = 0.5;
    settings.style.program = 12;
    return settings;
}

MidiArrival at(const Heard& heard, double seconds, const MidiMessage& message) {
    return {heard.begin + std::chrono::duration_cast<PlayerClock::Base::duration>(std::chrono::duration<double>(seconds)),
            message};
}

}  // namespace

class tst_Duet : public QObject {
    Q_OBJECT
private slots:
    void itAnswersInTimeAndEndsWhatItBegan() {
        Heard heard;
        Duet duet(test::tinyCheckpoint(30), answering(), heard.output(), heard.clock);
        duet.hear(at(heard, 1.62, MidiMessage::on(0, 60, 70)));  // after a bar of count-in, on the first step
        duet.hear(at(heard, 2.01, MidiMessage::off(0, 60)));
        heard.clock->advance(std::chrono::duration<double>(1.6 + 1.55));
        QVERIFY(heard.sent.empty());  // the count-in, and the person's bar
        QVERIFY(!duet.view().counting);
        QVERIFY(!duet.view().modelTurn);
        heard.clock->advance(std::chrono::duration<double>(1.6));
        QVERIFY(duet.view().modelTurn);
        QVERIFY(!heard.sent.empty());
        const Take take = duet.stop();

        std::map<int, int> open;
        for (const auto& [when, message] : heard.sent) {
            QCOMPARE(message.channel(), 1);
            const double step = (when - 1.6) / 0.1;
            if (message.noteOn()) {
                QVERIFY2(std::abs(step - std::round(step)) < 1e-6, qPrintable(QString::number(step)));
                QVERIFY(step > 15.5 && step < 32);
                QCOMPARE(open[message.data1]++, 0);
            } else {
                QCOMPARE(open[message.data1]--, 1);
            }
        }
        for (const auto& [pitch, count] : open) QCOMPARE(count, 0);
        const DuetView view = duet.view();
        QCOMPARE(view.answers, 16);
        QCOMPARE(view.late, 0);

        // both are in the take: the person as played, each on a track of its own
        QCOMPARE(take.tempo, 150.0);
        QVERIFY(take.roll.valid());
        QVERIFY(take.roll.articulates(0, 60) && take.roll.plays(3, 60) && !take.roll.plays(4, 60));
        const Score score = readMidi(take.score, "take").sequences.front();
        const auto yours = std::ranges::find_if(score.notes, [](const Note& note) { return note.channel == 0; });
        QVERIFY(yours != score.notes.end());
        QCOMPARE(int{yours->velocity}, 70);
        QVERIFY(yours->start > 0);  // a little late, as it was played
        QVERIFY(std::ranges::any_of(score.notes, [](const Note& note) { return note.channel == 1; }));
        const double ticks = score.division.ticksPerQuarter / double{stepsPerQuarter};
        for (const Note& note : score.notes)
            if (note.channel == 1)
                QVERIFY(
                    take.roll.articulates(static_cast<int>(std::lround(static_cast<double>(note.start) / ticks)), note.pitch));
    }

    void theMetronomeCountsInAndGoesOn() {
        Heard heard;
        DuetSettings settings = answering();
        settings.meter = {3, 4};
        Duet duet(test::tinyCheckpoint(), settings, heard.output(), heard.clock);
        heard.clock->advance(std::chrono::duration<double>(2.5));
        QCOMPARE(heard.clicks.size(), std::size_t{7});
        for (std::size_t i = 0; i < heard.clicks.size(); ++i) {
            QVERIFY(std::abs(heard.clicks[i].first - 0.4 * static_cast<double>(i)) < 1e-6);
            QCOMPARE(heard.clicks[i].second, i % 3 == 0);
        }
        QCOMPARE(static_cast<int>(heard.rows.size()), duet.stop().roll.steps());
    }

    void nothingIsKeptOfACountIn() {
        Heard heard;
        Duet duet(test::tinyCheckpoint(), answering(), heard.output(), heard.clock);
        heard.clock->advance(std::chrono::duration<double>(0.5));
        QVERIFY(duet.view().counting);
        QCOMPARE(duet.stop().roll.steps(), 0);
        QVERIFY(heard.sent.empty());
    }

    void itPlaysAlongWithWhatIsHeld() {
        Heard heard;
        DuetSettings settings = answering();
        settings.kind = DuetKind::Accompany;
        settings.countInBars = 0;
        Duet duet(test::tinyCheckpoint(30), settings, heard.output(), heard.clock);
        duet.hear(at(heard, 0.0, MidiMessage::on(0, 60, 70)));
        heard.clock->advance(std::chrono::duration<double>(3.25));
        QVERIFY(!heard.sent.empty());
        for (const auto& [when, message] : heard.sent) QVERIFY(when < 0.15 || message.data1 < 60);
        const Take take = duet.stop();
        for (int step = 1; step < take.roll.steps(); ++step) QVERIFY(take.roll.plays(step, 60));
        QCOMPARE(duet.view().answers, 33);
    }

    void itCanBeLetGoAtAnyMoment() {
        for (int moment = 0; moment < 20; ++moment) {
            Heard heard;
            Duet duet(test::tinyCheckpoint(), answering(), heard.output(), heard.clock);
            if (moment > 0) heard.clock->advance(std::chrono::duration<double>(0.237 * moment));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Duet)
#include "tst_Duet.moc"
