// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MidiTrackReader.h"

#include "core/music/MidiSetup.h"

#include <algorithm>

namespace ricercar {
namespace {

constexpr int highestMeterPower = 7;      // a 128th
constexpr std::size_t longestUsual = 5;   // bytes of a delta time, a status and data
constexpr std::size_t longestSetup = 64;  // bytes of a system message that is looked at

/// Controllers that more than one list has to know of: banks, and messages for a whole channel.
constexpr bool special(std::uint8_t controller) { return controller == 0 || controller == 32 || controller >= 120; }

bool isPedal(const ChannelEvent& event) { return (event.status & 0xF0) == 0xB0 && (event.data1 == 64 || event.data1 == 66); }

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
        {tick_, none, static_cast<std::uint8_t>(key & 0x7F), velocity, static_cast<std::uint8_t>(key >> 7), track_, port_});
    if (open_->first[key] == none) {
        open_->first[key] = index;
    } else {
        Note& first = notes[static_cast<std::size_t>(open_->first[key])];
        (first.duration == none ? first : notes[static_cast<std::size_t>(open_->last[key])]).duration = index;
        open_->last[key] = index;
    }
    ++noteOns_;
}

[[gnu::always_inline]] inline void MidiTrackReader::noteOff(std::size_t key) {
    if (open_->first[key] == none) {
        openNotes_.stray(tick_, port_, key);
        return;
    }
    Note& note = score_->notes[static_cast<std::size_t>(open_->first[key])];
    open_->first[key] = note.duration;
    note.duration = tick_ - note.start;
    if (tick_ == pedalTick_ && note.duration > 0) pedalBeforeEnd(key >> 7);
}

/// A pedal that stands before the end of a note in the file holds that note.
void MidiTrackReader::pedalBeforeEnd(std::size_t channel) {
    std::vector<ChannelEvent>& events = score_->events;
    for (auto event = events.rbegin(); event != events.rend() && event->tick == pedalTick_ && event->track == track_; ++event)
        if ((event->status & 0x0FU) == channel && event->port == port_ && isPedal(*event))
            event->place = ChannelEvent::Place::BeforeEnds;
}

/// A program that stands behind a note in the file is not for that note.
ChannelEvent::Place MidiTrackReader::placeAmongNotes(int channel) const {
    const std::vector<Note>& notes = score_->notes;
    for (auto note = notes.rbegin(); note != notes.rend() && note->start == tick_ && note->track == track_; ++note)
        if (note->channel == channel && note->port == port_) return ChannelEvent::Place::AfterStarts;
    return ChannelEvent::Place::Usual;
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
        otherChannelEvent(status, data1, data2);
    return Next::Event;
}

void MidiTrackReader::otherChannelEvent(std::uint8_t status, std::uint8_t data1, std::uint8_t data2) {
    ChannelEvent event{tick_, status, data1, data2, track_, port_};
    const std::uint8_t kind = status & 0xF0;
    const int channel = status & 0x0F;
    if (kind == 0xC0 || (kind == 0xB0 && (data1 == 0 || data1 == 32))) event.place = placeAmongNotes(channel);
    if (isPedal(event)) pedalTick_ = tick_;
    score_->events.push_back(event);
    if (kind == 0xB0 && (data1 == 120 || data1 >= 123)) openNotes_.endChannel(tick_, port_, channel);
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

    if (portChanged_ && status != 0xFF) usePort();
    if (status < 0xF0) return channelEvent(cursor, status);
    ByteCursor rare = cursor;  // so that the address of the one that every event moves is never taken
    const Next next = otherEvent(rare, status);
    cursor = rare;
    return next;
}

/// What event() does, for as long as only the most usual events come, with all that they change in registers: notes, but no key
/// that is struck while it sounds, and events of two data bytes, each at most 2^14 - 1 ticks after the one before.
void MidiTrackReader::usualEvents(ByteCursor& cursor) {
    if (portChanged_) usePort();
    ByteCursor at = cursor;
    std::vector<Note>& notes = score_->notes;
    std::vector<ChannelEvent>& events = score_->events;
    const std::size_t before = notes.size();
    auto& first = open_->first;
    std::uint8_t running = running_;
    Tick tick = tick_;
    const std::uint16_t track = track_;
    const std::uint8_t port = port_;
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
            if (first[key] != none) break;
            tick += delta;
            first[key] = static_cast<Tick>(notes.size());
            notes.push_back({tick, none, data1, data2, static_cast<std::uint8_t>(status & 0x0F), track, port});
        } else if (kind == 0x90 || kind == 0x80) {
            if (first[key] == none || tick + delta == pedalTick_) break;
            tick += delta;
            Note& note = notes[static_cast<std::size_t>(first[key])];
            first[key] = note.duration;
            note.duration = tick - note.start;
        } else if (kind == 0xA0 || kind == 0xB0 || kind == 0xE0) {
            if (kind == 0xB0 && special(data1)) break;
            tick += delta;
            events.push_back({tick, status, data1, data2, track, port});
            if (kind == 0xB0 && (data1 == 64 || data1 == 66)) pedalTick_ = tick;
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
}

