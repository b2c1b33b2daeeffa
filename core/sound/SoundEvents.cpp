// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/SoundEvents.h"

#include "core/music/DrumParts.h"
#include "core/music/MusicEnd.h"
#include "core/music/TempoMap.h"

#include <algorithm>
#include <array>

namespace ricercar {
namespace {

enum Rank : int { BeforeEnds, Ends, Parts, Usual, Starts, AfterStarts };

Rank rankOf(const ChannelEvent& event) {
    switch (event.place) {
        case ChannelEvent::Place::BeforeEnds: return BeforeEnds;
        case ChannelEvent::Place::AfterStarts: return AfterStarts;
        case ChannelEvent::Place::Usual: break;
    }
    return Usual;
}

struct Timed {
    Tick tick;
    int rank;  ///< at one tick
    MidiMessage message;
};

struct Edge {
    Tick tick;
    bool on;
    const Note* note;
};

/// What one key of one channel is doing.
struct Key {
    int held = 0;
    Tick struckAt = -1;
    std::size_t strike = 0;  ///< where its last note-on stands
};

void addNotes(const std::vector<Note>& notes, std::vector<Timed>& timed) {
    std::vector<Edge> edges;
    edges.reserve(notes.size() * 2);
    for (const Note& note : notes) {
        edges.push_back({note.start, true, &note});
        edges.push_back({note.start + std::max<Tick>(note.duration, 1), false, &note});
    }
    std::stable_sort(edges.begin(), edges.end(),
                     [](const Edge& a, const Edge& b) { return a.tick != b.tick ? a.tick < b.tick : a.on < b.on; });
    std::size_t ports = 1;
    for (const Note& note : notes) ports = std::max<std::size_t>(ports, (note.port & 15U) + 1);
    std::vector<Key> keys(ports * 16 * 128);
    for (const Edge& edge : edges) {
        const int channel = edge.note->channel & 15;
        const int pitch = edge.note->pitch & 127;
        const int port = edge.note->port & 15;
        Key& key = keys[static_cast<std::size_t>((port * 16 + channel) * 128 + pitch)];
        if (!edge.on) {
            if (--key.held == 0) timed.push_back({edge.tick, Ends, MidiMessage::off(channel, pitch, port)});
            continue;
        }
        const int velocity = std::clamp<int>(edge.note->velocity, 1, 127);
        if (key.held++ > 0 && key.struckAt == edge.tick) {  // two notes are one strike, as loud as the louder
            std::uint8_t& louder = timed[key.strike].message.data2;
            louder = std::max(louder, static_cast<std::uint8_t>(velocity));
            continue;
        }
        if (key.held > 1) timed.push_back({edge.tick, Ends, MidiMessage::off(channel, pitch, port)});
        key.struckAt = edge.tick;
        key.strike = timed.size();
        timed.push_back({edge.tick, Starts, MidiMessage::on(channel, pitch, velocity, port)});
    }
}

}  // namespace

SoundEvents soundEvents(const Score& score) {
    std::vector<Timed> timed;
    timed.reserve(score.notes.size() * 2 + score.events.size());
    addNotes(score.notes, timed);
    const Tick end = score.notes.empty() ? score.end : soundEnd(score);
    const DrumParts drums(score);
    for (const DrumParts::Change& change : drums.changes())
        if (change.tick <= end)
            timed.push_back({change.tick, Parts, MidiMessage::part(change.channel, change.drums, change.port)});
    for (const ChannelEvent& event : score.events)
        if (event.status >= 0xA0 && event.status < 0xF0 && event.tick <= end)
            timed.push_back({event.tick,
                             rankOf(event),
                             {event.status, static_cast<std::uint8_t>(event.data1 & 127),
                              static_cast<std::uint8_t>(event.data2 & 127), static_cast<std::uint8_t>(event.port & 15)}});
    std::stable_sort(timed.begin(), timed.end(),
                     [](const Timed& a, const Timed& b) { return a.tick != b.tick ? a.tick < b.tick : a.rank < b.rank; });

    const TempoMap tempo(score);
    SoundEvents events;
    events.list.reserve(timed.size());
    for (const Timed& one : timed) events.list.push_back({tempo.seconds(one.tick), one.message});
    events.seconds = tempo.seconds(std::max(end, timed.empty() ? Tick{0} : timed.back().tick));
    return events;
}

}  // namespace ricercar
