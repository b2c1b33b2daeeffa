// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/music/Sustain.h"
#include "tests/core/music/MidiBytes.h"

#include <QTest>

#include <algorithm>

using namespace ricercar;
using namespace ricercar::test;

namespace {

constexpr int quarter = 96;

/// An event after a pause of quarters.
Bytes after(int quarters, const Bytes& event) {
    const int ticks = quarters * quarter;
    Bytes out{static_cast<std::uint8_t>(0x80 | ticks >> 7), static_cast<std::uint8_t>(ticks & 0x7F)};
    append(out, event);
    return out;
}
Bytes on(int quarters, int pitch, int channel = 0) {
    return after(quarters, {static_cast<std::uint8_t>(0x90 | channel), static_cast<std::uint8_t>(pitch), 80});
}
Bytes off(int quarters, int pitch, int channel = 0) {
    return after(quarters, {static_cast<std::uint8_t>(0x80 | channel), static_cast<std::uint8_t>(pitch), 0});
}
Bytes control(int quarters, int controller, int value, int channel = 0) {
    return after(quarters, {static_cast<std::uint8_t>(0xB0 | channel), static_cast<std::uint8_t>(controller),
                            static_cast<std::uint8_t>(value)});
}
Bytes end(int quarters = 0) { return after(quarters, {0xFF, 0x2F, 0}); }

MidiFile oneTrack(std::initializer_list<Bytes> events) { return readMidi(fileOf(join(events)), "x.mid"); }
MidiFile twoTracks(std::initializer_list<Bytes> first, std::initializer_list<Bytes> second) {
    return readMidi(join({header(1, 2, quarter), track(join(first)), track(join(second))}), "x.mid");
}

using Times = std::vector<std::pair<Tick, Tick>>;  // in quarters

Times times(const MidiFile& file, int pitch = 60) {
    Times found;
    for (const Note& note : file.sequences.at(0).notes)
        if (note.pitch == pitch) found.emplace_back(note.start / quarter, (note.start + note.duration) / quarter);
    return found;
}

const Message* warning(const MidiFile& file, MessageId id) {
    const auto found = std::find_if(file.warnings.begin(), file.warnings.end(), [&](const Message& m) { return m.id == id; });
    return found == file.warnings.end() ? nullptr : &*found;
}

}  // namespace

class tst_OpenNotes : public QObject {
    Q_OBJECT
private slots:
    void aLostNoteOffHarmsOneNote() {
        const MidiFile file =
            oneTrack({on(0, 60), on(4, 60), off(1, 60), on(3, 60), off(1, 60), on(3, 60), off(1, 60), end(3)});
        QCOMPARE(times(file), (Times{{0, 4}, {4, 5}, {8, 9}, {12, 13}}));
        const Message* said = warning(file, MessageId::MidiLostOffsInBars);
        QVERIFY(said);
        QVERIFY(said->args == (std::vector<Argument>{1, 1, "1"}));
        QVERIFY(!warning(file, MessageId::MidiHangingNotes));
        // written and read again it has nothing left to mend
        const Score& score = file.sequences[0];
        const MidiFile again = readMidi(writeMidi(score), "again");
        QVERIFY(again.sequences[0] == score && again.warnings.empty());
    }

    void inTheMiddleOfManyNotesToo() {
        Bytes events;
        for (int i = 0; i < 64; ++i) {
            append(events, on(i == 0 ? 0 : 3, 60));
            append(events, i == 20 || i == 40 ? after(1, {0xFF, 1, 1, 'x'}) : off(1, 60));
        }
        append(events, end());
        const MidiFile file = readMidi(fileOf(events), "x.mid");
        const Times found = times(file);
        QCOMPARE(found.size(), std::size_t{64});
        for (std::size_t i = 0; i < 64; ++i) {
            const auto start = static_cast<Tick>(i) * 4;
            QCOMPARE(found[i], (std::pair<Tick, Tick>{start, start + (i == 20 || i == 40 ? 4 : 1)}));
        }
        QVERIFY(warning(file, MessageId::MidiLostOffsInBars)->args == (std::vector<Argument>{1, 2, "21, 41"}));
    }

    void everyNoteOfAKeyStruckAtTheOffOfTheOneBefore() {
        // legato, written with note-ons first; the second has lost its note-off
        const MidiFile file = oneTrack({on(0, 60), on(1, 60), off(0, 60), on(1, 60), on(1, 60), off(0, 60), off(1, 60), end()});
        QCOMPARE(times(file), (Times{{0, 1}, {1, 2}, {2, 3}, {3, 4}}));
    }

