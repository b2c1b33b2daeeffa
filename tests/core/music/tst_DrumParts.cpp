// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/DrumParts.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/music/Remedies.h"
#include "tests/core/music/MidiBytes.h"

#include <QTest>

using namespace ricercar;
using namespace ricercar::test;

namespace {

const Bytes gsReset{0, 0xF0, 10, 0x41, 0x10, 0x42, 0x12, 0x40, 0x00, 0x7F, 0x00, 0x41, 0xF7};
const Bytes xgOn{0, 0xF0, 8, 0x43, 0x10, 0x4C, 0x00, 0x00, 0x7E, 0x00, 0xF7};
const Bytes gmOn{0, 0xF0, 5, 0x7E, 0x7F, 0x09, 0x01, 0xF7};
const Bytes gm2On{0, 0xF0, 5, 0x7E, 0x7F, 0x09, 0x03, 0xF7};

/// GS "use for rhythm part" of a block.
Bytes gsPart(int block, int map) {
    return {0,
            0xF0,
            10,
            0x41,
            0x10,
            0x42,
            0x12,
            0x40,
            static_cast<std::uint8_t>(0x10 | block),
            0x15,
            static_cast<std::uint8_t>(map),
            0x00,
            0xF7};
}
Bytes xgPart(int part, int mode) {
    return {0, 0xF0, 8, 0x43, 0x10, 0x4C, 0x08, static_cast<std::uint8_t>(part), 0x07, static_cast<std::uint8_t>(mode), 0xF7};
}
Bytes bank(int channel, int msb) {
    const auto low = static_cast<std::uint8_t>(channel);
    return {0, static_cast<std::uint8_t>(0xB0 | low), 0, static_cast<std::uint8_t>(msb),
            0, static_cast<std::uint8_t>(0xC0 | low), 0};
}

/// What precedes, then a note on every channel.
Score scoreAfter(std::initializer_list<Bytes> before) {
    Bytes events = join(before);
    for (std::uint8_t channel = 0; channel < 16; ++channel)
        append(events,
               {0, static_cast<std::uint8_t>(0x90 | channel), 60, 80, 24, static_cast<std::uint8_t>(0x80 | channel), 60, 0});
    append(events, {0, 0xFF, 0x2F, 0});
    return readMidi(fileOf(events), "x.mid").sequences.at(0);
}

/// Channels that are drums, from 1.
std::vector<int> drums(const Score& score) {
    const DrumParts isDrum(score);
    std::vector<int> found;
    for (const Note& note : score.notes)
        if (isDrum(note)) found.push_back(note.channel + 1);
    return found;
}

using Channels = std::vector<int>;

}  // namespace

class tst_DrumParts : public QObject {
    Q_OBJECT
private slots:
    void banksAndSystemMessagesSayWhatIsDrums_data() {
        QTest::addColumn<Bytes>("before");
        QTest::addColumn<Channels>("expected");
        QTest::newRow("nothing") << Bytes{} << Channels{10};
        QTest::newRow("XG bank, no reset") << bank(2, 127) << Channels{3, 10};
        QTest::newRow("XG bank") << join({xgOn, bank(2, 127)}) << Channels{3, 10};
        QTest::newRow("XG effects") << join({xgOn, bank(2, 126)}) << Channels{3, 10};
        QTest::newRow("XG, channel 10 melodic") << join({xgOn, bank(9, 0)}) << Channels{};
        QTest::newRow("XG, drums and back") << join({xgOn, bank(2, 127), bank(2, 0)}) << Channels{10};
        QTest::newRow("XG part mode") << join({xgOn, xgPart(4, 2), xgPart(9, 0)}) << Channels{5};
        QTest::newRow("GM2 drums") << join({gm2On, bank(10, 120)}) << Channels{10, 11};
        QTest::newRow("GM2 melody") << join({gm2On, bank(9, 121)}) << Channels{};
        QTest::newRow("GM2 melody, no reset") << bank(9, 121) << Channels{};
        QTest::newRow("GM2, another bank") << join({gm2On, bank(2, 127)}) << Channels{10};
        QTest::newRow("GM, bank 0") << join({gmOn, bank(9, 0)}) << Channels{10};
        QTest::newRow("GS, bank 127") << join({gsReset, bank(2, 127)}) << Channels{10};
        QTest::newRow("GS rhythm part") << join({gsReset, gsPart(3, 2)}) << Channels{3, 10};
        QTest::newRow("GS rhythm part 11") << gsPart(0xA, 1) << Channels{10, 11};
        QTest::newRow("GS, channel 10 melodic") << gsPart(0, 0) << Channels{};
        QTest::newRow("a reset takes it back") << join({gsPart(3, 1), gsReset}) << Channels{10};
        QTest::newRow("another message") << Bytes{0, 0xF0, 6, 0x41, 0x10, 0x16, 0x12, 0x15, 0xF7} << Channels{10};
    }
    void banksAndSystemMessagesSayWhatIsDrums() {
        QFETCH(Bytes, before);
        QFETCH(Channels, expected);
        const Score score = scoreAfter({before});
        QCOMPARE(drums(score), expected);
        const Score again = readMidi(writeMidi(score), "again").sequences.at(0);
        QVERIFY(again == score);
    }

    void aMessageMayComeInPackets() {
        Bytes first = gsPart(3, 1);
        const Bytes second(first.begin() + 8, first.end());
        first.resize(8);
        first[2] = 5;
        Bytes packets = first;
        append(packets, {5, 0xF7, static_cast<std::uint8_t>(second.size())});
        append(packets, second);
        QCOMPARE(drums(scoreAfter({packets})), (Channels{3, 10}));
        // without its end
        Bytes open = gsPart(3, 1);
        open.pop_back();
        --open[2];
        QCOMPARE(drums(scoreAfter({open})), (Channels{3, 10}));
        // and as an escape
        Bytes escaped = gsPart(3, 1);
        escaped[1] = 0xF7;
        escaped[2] = 11;
        escaped.insert(escaped.begin() + 3, 0xF0);
        QCOMPARE(drums(scoreAfter({escaped})), (Channels{3, 10}));
    }

    void theyCountFromTheirTickOn() {
        Score score;
        score.notes = {{0, 90, 60, 80, 2, 0}, {96, 90, 60, 80, 2, 0}};
        score.events = {{96, 0xB2, 0, 127, 0}};
        score.end = 192;
        const DrumParts isDrum(score);
        QVERIFY(!isDrum(score.notes[0]) && isDrum(score.notes[1]));
    }

    void whatIsLeftOutIsSaid() {
        const Score score = scoreAfter({bank(2, 127), bank(9, 121)});
        QuantizedPart part = quantize(score).at(0);
        QCOMPARE(part.report.drums, 1);
        QCOMPARE(part.remarks,
                 (std::vector<Message>{{MessageId::GridDrumChannels, {"3", 1}}, {MessageId::GridMelodicDrumChannel, {1}}}));
        QuantizeOptions all;
        all.keepDrums = true;
        part = quantize(score, all).at(0);
        QCOMPARE(part.report.drums, 0);
        QVERIFY(part.remarks.empty());
        for (const VoiceFacts& voice : voicesOf(score)) QCOMPARE(voice.drums, voice.voice.channel == 2);
    }
};

QTEST_APPLESS_MAIN(tst_DrumParts)
#include "tst_DrumParts.moc"