void MidiTrackReader::read(ByteCursor& given, Score& score, std::uint16_t track, std::uint64_t number) {
    ByteCursor cursor = given;
    openNotes_.beginTrack(score, number);
    wantedPort_ = {};
    usePort();
    pedalTick_ = none;
    setup_.clear();
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
    openNotes_.endTrack(tick_);
    score.end = std::max(score.end, tick_);
}

MidiTrackReader::Next MidiTrackReader::otherEvent(ByteCursor& cursor, std::uint8_t status) {
    if (status == 0xFF) return metaEvent(cursor);
    if (status == 0xF0 || status == 0xF7) {  // running status is kept across it
        const auto length = cursor.variable();
        if (!length || *length > cursor.left()) return Next::Cut;
        exclusive(status, cursor.take(*length));
        return Next::Event;
    }
    systemMessage(cursor, status);
    return Next::Event;
}

/// A message may come in packets: the first begins with F0, the others with F7, and the last ends with F7.
void MidiTrackReader::exclusive(std::uint8_t status, std::span<const std::uint8_t> data) {
    if (status == 0xF0) {
        setup_.clear();
    } else if (setup_.empty()) {  // an escape, in which anything may stand
        if (data.empty() || data.front() != 0xF0) return;
        data = data.subspan(1);
    }
    if (data.size() + setup_.size() > longestSetup) {
        setup_.clear();
        return;
    }
    setup_.insert(setup_.end(), data.begin(), data.end());
    auto setup = readSetup(setup_);  // some files forget the F7
    if (setup) {
        setup->tick = tick_;
        setup->track = track_;
        if (setup->port == 0) setup->port = port_;
        score_->setups.push_back(*setup);
    }
    if (setup || (!setup_.empty() && setup_.back() == 0xF7)) setup_.clear();
}

/// Ports without a name keep their numbers as far as there are such; others take what is free.
void MidiTrackReader::usePort() {
    const auto known = std::find(ports_.begin(), ports_.end(), std::optional(wantedPort_));
    std::size_t at = static_cast<std::size_t>(known - ports_.begin());
    if (known == ports_.end()) {
        at = wantedPort_.name.empty() && wantedPort_.number < mostPorts && !ports_[wantedPort_.number]
                 ? wantedPort_.number
                 : static_cast<std::size_t>(std::find(ports_.begin() + 1, ports_.end(), std::nullopt) - ports_.begin());
        at = std::min(at, ports_.size() - 1);  // more than there are share the last
        ports_[at] = wantedPort_;
    }
    port_ = static_cast<std::uint8_t>(at);
    open_ = &openNotes_.port(port_);
    portChanged_ = false;
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
        score_->texts.push_back({tick_, type, track_, std::string(data.begin(), data.end())});
    } else if (type == 0x21 && !data.empty()) {
        wantedPort_.number = data[0];
        portChanged_ = true;
    } else if (type == 0x09) {
        wantedPort_.name.assign(data.begin(), data.end());
        portChanged_ = true;
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

void MidiTrackReader::summarise(Next end, std::size_t position) {
    if (highData_.count > 0) warnings_.add(MessageId::MidiDataBytes, {number_, highData_.count, highData_.firstAt});
    if (system_.count > 0) warnings_.add(MessageId::MidiSystemMessages, {number_, system_.count, system_.firstAt});
    if (end == Next::Cut) warnings_.add(MessageId::MidiTrackCut, {number_, position});
    if (end == Next::NoStatus) warnings_.add(MessageId::MidiNoStatus, {number_, position});
    if (end == Next::Event) warnings_.add(MessageId::MidiNoEndOfTrack, {number_});
}

}  // namespace ricercar
