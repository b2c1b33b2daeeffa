// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/music/MidiFile.h"
#include "core/music/MidiSetup.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

namespace ricercar {
namespace {

constexpr Tick longestDelta = (Tick{1} << 28) - 1;

/// Whatever a MIDI file cannot hold: the thing and its part, where it stands, what it is and what it may be.
[[noreturn]] void refuse(const std::string& what, const std::string& where, const std::string& value, Argument allowed) {
    rejectSetting(where.empty() ? what : what + " (" + where + ")", value, std::move(allowed));
}

void inside(const char* what, const std::string& where, std::int64_t value, std::int64_t lowest, std::int64_t highest) {
    if (value < lowest || value > highest)
        refuse(what, where, std::to_string(value), Message{MessageId::ValueRange, {lowest, highest}});
}

std::string at(Tick tick) { return "tick " + std::to_string(tick); }

std::string at(Tick tick, int track) { return at(tick) + ", track " + std::to_string(track); }

void big(Bytes& out, std::uint32_t value, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void variable(Bytes& out, std::uint32_t value) {
    for (int shift = 21; shift > 0; shift -= 7)
        if (value >> shift != 0) out.push_back(static_cast<std::uint8_t>(0x80 | (value >> shift & 0x7F)));
    out.push_back(static_cast<std::uint8_t>(value & 0x7F));
}

/// What happens at one tick comes in this order: note-offs make room before anything new sounds, and a program holds for the
/// note it stands with, unless the event's place says otherwise.
enum class ItemKind : std::uint8_t { Tempo, Meter, Key, Text, Setup, BeforeEnds, NoteOff, Channel, Note, AfterStarts };

ItemKind kindOf(const ChannelEvent& event) {
    switch (event.place) {
        case ChannelEvent::Place::BeforeEnds: return ItemKind::BeforeEnds;
        case ChannelEvent::Place::AfterStarts: return ItemKind::AfterStarts;
        case ChannelEvent::Place::Usual: break;
    }
    return ItemKind::Channel;
}

struct Item {
    Tick tick;
    ItemKind kind;
    std::uint16_t track;
    std::size_t index;
};

class MidiWriter {
public:
    explicit MidiWriter(const Score& score) : score_(score) {}

    Bytes write() {
        inside("tracks", {}, score_.tracks, 1, 65535);
        collect();
        const std::uint16_t division = divisionBytes();
        Bytes out{'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, static_cast<std::uint8_t>(score_.tracks > 1 ? 1 : 0)};
        big(out, static_cast<std::uint32_t>(score_.tracks), 2);
        big(out, division, 2);
        auto first = items_.begin();
        for (int track = 0; track < score_.tracks; ++track) {
            const auto last = std::find_if(first, items_.end(), [&](const Item& item) { return item.track != track; });
            writeTrack(out, {first, last});
            first = last;
        }
        return out;
    }

private:
    template <class List>
    void collect(const List& list, ItemKind kind) {
        for (std::size_t i = 0; i < list.size(); ++i) add({list[i].tick, kind, 0, i});
    }
    template <class List>
    void collectTracks(const List& list, ItemKind kind) {
        for (std::size_t i = 0; i < list.size(); ++i) add({list[i].tick, kind, list[i].track, i});
    }

    void add(const Item& item) {
        inside("event: track", at(item.tick), item.track, 0, score_.tracks - 1);
        if (item.tick < 0)
            refuse("event: tick", "track " + std::to_string(item.track), std::to_string(item.tick),
                   Message{MessageId::ValueAtLeast, {0}});
        end_ = std::max(end_, item.tick);
        items_.push_back(item);
    }

    void collect() {
        end_ = std::max<Tick>(score_.end, 0);
        collect(score_.tempos, ItemKind::Tempo);
        collect(score_.meters, ItemKind::Meter);
        collect(score_.keys, ItemKind::Key);
        collectTracks(score_.texts, ItemKind::Text);
        collectTracks(score_.setups, ItemKind::Setup);
        for (std::size_t i = 0; i < score_.events.size(); ++i)
            add({score_.events[i].tick, kindOf(score_.events[i]), score_.events[i].track, i});
        for (std::size_t i = 0; i < score_.notes.size(); ++i) {
            const Note& note = score_.notes[i];
            const std::string where = at(note.start, note.track);
            inside("note: pitch", where, note.pitch, 0, 127);
            inside("note: velocity", where, note.velocity, 1, 127);
            inside("note: channel", where, note.channel, 0, 15);
            if (note.duration < 0)
                refuse("note: length", where, std::to_string(note.duration), Message{MessageId::ValueAtLeast, {0}});
            add({note.start, ItemKind::Note, note.track, i});
            if (note.duration > 0) add({note.start + note.duration, ItemKind::NoteOff, note.track, i});
        }
        std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
            return std::tie(a.track, a.tick, a.kind, a.index) < std::tie(b.track, b.tick, b.kind, b.index);
        });
    }

    [[nodiscard]] std::uint16_t divisionBytes() const {
        const Division& division = score_.division;
        if (!division.smpte()) {
            inside("ticks per quarter note", {}, division.ticksPerQuarter, 1, 32767);
            return static_cast<std::uint16_t>(division.ticksPerQuarter);
        }
        constexpr std::pair<int, double> rates[] = {{25, 25.0}, {24, 24.0}, {30, 30.0}, {29, 30000.0 / 1001.0}};
        for (const auto& [name, rate] : rates) {
            const double ticks = std::round(division.ticksPerSecond / rate);
            if (ticks >= 1.0 && ticks <= 255.0 && std::abs(ticks * rate - division.ticksPerSecond) < 1e-9)
                return static_cast<std::uint16_t>((256 - name) << 8 | static_cast<int>(ticks));
        }
        refuse("ticks per second", {}, std::to_string(division.ticksPerSecond), "24, 25, 29.97, 30 × 1 … 255");
    }

    void writeTrack(Bytes& out, std::span<const Item> items) {
        out.insert(out.end(), {'M', 'T', 'r', 'k', 0, 0, 0, 0});
        const std::size_t begin = out.size();
        tick_ = 0;
        port_ = 0;
        for (const Item& item : items) writeItem(out, item);
        delta(out, end_);
        out.insert(out.end(), {0xFF, 0x2F, 0x00});
        const std::size_t length = out.size() - begin;
        inside("track: bytes", at(end_), static_cast<std::int64_t>(length), 0, std::numeric_limits<std::uint32_t>::max());
        for (std::size_t i = 0; i < 4; ++i) out[begin - 4 + i] = static_cast<std::uint8_t>(length >> (24 - 8 * i));
    }

    void delta(Bytes& out, Tick tick) {
        const Tick ticks = tick - tick_;
        if (ticks > longestDelta) inside("pause: ticks", at(tick_), ticks, 0, longestDelta);
        variable(out, static_cast<std::uint32_t>(ticks));
        tick_ = tick;
    }

    void writeItem(Bytes& out, const Item& item) {
        usePort(out, item);
        delta(out, item.tick);
        switch (item.kind) {
            case ItemKind::Tempo: return writeTempo(out, score_.tempos[item.index]);
            case ItemKind::Meter: return writeMeter(out, score_.meters[item.index]);
            case ItemKind::Key: return writeKey(out, score_.keys[item.index]);
            case ItemKind::Text: return writeText(out, score_.texts[item.index]);
            case ItemKind::Setup: return writeSystem(out, score_.setups[item.index]);
            case ItemKind::BeforeEnds:
            case ItemKind::AfterStarts:
            case ItemKind::Channel: return writeEvent(out, score_.events[item.index]);
            case ItemKind::NoteOff: return writeNoteOff(out, score_.notes[item.index]);
            case ItemKind::Note: return writeNote(out, score_.notes[item.index]);
        }
    }

    [[nodiscard]] std::uint8_t portOf(const Item& item) const {
        switch (item.kind) {
            case ItemKind::Tempo:
            case ItemKind::Meter:
            case ItemKind::Key:
            case ItemKind::Text: return port_;
            case ItemKind::Setup: return score_.setups[item.index].port;
            case ItemKind::NoteOff:
            case ItemKind::Note: return score_.notes[item.index].port;
            case ItemKind::BeforeEnds:
            case ItemKind::AfterStarts:
            case ItemKind::Channel: break;
        }
        return score_.events[item.index].port;
    }

    void usePort(Bytes& out, const Item& item) {
        const std::uint8_t port = portOf(item);
        if (port == port_) return;
        inside("event: port", at(item.tick, item.track), port, 0, mostPorts - 1);
        delta(out, item.tick);
        out.insert(out.end(), {0xFF, 0x21, 1, port});
        port_ = port;
    }

    void writeSystem(Bytes& out, const SetupEvent& setup) {
        if (setup.kind != SetupEvent::Kind::Drums && setup.kind != SetupEvent::Kind::Melody) standard_ = setup.kind;
        const Bytes message = writeSetup(setup, standard_);
        out.push_back(0xF0);
        variable(out, static_cast<std::uint32_t>(message.size() - 1));
        out.insert(out.end(), message.begin() + 1, message.end());
    }

    static void writeTempo(Bytes& out, const TempoChange& tempo) {
        inside("tempo: microseconds a quarter note", at(tempo.tick), tempo.microsecondsPerQuarter, 1, 0xFFFFFF);
        out.insert(out.end(), {0xFF, 0x51, 3});
        big(out, tempo.microsecondsPerQuarter, 3);
    }

    static void writeMeter(Bytes& out, const MeterChange& change) {
        const Meter& meter = change.meter;
        std::uint8_t power = 0;
        while (power < 7 && (1 << power) < meter.denominator) ++power;
        if (meter.numerator < 1 || meter.numerator > 255 || meter.denominator != 1 << power)
            refuse("time signature", at(change.tick), meter.text(), "1 … 255 / 1, 2, 4, 8, 16, 32, 64, 128");
        out.insert(out.end(), {0xFF, 0x58, 4, static_cast<std::uint8_t>(meter.numerator), power, 24, 8});
    }

    static void writeKey(Bytes& out, const KeyChange& key) {
        inside("key signature: sharps", at(key.tick), key.sharps, -7, 7);
        out.insert(out.end(), {0xFF, 0x59, 2, static_cast<std::uint8_t>(key.sharps), static_cast<std::uint8_t>(key.minor)});
    }

    static void writeText(Bytes& out, const TextEvent& text) {
        inside("text: type", at(text.tick, text.track), text.type, 1, 7);
        inside("text: bytes", at(text.tick, text.track), static_cast<std::int64_t>(text.text.size()), 0, longestDelta);
        out.insert(out.end(), {0xFF, text.type});
        variable(out, static_cast<std::uint32_t>(text.text.size()));
        out.insert(out.end(), text.text.begin(), text.text.end());
    }

    static void writeEvent(Bytes& out, const ChannelEvent& event) {
        const std::string where = at(event.tick, event.track);
        inside("event: status", where, event.status, 0xA0, 0xEF);
        inside("event: first data byte", where, event.data1, 0, 127);
        inside("event: second data byte", where, event.data2, 0, 127);
        out.insert(out.end(), {event.status, event.data1});
        const int kind = event.status & 0xF0;
        if (kind != 0xC0 && kind != 0xD0) out.push_back(event.data2);
    }

    static void writeNote(Bytes& out, const Note& note) {
        out.insert(out.end(), {static_cast<std::uint8_t>(0x90 | note.channel), note.pitch, note.velocity});
        if (note.duration > 0) return;
        out.push_back(0);
        writeNoteOff(out, note);
    }

    static void writeNoteOff(Bytes& out, const Note& note) {
        out.insert(out.end(), {static_cast<std::uint8_t>(0x80 | note.channel), note.pitch, 64});
    }

    const Score& score_;
    std::vector<Item> items_;
    Tick end_ = 0;
    Tick tick_ = 0;
    std::uint8_t port_ = 0;  ///< of the track, so far
    SetupEvent::Kind standard_ = SetupEvent::Kind::GeneralMidi;
};

}  // namespace

Bytes writeMidi(const Score& score) { return MidiWriter(score).write(); }

}  // namespace ricercar
