// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/sound/Player.h"
#include "tests/core/sound/RecordingSink.h"
#include "tests/core/sound/VirtualClock.h"
#include "tests/support/RandomScore.h"

#include <QTest>

using namespace ricercar;
using test::RecordingSink;
using test::VirtualClock;

namespace {

constexpr double tenMinutes = 600.0;

Score piece(Random& random) {
    Score score;
    score.tempos.push_back({0, 500'000});
    score.tracks = 3;
    const int count = 50 + static_cast<int>(random.below(400));
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<Tick>(random.below(120 * 960));
        score.notes.push_back({at, static_cast<Tick>(random.below(4 * 960)), static_cast<std::uint8_t>(random.below(128)),
                               static_cast<std::uint8_t>(1 + random.below(127)), static_cast<std::uint8_t>(random.below(16)),
                               static_cast<std::uint16_t>(random.below(3))});
        score.end = std::max(score.end, score.notes.back().start + score.notes.back().duration);
    }
    std::sort(score.notes.begin(), score.notes.end(), [](const Note& a, const Note& b) { return a.start < b.start; });
    return score;
}

SoundEvents eventsOf(const Score& score, Random& random) {
    SoundEvents events = soundEvents(score);
    if (random.below(2) == 0) addClicks(events, score);
    if (random.below(2) == 0) addClock(events, score);
    return events;
}

}  // namespace

/// Ten minutes of music in which everything is done at random: at the sinks every note-on has its note-off.
class tst_HangingNotes : public QObject {
    Q_OBJECT

private slots:
    void nothingHangs_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 3; ++seed) QTest::newRow(QByteArray::number(seed)) << seed;
    }

    void nothingHangs() {
        QFETCH(int, seed);
        Random random(static_cast<std::uint64_t>(seed));
        const auto clock = std::make_shared<VirtualClock>();
        std::vector<std::shared_ptr<RecordingSink>> ports;
        for (int i = 0; i < 4; ++i) ports.push_back(std::make_shared<RecordingSink>());
        std::size_t port = 0;
        std::array<int, 10> done{};
        {
            Player player(ports[0], clock);
            Score score = piece(random);
            player.load(eventsOf(score, random));
            player.play();
            const auto from = clock->now();
            const auto elapsed = [&] { return std::chrono::duration<double>(clock->now() - from).count(); };
            while (elapsed() < tenMinutes) {
                clock->advance(std::chrono::duration<double>(random.uniform() * 0.8));
                const std::size_t what = random.below(10);
                ++done[what];
                switch (what) {
                    case 0: player.seek(random.uniform() * player.length()); break;
                    case 1: player.pause(); break;
                    case 2: player.stop(); break;
                    case 3: {
                        const double a = random.uniform() * player.length();
                        player.setLoop(LoopRegion{a, a + random.uniform() * 3.0});
                        break;
                    }
                    case 4:
                        port = random.below(ports.size());
                        player.setSink(ports[port]);
                        break;
                    case 5:  // an edit
                        for (int i = 0; i < 20 && !score.notes.empty(); ++i)
                            score.notes.erase(score.notes.begin() +
                                              static_cast<std::ptrdiff_t>(random.below(score.notes.size())));
                        if (score.notes.size() < 40) score = piece(random);
                        player.replace(eventsOf(score, random));
                        break;
                    case 6: player.setTempoFactor(0.3 + random.uniform() * 3.0); break;
                    case 7: {
                        const int pitch = static_cast<int>(random.below(128));
                        if (random.below(2) == 0) player.send(MidiMessage::on(0, pitch, 90));
                        player.send(MidiMessage::off(0, pitch));
                        break;
                    }
                    case 8: player.panic(); break;
                    default: player.setLoop({}); break;
                }
                if (player.state() != Player::State::Playing && random.below(2) == 0)
                    player.play(random.below(3) == 0 ? countIn(score, 0, 1) : CountIn());
                for (std::size_t i = 0; i < ports.size(); ++i)  // what was left is silent at once
                    if (i != port) QTRY_VERIFY(ports[i]->silent());
            }
            player.stop();
            clock->advance(std::chrono::seconds(1));
            for (const auto& one : ports) QVERIFY(one->silent());
            player.play();
            clock->advance(std::chrono::seconds(5));
        }
        std::size_t struck = 0;
        for (const auto& one : ports) {
            QVERIFY(one->silent());
            struck += RecordingSink::noteOns(one->sent()).size();
        }
        QVERIFY(struck > 500);
        QVERIFY(std::all_of(done.begin(), done.end(), [](int count) { return count > 20; }));
    }
};

QTEST_GUILESS_MAIN(tst_HangingNotes)
#include "tst_HangingNotes.moc"
