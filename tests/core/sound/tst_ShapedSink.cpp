// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/NoteRecorder.h"
#include "core/sound/ShapedSink.h"
#include "tests/core/sound/RecordingSink.h"

#include <QTest>

using namespace ricercar;
using test::RecordingSink;

namespace {

std::vector<MidiMessage> messages(const RecordingSink& sink, int kind) {
    std::vector<MidiMessage> found;
    for (const auto& one : sink.sent())
        if (one.message.kind() == kind) found.push_back(one.message);
    return found;
}

}  // namespace

/// What stands between the player and a port, and what keeps the notes that come in.
class tst_ShapedSink : public QObject {
    Q_OBJECT

private slots:
    void channelsGoWhereTheMapSays() {
        const auto inner = std::make_shared<RecordingSink>();
        ChannelMap map = sameChannels;
        map[0] = 5;
        map[1] = -1;
        ShapedSink sink(inner, map);
        sink.send(MidiMessage::on(0, 60, 90));
        sink.send(MidiMessage::on(1, 61, 90));
        sink.send(MidiMessage::on(2, 62, 90));
        QCOMPARE(messages(*inner, 0x90), (std::vector<MidiMessage>{MidiMessage::on(5, 60, 90), MidiMessage::on(2, 62, 90)}));
        sink.send({0xC1, 3, 0});
        sink.send({0xC0, 4, 0});
        QCOMPARE(messages(*inner, 0xC0), (std::vector<MidiMessage>{{0xC5, 4, 0}}));
        sink.send(MidiMessage::off(0, 60));
        sink.send(MidiMessage::off(1, 61));
        sink.send(MidiMessage::off(2, 62));
        QVERIFY(inner->silent());
        QCOMPARE(messages(*inner, 0x80).size(), std::size_t{2});
    }

    /// Two channels on one: struck anew, let go with the last, never twice at once.
    void channelsThatMeetShareTheirKeys() {
        const auto inner = std::make_shared<RecordingSink>();
        ChannelMap map = sameChannels;
        map[3] = 0;
        ShapedSink sink(inner, map);
        sink.send(MidiMessage::on(0, 60, 90));
        sink.send(MidiMessage::on(3, 60, 70));
        sink.send(MidiMessage::off(0, 60));
        QVERIFY(!inner->silent());
        sink.send(MidiMessage::off(3, 60));
        QVERIFY(inner->silent());
        QCOMPARE(inner->fault(), std::string());
    }

    void theVolumeIsThatOfThePieceTimesOurs() {
        const auto inner = std::make_shared<RecordingSink>();
        ShapedSink sink(inner, sameChannels, 0.5);
        sink.send(MidiMessage::nudge());
        const auto first = messages(*inner, 0xB0);
        QCOMPARE(first.size(), std::size_t{16});
        for (const MidiMessage& message : first) QCOMPARE(int{message.data2}, 50);
        sink.send(MidiMessage::control(4, 7, 80));
        QCOMPARE(int{messages(*inner, 0xB0).back().data2}, 40);
        sink.setVolume(0.25);
        sink.send(MidiMessage::nudge());
        QCOMPARE(messages(*inner, 0xB0)[17 + 4], MidiMessage::control(4, 7, 20));
        QVERIFY(messages(*inner, 0xF0).empty());  // a nudge goes no further
        sink.send(MidiMessage::clock());
        QCOMPARE(messages(*inner, 0xF0).size(), std::size_t{1});
    }

    void whatIsPlayedBecomesNotes() {
        Score frame;
        frame.tempos.push_back({0, 1'000'000});  // a quarter a second
        frame.meters.push_back({0, {3, 4}});
        NoteRecorder recorder;
        recorder.take(0.5, MidiMessage::on(0, 50, 90));  // not asked for
        recorder.begin();
        recorder.take(-0.1, MidiMessage::on(0, 60, 90));
        recorder.take(0.5, MidiMessage::on(0, 64, 80));
        recorder.take(0.75, MidiMessage::on(0, 60, 70));  // struck again without being let go
        recorder.take(1.0, MidiMessage::control(0, 64, 127));
        recorder.take(1.5, MidiMessage::off(0, 60));
        recorder.take(1.6, MidiMessage::off(0, 99));
        QCOMPARE(recorder.notes(), std::size_t{3});
        const Score score = recorder.end(2.0, frame);
        const std::vector<Note> expected{{0, 360, 60, 90, 0, 0}, {240, 720, 64, 80, 0, 0}, {360, 360, 60, 70, 0, 0}};
        QCOMPARE(score.notes, expected);
        QCOMPARE(score.events, (std::vector<ChannelEvent>{{480, 0xB0, 64, 127, 0}}));
        QCOMPARE(score.end, Tick{960});
        QCOMPARE(score.meters, frame.meters);
        QCOMPARE(recorder.end(2.0, frame).notes.size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(tst_ShapedSink)
#include "tst_ShapedSink.moc"