    void twoVoicesOnOneKeyKeepTheirEnds() {
        // one within the other, and one after the other
        const MidiFile nested = oneTrack({on(0, 60), on(1, 60), off(1, 60), on(1, 60), off(1, 60), off(4, 60), end()});
        QCOMPARE(times(nested), (Times{{0, 2}, {1, 4}, {3, 8}}));
        QVERIFY(nested.warnings.empty());
        QuantizeOptions options;
        options.detectPickup = false;
        QCOMPARE(notesOf(quantize(nested.sequences[0], options).at(0).roll),
                 (std::vector<RollNote>{{0, 4, 60}, {4, 8, 60}, {12, 20, 60}}));
    }

    void aNoteOffBeforeItsNoteOnIsNone() {
        const MidiFile file = oneTrack({off(0, 60), on(0, 60), on(2, 60), off(2, 60), on(4, 64), off(4, 64), end()});
        QCOMPARE(times(file), (Times{{0, 2}, {2, 4}}));
    }

    void aNoteOffInAnotherTrackEndsTheNote() {
        const MidiFile file = twoTracks({on(0, 60), on(4, 64), off(4, 64), end()}, {off(1, 60), on(7, 67), off(1, 67), end()});
        QCOMPARE(times(file), (Times{{0, 1}}));
        QVERIFY(file.warnings.empty());
        // all of them there
        const MidiFile all = twoTracks({on(0, 60), on(2, 60), on(2, 60), end(4)}, {off(1, 60), off(2, 60), off(2, 60), end(9)});
        QCOMPARE(times(all), (Times{{0, 1}, {2, 3}, {4, 5}}));
        QVERIFY(all.warnings.empty());
        // another channel's is not meant
        const MidiFile other = twoTracks({on(0, 60), end(4)}, {off(1, 60, 3), end(1)});
        QCOMPARE(times(other), (Times{{0, 4}}));
        QVERIFY(warning(other, MessageId::MidiHangingNotes));
    }

    void aKeyStruckInAnotherTrackEndsALostNote() {
        const MidiFile file = twoTracks({on(0, 60), end(16)}, {on(8, 60), off(1, 60), end()});
        QCOMPARE(times(file), (Times{{0, 8}, {8, 9}}));
        QVERIFY(warning(file, MessageId::MidiLostOffsInBars));
    }

    void drumsWithoutNoteOffsAreNothingToTell() {
        const MidiFile file = oneTrack({on(0, 38, 9), on(1, 38, 9), on(1, 38, 9), off(1, 38, 9), end()});
        QCOMPARE(times(file, 38), (Times{{0, 1}, {1, 2}, {2, 3}}));
        QVERIFY(file.warnings.empty());
    }

    void modeMessagesEndTheNotesOfTheirChannel() {
        for (const int controller : {120, 123, 124, 125, 126, 127}) {
            const MidiFile file =
                oneTrack({on(0, 60), on(0, 62, 1), control(1, controller, 0), on(1, 60), off(1, 60), off(1, 62, 1), end(4)});
            QCOMPARE(times(file), (Times{{0, 1}, {2, 3}}));
            QCOMPARE(times(file, 62), (Times{{0, 4}}));
            QVERIFY(file.warnings.empty());
        }
        // also of notes with a later note-off, and from another track
        QCOMPARE(times(oneTrack({on(0, 60), control(1, 123, 0), off(2, 60), end()})), (Times{{0, 1}}));
        QCOMPARE(times(twoTracks({on(0, 60), off(4, 60), end()}, {control(2, 123, 0), end()})), (Times{{0, 2}}));
        // a note lost before it is mended all the same
        QCOMPARE(times(oneTrack({on(0, 60), on(4, 60), off(1, 60), control(9, 123, 0), end(4)})), (Times{{0, 4}, {4, 5}}));
    }

    void pedalsAreLiftedByAResetAndSilencedBySoundOff() {
        const auto ends = [](const MidiFile& file) { return sustainedEnds(file.sequences.at(0)).at(0) / quarter; };
        QCOMPARE(ends(oneTrack({on(0, 60), control(0, 64, 127), off(1, 60), control(3, 64, 0), end()})), 4);
        QCOMPARE(ends(oneTrack({on(0, 60), control(0, 64, 127), off(1, 60), control(1, 121, 0), control(2, 64, 0), end()})), 2);
        QCOMPARE(ends(oneTrack({on(0, 60), control(0, 64, 127), off(1, 60), control(1, 120, 0), control(2, 64, 0), end()})), 2);
        // All Notes Off lets the pedal hold
        QCOMPARE(ends(oneTrack({on(0, 60), control(0, 64, 127), control(1, 123, 0), control(3, 64, 0), end()})), 4);
    }

