// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/music/MidiFile.h"
#include "tests/core/music/MidiBytes.h"
#include "tests/support/RandomScore.h"

#include <QTest>

#include <algorithm>

using namespace ricercar;
using namespace ricercar::test;

namespace {

MidiFile read(const Bytes& bytes) { return readMidi(bytes, "x.mid"); }
Score only(const Bytes& bytes) { return read(bytes).sequences.at(0); }

bool warns(const MidiFile& file, MessageId id) {
    return std::any_of(file.warnings.begin(), file.warnings.end(), [id](const Message& warning) { return warning.id == id; });
}

std::string refusal(const Bytes& bytes) {
    try {
        read(bytes);
    } catch (const Error& error) {
        return error.what();
    }
    return "read";
}

const Bytes oneNote{0, 0x90, 60, 80, 96, 0x80, 60, 0, 0, 0xFF, 0x2F, 0};
constexpr std::uint8_t endDelta = 0;

}  // namespace

class tst_MidiFile : public QObject {
    Q_OBJECT
private slots:
    void aNoteIsStartLengthKeyAndStrength() {
        const MidiFile file = read(fileOf(oneNote));
        QCOMPARE(file.format, 0);
        QCOMPARE(file.tracks, 1);
        QCOMPARE(file.noteOns, 1);
        QCOMPARE(file.division.ticksPerQuarter, 96);
        QVERIFY(file.warnings.empty());
        const std::vector<Note> expected{{0, 96, 60, 80, 0, 0}};
        QCOMPARE(file.sequences.at(0).notes, expected);
        QCOMPARE(file.sequences.at(0).end, 96);
    }

    void runningStatusIsKeptAcrossMetaAndSysex() {
        const Bytes bytes =
            fileOf({0,  0x95, 60, 80,       10,   60,   0,                                    // off by velocity 0
                    0,  0xF0, 3,  1,        2,    0xF7, 0,  62, 81,                           // after a sysex
                    10, 0xFF, 1,  1,        'a',  0,    62, 0,  0,  0xF7, 1, 0x55, 5, 64, 1,  // after a text, an escape
                    1,  64,   0,  endDelta, 0xFF, 0x2F, 0});
        const std::vector<Note> expected{{0, 10, 60, 80, 5, 0}, {10, 10, 62, 81, 5, 0}, {25, 1, 64, 1, 5, 0}};
        QCOMPARE(only(bytes).notes, expected);
    }

