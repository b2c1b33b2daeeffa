#include "core/music/MidiTrackReader.h"

#include "core/music/MidiText.h"

#include <algorithm>

namespace ricercar {
namespace {

constexpr int highestMeterPower = 7;     // a 128th
constexpr std::size_t longestUsual = 5;  // bytes of a delta time, a status and data

}  // namespace

[[gnu::always_inline]] inline std::uint8_t MidiTrackReader::dataByte(ByteCursor& cursor) {
    const std::uint8_t value = cursor.byte();
    if (value < 0x80) return value;
    highData_.add(cursor.position() - 1);
    return 127;
}

void MidiTrackReader::noteOn(std::size_t key, std::uint8_t velocity) {
    std::vector<Note>& notes = score_->notes;
    const auto index = static_cast<Tick>(notes.size());
    notes.push_back(
        {tick_, none, static_cast<std::uint8_t>(key & 0x7F), velocity, static_cast<std::uint8_t>(key >> 7), track_});
    if (first_[key] == none) {
        first_[key] = index;
    } else {
        Note& first = notes[static_cast<std::size_t>(first_[key])];
        (first.duration == none ? first : notes[static_cast<std::size_t>(last_[key])]).duration = index;
        last_[key] = index;
    }
    ++noteOns_;
    ++sounding_;
}

[[gnu::always_inline]] inline void MidiTrackReader::noteOff(std::size_t key) {
    if (first_[key] == none) return;
    Note& note = score_->notes[static_cast<std::size_t>(first_[key])];
    first_[key] = note.duration;
    note.duration = tick_ - note.start;
    --sounding_;
}

[[gnu::always_inline]] inline MidiTrackReader::Next MidiTrackReader::channelEvent(ByteCursor& cursor, std::uint8_t status) {
    running_ = status;
    const std::uint8_t kind = status & 0xF0;
    const bool oneByte = kind == 0xC0 || kind == 0xD0;
    if (cursor.left() < (oneByte ? 1U : 2U)) return Next::Cut;
    const std::uint8_t data1 = dataByte(cursor);
    const std::uint8_t data2 = oneByte ? std::uint8_t{0} : dataByte(cursor);
    const std::size_t key = (status & 0x0FU) << 7 | data1;
    if (kind == 0x90 && data2 > 0)
        noteOn(key, data2);
    else if (kind == 0x80 || kind == 0x90)
        noteOff(key);
    else
        score_->events.push_back({tick_, status, data1, data2, track_});
    return Next::Event;
}

[[gnu::always_inline]] inline MidiTrackReader::Next MidiTrackReader::event(ByteCursor& cursor) {
    const auto delta = cursor.variable();
    if (!delta || cursor.left() == 0) return Next::Cut;
    tick_ += *delta;
    std::uint8_t status = cursor.peek();
    if (status >= 0x80)
        cursor.skip(1);
    else if (running_ != 0)
        status = running_;
    else
        return Next::NoStatus;

    if (status < 0xF0) return channelEvent(cursor, status);
    ByteCursor rare = cursor;  // so that the address of the one that every event moves is never taken
    const Next next = otherEvent(rare, status);
    cursor = rare;
    return next;
}

/// What event() does, for as long as only the most usual events come, with all that they change in registers: notes, but no key
/// that is struck while it sounds, and events of two data bytes, each at most 2^14 - 1 ticks after the one before.
void MidiTrackReader::usualEvents(ByteCursor& cursor) {
    ByteCursor at = cursor;
    std::vector<Note>& notes = score_->notes;
    std::vector<ChannelEvent>& events = score_->events;
    const std::size_t before = notes.size();
    std::uint64_t sounding = sounding_;
    std::uint8_t running = running_;
    Tick tick = tick_;
    const std::uint16_t track = track_;
    while (at.left() >= longestUsual) {
        std::size_t length = 1;
        Tick delta = at.peek();
        if (delta >= 0x80) {
            const std::uint8_t low = at.peek(1);
            if (low >= 0x80) break;
            delta = (delta & 0x7F) << 7 | low;
            length = 2;
        }
        std::uint8_t status = at.peek(length);
        if (status >= 0x80)
            ++length;
        else
            status = running;
        const std::uint8_t data1 = at.peek(length), data2 = at.peek(length + 1);
        if (((data1 | data2) & 0x80) != 0) break;
        const std::size_t key = (status & 0x0FU) << 7 | data1;
        const std::uint8_t kind = status & 0xF0;
        if (kind == 0x90 && data2 > 0) {
            if (first_[key] != none) break;
            tick += delta;
            first_[key] = static_cast<Tick>(notes.size());
            notes.push_back({tick, none, data1, data2, static_cast<std::uint8_t>(status & 0x0F), track});
            ++sounding;
        } else if (kind == 0x90 || kind == 0x80) {
            tick += delta;
            if (first_[key] != none) {
                Note& note = notes[static_cast<std::size_t>(first_[key])];
                first_[key] = note.duration;
                note.duration = tick - note.start;
                --sounding;
            }
        } else if (kind == 0xA0 || kind == 0xB0 || kind == 0xE0) {
            tick += delta;
            events.push_back({tick, status, data1, data2, track});
        } else {
            break;
        }
        running = status;
        at.take(length + 2);
    }
    cursor = at;
    tick_ = tick;
    running_ = running;
    noteOns_ += static_cast<std::int64_t>(notes.size() - before);
    sounding_ = sounding;
}

void MidiTrackReader::read(ByteCursor& given, Score& score, std::uint16_t track, std::uint64_t number) {
    ByteCursor cursor = given;
    score_ = &score;
    track_ = track;
    number_ = number;
    tick_ = 0;
    running_ = 0;
    highData_ = {};
    system_ = {};
    Next next = Next::Event;
    std::size_t position = cursor.position();
    while (next == Next::Event && cursor.left() > 0) {
        usualEvents(cursor);
        position = cursor.position();
        if (cursor.left() > 0) next = event(cursor);
    }
    given = cursor;
    summarise(next, position);
    endHangingNotes();
    score.end = std::max(score.end, tick_);
}

MidiTrackReader::Next MidiTrackReader::otherEvent(ByteCursor& cursor, std::uint8_t status) {
    if (status == 0xFF) return metaEvent(cursor);
    if (status == 0xF0 || status == 0xF7) {  // running status is kept across it
        const auto length = cursor.variable();
        if (!length || *length > cursor.left()) return Next::Cut;
        cursor.skip(*length);
        return Next::Event;
    }
    systemMessage(cursor, status);
    return Next::Event;
}

MidiTrackReader::Next MidiTrackReader::metaEvent(ByteCursor& cursor) {
    const std::size_t position = cursor.position() - 1;
    if (cursor.left() == 0) return Next::Cut;
    const std::uint8_t type = cursor.byte();
    const auto length = cursor.variable();
    if (!length || *length > cursor.left()) return type == 0x2F ? Next::EndOfTrack : Next::Cut;
    const auto data = cursor.take(*length);
    if (type == 0x2F) return Next::EndOfTrack;
    meta(type, data, position);
    return Next::Event;
}

void MidiTrackReader::meta(std::uint8_t type, std::span<const std::uint8_t> data, std::size_t position) {
    if (type >= 1 && type <= 7) {
        score_->texts.push_back({tick_, type, track_, midiText(data)});
    } else if (type == 0x51) {
        const std::uint32_t tempo = data.size() < 3 ? 0 : std::uint32_t{data[0]} << 16 | std::uint32_t{data[1]} << 8 | data[2];
        if (tempo == 0)
            warnings_.add(MessageId::MidiBadTempo, {number_, position});
        else
            score_->tempos.push_back({tick_, tempo});
    } else if (type == 0x58) {
        if (data.size() < 2 || data[0] == 0 || data[1] > highestMeterPower)
            warnings_.add(MessageId::MidiBadMeter, {number_, position});
        else
            score_->meters.push_back({tick_, {data[0], 1 << data[1]}});
    } else if (type == 0x59) {
        const int sharps = data.empty() ? 0 : static_cast<std::int8_t>(data[0]);
        if (data.size() < 2 || sharps < -7 || sharps > 7 || data[1] > 1)
            warnings_.add(MessageId::MidiBadKey, {number_, position});
        else
            score_->keys.push_back({tick_, static_cast<std::int8_t>(sharps), data[1] == 1});
    }
}

void MidiTrackReader::systemMessage(ByteCursor& cursor, std::uint8_t status) {
    system_.add(cursor.position() - 1);
    const int length = status == 0xF2 ? 2 : status == 0xF1 || status == 0xF3 ? 1 : 0;
    for (int i = 0; i < length && cursor.left() > 0 && cursor.peek() < 0x80; ++i) cursor.skip(1);
}

void MidiTrackReader::endHangingNotes() {
    if (sounding_ == 0) return;
    warnings_.add(MessageId::MidiHangingNotes, {number_, sounding_});
    for (std::size_t key = 0; key < keys; ++key)
        while (first_[key] != none) noteOff(key);
}

void MidiTrackReader::summarise(Next end, std::size_t position) {
    if (highData_.count > 0) warnings_.add(MessageId::MidiDataBytes, {number_, highData_.count, highData_.firstAt});
    if (system_.count > 0) warnings_.add(MessageId::MidiSystemMessages, {number_, system_.count, system_.firstAt});
    if (end == Next::Cut) warnings_.add(MessageId::MidiTrackCut, {number_, position});
    if (end == Next::NoStatus) warnings_.add(MessageId::MidiNoStatus, {number_, position});
    if (end == Next::Event) warnings_.add(MessageId::MidiNoEndOfTrack, {number_});
}

}  // namespace ricercar