    void atOneTickThePedalThatStandsFirstHolds() {
        const auto ends = [](const MidiFile& file) { return sustainedEnds(file.sequences.at(0)).at(0) / quarter; };
        const MidiFile before = oneTrack({on(0, 60), control(1, 64, 127), off(0, 60), control(3, 64, 0), end()});
        QCOMPARE(ends(before), 4);
        QCOMPARE(ends(readMidi(writeMidi(before.sequences[0]), "again")), 4);
        QCOMPARE(ends(oneTrack({on(0, 60), off(1, 60), control(0, 64, 127), control(3, 64, 0), end()})), 1);
    }

    void aProgramBehindANoteIsForTheNext() {
        const MidiFile file = oneTrack({after(0, {0xC0, 0}), on(0, 60), after(0, {0xC0, 19}), off(4, 60), end()});
        const auto& events = file.sequences.at(0).events;
        QCOMPARE(events.at(0).place, ChannelEvent::Place::Usual);
        QCOMPARE(events.at(1).place, ChannelEvent::Place::AfterStarts);
        QVERIFY(readMidi(writeMidi(file.sequences[0]), "again").sequences[0] == file.sequences[0]);
    }

    void portsHaveChannelsOfTheirOwn() {
        const Bytes portOne = after(0, {0xFF, 0x21, 1, 1});
        const MidiFile file = twoTracks({on(0, 60), off(4, 60), end()}, {portOne, on(1, 60), off(1, 60), end()});
        QCOMPARE(times(file), (Times{{0, 4}, {1, 2}}));
        QCOMPARE(file.sequences[0].notes[0].port, 0);
        QCOMPARE(file.sequences[0].notes[1].port, 1);
        // within one track, and by the name of the device
        const MidiFile one =
            oneTrack({on(0, 60), portOne, on(1, 60), off(1, 60), after(0, {0xFF, 0x21, 1, 0}), off(2, 60), end()});
        QCOMPARE(times(one), (Times{{0, 4}, {1, 2}}));
        const MidiFile named = twoTracks({after(0, {0xFF, 9, 1, 'A'}), on(0, 60), off(1, 60), end()},
                                         {after(0, {0xFF, 9, 1, 'B'}), on(0, 60), off(1, 60), end()});
        QVERIFY(named.sequences[0].notes[0].port != named.sequences[0].notes[1].port);
        for (const MidiFile* each : {&file, &one, &named})
            QVERIFY(readMidi(writeMidi(each->sequences[0]), "again").sequences[0] == each->sequences[0]);
    }

    void ofTwoFilesInOneTheFirstIsRead() {
        const Bytes first = fileOf(join({on(0, 60), off(1, 60), end()}));
        const Bytes second = join({header(1, 1, 480), track(join({on(0, 72), off(1, 72), end()}))});
        const MidiFile file = readMidi(join({first, second}), "x.mid");
        QCOMPARE(file.tracks, 1);
        QCOMPARE(file.noteOns, 1);
        QVERIFY(warning(file, MessageId::MidiSecondFile)->args == (std::vector<Argument>{first.size(), second.size()}));
        QVERIFY(warning(readMidi(join({first, Bytes(7, 0), second}), "x.mid"), MessageId::MidiSecondFile));
        QCOMPARE(readMidi(join({first, Bytes(7, 0), second}), "x.mid").noteOns, 1);
        // a track that claims too much does not reach into the other file
        const Bytes longer = join({header(0, 1, quarter), track(join({on(0, 60), off(1, 60), end()}), 5000)});
        QCOMPARE(readMidi(join({longer, second}), "x.mid").noteOns, 1);
    }

    void manyLostNotesTakeNoTime() {
        Bytes events;
        for (int i = 0; i < 40'000; ++i) append(events, {1, 0x90, static_cast<std::uint8_t>(i % 100), 80});
        for (int i = 0; i < 20'000; ++i) append(events, {1, 0xB0, 123, 0, 0, 0x91, 60, 80, 1, 0xB1, 123, 0});
        append(events, {0, 0xFF, 0x2F, 0});
        const MidiFile file = readMidi(fileOf(events), "x.mid");
        QCOMPARE(file.noteOns, 60'000);
    }
};

QTEST_APPLESS_MAIN(tst_OpenNotes)
#include "tst_OpenNotes.moc"