    void everyMetaAndChannelEventHasItsPlace() {
        const Score score =
            only(fileOf({0, 0xFF, 0x51, 3,    0x07, 0xA1, 0x20,          // 500000
                         0, 0xFF, 0x58, 4,    6,    3,    36,   8,       // 6/8
                         0, 0xFF, 0x59, 2,    0xFD, 1,                   // three flats, minor
                         0, 0xFF, 3,    2,    'F',  0xFC,                // Latin-1
                         0, 0xFF, 5,    3,    'a',  0xC3, 0xBC,          // UTF-8
                         0, 0xFF, 0x7F, 2,    1,    2,                   // sequencer specific
                         0, 0xFF, 0x54, 5,    0,    0,    0,    0,   0,  // SMPTE offset
                         0, 0xC3, 40,   0x81, 0x00, 0xB3, 64,   127,     // 128 ticks later
                         0, 0xE3, 1,    2,    0,    0xD3, 9,    0,   0xA3, 60, 7, 0x83, 0x80, 0x00, 0xFF, 0x2F, 0}));
        QCOMPARE(score.tempos, (std::vector<TempoChange>{{0, 500'000}}));
        QCOMPARE(score.meters, (std::vector<MeterChange>{{0, {6, 8}}}));
        QCOMPARE(score.keys, (std::vector<KeyChange>{{0, -3, true}}));
        QCOMPARE(score.texts, (std::vector<TextEvent>{{0, 3, 0, "F\xC3\xBC"}, {0, 5, 0, "a\xC3\xBC"}}));
        const std::vector<ChannelEvent> events{
            {0, 0xC3, 40, 0, 0}, {128, 0xB3, 64, 127, 0}, {128, 0xE3, 1, 2, 0}, {128, 0xD3, 9, 0, 0}, {128, 0xA3, 60, 7, 0}};
        QCOMPARE(score.events, events);
        QCOMPARE(score.end, 128 + (3 << 14));
    }

    void formatsAreReadAsTheyAre() {
        const Bytes second{5, 0x91, 50, 70, 96, 0x81, 50, 0, 0, 0xFF, 0x2F, 0};
        const MidiFile together = read(join({header(1, 2, 96), track(oneNote), track(second)}));
        QCOMPARE(together.sequences.size(), std::size_t{1});
        QCOMPARE(together.sequences[0].tracks, 2);
        QCOMPARE(together.sequences[0].notes, (std::vector<Note>{{0, 96, 60, 80, 0, 0}, {5, 96, 50, 70, 1, 1}}));
        QCOMPARE(together.sequences[0].end, 101);

        const MidiFile apart = read(join({header(2, 2, 96), track(oneNote), track(second)}));
        QCOMPARE(apart.tracks, 2);
        QCOMPARE(apart.sequences.size(), std::size_t{2});
        QCOMPARE(apart.sequences[1].notes, (std::vector<Note>{{5, 96, 50, 70, 1, 0}}));
        QCOMPARE(apart.sequences[1].division.ticksPerQuarter, 96);

        const MidiFile odd = read(join({header(7, 2, 96), track(oneNote), track(second)}));
        QCOMPARE(odd.sequences, together.sequences);
        QVERIFY(warns(odd, MessageId::MidiUnknownFormat));
    }

    void divisionsAreTicksOrFrames() {
        const auto rate = [](int division) {
            return read(join({header(0, 1, division), track(oneNote)})).division.ticksPerSecond;
        };
        QCOMPARE(rate(0xE728), 1000.0);                    // 25 frames of 40
        QCOMPARE(rate(0xE204), 120.0);                     // 30 frames of 4
        QCOMPARE(rate(0xE364), 30000.0 / 1001.0 * 100.0);  // 29.97 frames
        QCOMPARE(rate(0xE801), 24.0);
        for (const int senseless : {0, 0xFFFF, 0xE700, 0x8001})
            QVERIFY(refusal(join({header(0, 1, senseless), track(oneNote)})).find("byte 12") != std::string::npos);
    }

    void whatStandsAroundTheChunksIsSkipped() {
        const std::vector<Note> expected = only(fileOf(oneNote)).notes;
        const Bytes garbage(128, 'M');
        const auto check = [&](const Bytes& bytes, MessageId id) {
            const MidiFile file = read(bytes);
            QCOMPARE(file.sequences.at(0).notes, expected);
            QVERIFY(warns(file, id));
        };
        check(join({garbage, fileOf(oneNote)}), MessageId::MidiLeadingBytes);
        check(join({header(0, 1, 96), chunk("Junk", Bytes(77, 1)), track(oneNote)}), MessageId::MidiAlienChunk);
        check(join({fileOf(oneNote), {0}}), MessageId::MidiStrayBytes);
        check(join({header(0, 1, 96), Bytes(9, 0xFF), track(oneNote)}), MessageId::MidiStrayBytes);
        check(join({header(1, 9, 96), track(oneNote)}), MessageId::MidiTrackCount);
        check(join({header(0, 1, 96), track(oneNote, 1 << 24)}), MessageId::MidiTrackTooLong);

        Bytes longHeader = chunk("MThd", {0, 0, 0, 1, 0, 96, 1, 2, 3, 4});
        QCOMPARE(only(join({longHeader, track(oneNote)})).notes, expected);
    }

    void aRiffFileIsUnwrapped() {
        Bytes data = fileOf(oneNote);
        const auto little = [](std::size_t size) {
            return Bytes{static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(size >> 8), 0, 0};
        };
        const Bytes riff = join({{'R', 'I', 'F', 'F'},
                                 little(4 + 8 + 3 + 1 + 8 + data.size() + 12),
                                 {'R', 'M', 'I', 'D'},
                                 {'D', 'I', 'S', 'P'},
                                 little(3),
                                 {1, 2, 3, 0},  // padded to an even length
                                 {'d', 'a', 't', 'a'},
                                 little(data.size()),
                                 data,
                                 {'L', 'I', 'S', 'T'},
                                 little(4),
                                 {9, 9, 9, 9}});
        const MidiFile file = read(riff);
        QCOMPARE(file.noteOns, 1);
        QVERIFY(file.warnings.empty());
    }

    void aTrackGivesWhatPrecedesItsDamage() {
        const auto check = [](const Bytes& events, std::size_t notes, Tick end, MessageId id) {
            const MidiFile file = read(fileOf(events));
            QCOMPARE(file.sequences.at(0).notes.size(), notes);
            QCOMPARE(file.sequences.at(0).end, end);
            QVERIFY(warns(file, id));
        };
        check({0, 0x90, 60, 80, 96, 0x80, 60}, 1, 96, MessageId::MidiTrackCut);
        check({0, 0x90, 60, 80, 96, 0x80, 60, 0}, 1, 96, MessageId::MidiNoEndOfTrack);
        check({0, 60, 80, 96, 60, 0}, 0, 0, MessageId::MidiNoStatus);
        check({}, 0, 0, MessageId::MidiNoEndOfTrack);
        check({0, 0x90, 60, 80, 9, 0x80, 60, 0, 1, 0xFF, 1, 0x8F, 0xFF, 0xFF, 0x7F, 1, 2}, 1, 10, MessageId::MidiTrackCut);
        check({0, 0x90, 60, 80, 9, 0x80, 60, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0x90, 60, 1}, 1, 9, MessageId::MidiTrackCut);
        check(join({oneNote, {0, 0x90, 60, 80}}), 1, 96, MessageId::MidiAfterEndOfTrack);
    }

    void valuesOutOfRangeDoNotCostNotes() {
        const MidiFile file = read(fileOf({0, 0xFF, 0x59, 2,    32, 9,                                       // key
                                           0, 0xFF, 0x58, 4,    0,  40,   24, 8,                             // meter 0/2^40
                                           0, 0xFF, 0x51, 2,    7,  7,    0,  0xFF, 0x51, 3,    0,    0, 0,  // tempos
                                           0, 0xC0, 168,                                                     // program
                                           0, 0xF4, 0,    0xFE, 0,  0xF2, 1,  2,                             // system messages
                                           0, 0x90, 60,   200,  96, 0x80, 60, 0,    0,    0xFF, 0x2F, 0}));
        const Score& score = file.sequences.at(0);
        QCOMPARE(score.notes, (std::vector<Note>{{0, 96, 60, 127, 0, 0}}));
        QVERIFY(score.keys.empty() && score.meters.empty() && score.tempos.empty());
        for (const MessageId id : {MessageId::MidiBadKey, MessageId::MidiBadMeter, MessageId::MidiBadTempo,
                                   MessageId::MidiDataBytes, MessageId::MidiSystemMessages})
            QVERIFY(warns(file, id));
    }

    void notesOfOneKeyEndInTheOrderTheyBegan() {
        const MidiFile file = read(fileOf({0,  0x90, 60, 80, 10, 60,   70,   10, 0x80, 60, 0,  // the first ends
                                           10, 0x80, 60, 0,                                    // the second
                                           0,  0x80, 60, 0,                                    // nothing sounds
                                           0,  0x90, 61, 1,  20, 0xFF, 0x2F, 0}));             // never ends
        const std::vector<Note> expected{{0, 20, 60, 80, 0, 0}, {10, 20, 60, 70, 0, 0}, {30, 20, 61, 1, 0, 0}};
        QCOMPARE(file.sequences.at(0).notes, expected);
        QVERIFY(warns(file, MessageId::MidiHangingNotes));
    }

    void anErrorSaysWhatAndWhere() {
        QCOMPARE(refusal({}), std::string("x.mid is empty: it has no bytes at all. Copy or download it again."));
        QVERIFY(refusal(Bytes(81, 'x')).find("no MThd header in its first 81 bytes") != std::string::npos);
        // a header deep inside another file's bytes does not make that file music
        const Bytes music = fileOf({0, 0x90, 60, 80, 10, 0x80, 60, 0, 0, 0xFF, 0x2F, 0});
        QVERIFY(!read(join({Bytes(60'000, 'x'), music})).sequences.empty());
        QVERIFY(refusal(join({Bytes(70'000, 'x'), music})).find("first 65536 bytes") != std::string::npos);
        QVERIFY(refusal({'M', 'T', 'h', 'd', 0, 0, 0, 6, 0}).find("at byte 0") != std::string::npos);
        QVERIFY(refusal(header(1, 3, 96)).find("promises tracks (3), but from byte 14") != std::string::npos);
        QVERIFY(refusal(join({header(1, 1, 96), {'M', 'T', 'r', 'k'}})).find("byte 14") != std::string::npos);
    }

    void warningsAreLimited() {
        Bytes events;
        for (int i = 0; i < 5000; ++i) append(events, {0, 0xFF, 0x51, 0});
        const MidiFile file = read(fileOf(events));
        QCOMPARE(file.warnings.size(), std::size_t{100});
        QCOMPARE(file.warnings.back().id, MessageId::MidiMoreWarnings);
        QCOMPARE(*file.warnings.back().args.at(0).number(), 4902);
    }

    void whatIsWrittenIsReadAgain() {
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            const Score score = randomScore(seed);
            const Bytes bytes = writeMidi(score);
            const MidiFile file = read(bytes);
            QVERIFY(file.warnings.empty());
            QCOMPARE(file.noteOns, static_cast<std::int64_t>(score.notes.size()));
            const Score& again = file.sequences.at(0);
            QCOMPARE(again.notes, score.notes);
            QCOMPARE(again.tempos, score.tempos);
            QCOMPARE(again.meters, score.meters);
            QCOMPARE(again.keys, score.keys);
            QCOMPARE(again.events, score.events);
            QCOMPARE(again.texts, score.texts);
            QVERIFY2(again == score, qPrintable(QString::number(seed)));
            QCOMPARE(writeMidi(again), bytes);
        }
    }

    void notesEndBeforeNewOnesBegin() {
        Score score;
        score.notes = {{0, 480, 60, 80, 0, 0}, {480, 480, 60, 80, 0, 0}};
        score.end = 960;
        const Bytes bytes = writeMidi(score);
        const Bytes tail{0x83, 0x60, 0x80, 60, 64, 0, 0x90, 60, 80, 0x83, 0x60, 0x80, 60, 64, 0, 0xFF, 0x2F, 0};
        QVERIFY(std::equal(tail.rbegin(), tail.rend(), bytes.rbegin()));
    }

    void whatNoFileCanHoldIsRefused() {
        const auto refusal = [](auto change) {
            Score score = randomScore(1);
            change(score);
            try {
                writeMidi(score);
            } catch (const Error& error) {
                return error.kind() == ErrorKind::Invalid ? english(error.message()) : std::string("another kind");
            }
            return std::string("written");
        };
        const auto says = [&](auto change, const std::string& what) {
            const std::string said = refusal(change);
            if (said.find(what) == std::string::npos) qWarning("%s", said.c_str());
            return said.find(what) != std::string::npos;
        };
        QVERIFY(says([](Score& score) { score.end = Tick{1} << 40; }, "pause: ticks (tick "));
        QVERIFY(says([](Score& score) { score.tracks = 70'000; }, "tracks cannot be 70000"));
        QVERIFY(says([](Score& score) { score.tracks = 0; }, "tracks cannot be 0"));
        QVERIFY(says(
            [](Score& score) {
                score.notes.push_back({7, 1, 200, 1, 0, 0});
            },
            "note: pitch (tick 7, track 0) cannot be 200; it has to be 0 to 127"));
        QVERIFY(says([](Score& score) { score.notes.push_back({7, 1, 60, 0, 0, 0}); }, "note: velocity (tick 7, track 0)"));
        QVERIFY(says([](Score& score) { score.notes.push_back({-5, 1, 60, 1, 0, 0}); }, "event: tick (track 0) cannot be -5"));
        QVERIFY(says([](Score& score) { score.meters.push_back({0, {3, 5}}); }, "time signature (tick 0) cannot be 3/5"));
        QVERIFY(says([](Score& score) { score.tempos.push_back({9, 1 << 24}); }, "(tick 9) cannot be 16777216"));
        QVERIFY(says([](Score& score) { score.division = {480, 17.0}; }, "ticks per second cannot be 17"));
    }

    void anyDamageIsReadOrRefused() {
        Random random(2026);
        int readable = 0;
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            Bytes bytes = writeMidi(randomScore(seed % 20));
            const auto hits = 1 + random.below(8);
            for (std::uint64_t i = 0; i < hits; ++i)
                bytes[random.below(bytes.size())] = static_cast<std::uint8_t>(random.next());
            if (random.below(3) == 0) bytes.resize(random.below(bytes.size()));
            if (refusal(bytes) == "read") ++readable;
        }
        QVERIFY(readable > 200);
    }
};

QTEST_APPLESS_MAIN(tst_MidiFile)
#include "tst_MidiFile.moc"
