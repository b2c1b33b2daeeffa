#include "core/sound/SoundEvents.h"

#include "core/music/TempoMap.h"

#include <algorithm>
#include <array>

namespace ricercar {
namespace {

struct Timed {
    Tick tick;
    int rank;  ///< at one tick: 0 note-offs, 1 channel events, 2 note-ons
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
    std::vector<Key> keys(16 * 128);
    for (const Edge& edge : edges) {
        const int channel = edge.note->channel & 15;
        const int pitch = edge.note->pitch & 127;
        Key& key = keys[static_cast<std::size_t>(channel * 128 + pitch)];
        if (!edge.on) {
            if (--key.held == 0) timed.push_back({edge.tick, 0, MidiMessage::off(channel, pitch)});
            continue;
        }
        const int velocity = std::clamp<int>(edge.note->velocity, 1, 127);
        if (key.held++ > 0 && key.struckAt == edge.tick) {  // two notes are one strike, as loud as the louder
            std::uint8_t& louder = timed[key.strike].message.data2;
            louder = std::max(louder, static_cast<std::uint8_t>(velocity));
            continue;
        }
        if (key.held > 1) timed.push_back({edge.tick, 0, MidiMessage::off(channel, pitch)});
        key.struckAt = edge.tick;
        key.strike = timed.size();
        timed.push_back({edge.tick, 2, MidiMessage::on(channel, pitch, velocity)});
    }
}

}  // namespace

SoundEvents soundEvents(const Score& score) {
    std::vector<Timed> timed;
    timed.reserve(score.notes.size() * 2 + score.events.size());
    addNotes(score.notes, timed);
    for (const ChannelEvent& event : score.events)
        if (event.status >= 0xA0 && event.status < 0xF0)
            timed.push_back(
                {event.tick,
                 1,
                 {event.status, static_cast<std::uint8_t>(event.data1 & 127), static_cast<std::uint8_t>(event.data2 & 127)}});
    std::stable_sort(timed.begin(), timed.end(),
                     [](const Timed& a, const Timed& b) { return a.tick != b.tick ? a.tick < b.tick : a.rank < b.rank; });

    const TempoMap tempo(score);
    SoundEvents events;
    events.list.reserve(timed.size());
    for (const Timed& one : timed) events.list.push_back({tempo.seconds(one.tick), one.message});
    events.seconds = tempo.seconds(std::max(score.end, timed.empty() ? Tick{0} : timed.back().tick));
    return events;
}

}  // namespace ricercar
