// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/SectionScores.h"

#include "core/music/MeterSections.h"
#include "core/music/ScoreOrder.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace ricercar {
namespace {

/// What holds at `start`, put at tick 0, and what happens until `end`; `kindOf` tells which events supersede each other.
template <class Event, class KindOf>
std::vector<Event> from(const std::vector<Event>& events, Tick start, Tick end, bool last, KindOf&& kindOf) {
    std::map<int, Event> held;
    std::vector<Event> result;
    for (const Event& event : events) {
        if (event.tick >= end && !(last && event.tick == end)) break;
        Event moved = event;
        moved.tick = std::max<Tick>(event.tick - start, 0);
        if (event.tick <= start && kindOf(event) >= 0)
            held.insert_or_assign(kindOf(event), moved);
        else if (event.tick >= start)
            result.push_back(moved);
    }
    std::vector<Event> all;
    for (auto& [kind, event] : held) all.push_back(event);
    all.insert(all.end(), result.begin(), result.end());
    return all;
}

/// Controllers, programs, pressure and bends hold until the next of their kind.
int kindOfEvent(const ChannelEvent& event) {
    const int kind = event.status & 0xF0;
    return event.port << 16 | event.status << 8 | (kind == 0xB0 || kind == 0xA0 ? event.data1 : 0);
}

SectionScore sectionScoreOf(const Score& score, const MeterSection& stretch) {
    const auto one = [](const auto&) { return 0; };
    const Tick start = stretch.start, end = stretch.end;
    SectionScore movement;
    movement.first = start == 0;
    movement.last = stretch.last;
    movement.remarks = stretch.remarks;
    Score& part = movement.score;
    part.division = score.division;
    part.tracks = score.tracks;
    part.end = std::max<Tick>(end - start, 0);
    for (std::size_t i = stretch.firstNote; i < stretch.lastNote; ++i) {
        Note note = score.notes[i];
        const Tick off = note.start + note.duration - start;
        note.start = std::max<Tick>(note.start - start, 0);
        note.duration = std::max<Tick>(off - note.start, 0);
        part.notes.push_back(note);
    }
    std::sort(part.notes.begin(), part.notes.end(), noteBefore);  // those before the start were moved onto it
    part.tempos = from(score.tempos, start, end, stretch.last, one);
    part.keys = from(score.keys, start, end, stretch.last, one);
    part.events = from(score.events, start, end, stretch.last, kindOfEvent);
    int before = 0;  // they build upon each other, so all of them hold
    part.setups = from(score.setups, start, end, stretch.last, [&](const SetupEvent&) { return before++; });
    part.texts = from(score.texts, start, end, stretch.last, [](const TextEvent&) { return -1; });
    part.meters = {{0, stretch.meter}};
    if (stretch.pickup > 0) part.meters = {{0, {stretch.pickup, 16}}, {stretch.barLine - start, stretch.meter}};
    return movement;
}

}  // namespace

std::vector<SectionScore> sectionScoresOf(const Score& score) {
    std::vector<SectionScore> movements;
    for (const MeterSection& stretch : meterSectionsOf(score, Grid(score))) movements.push_back(sectionScoreOf(score, stretch));
    return movements;
}

Score inQuarters(const Score& score) {
    if (!score.division.smpte()) return score;
    constexpr int ticksPerQuarter = 480;
    const TempoMap map(score);
    const auto tick = [&](Tick old) { return static_cast<Tick>(std::llround(map.quarters(old) * ticksPerQuarter)); };
    Score result = score;
    result.division = {ticksPerQuarter, 0.0};
    for (Note& note : result.notes) {
        const Tick end = tick(note.start + note.duration);
        note.start = tick(note.start);
        note.duration = end - note.start;
    }
    std::sort(result.notes.begin(), result.notes.end(), noteBefore);  // some fall onto one tick
    const auto move = [&](auto& events) {
        for (auto& event : events) event.tick = tick(event.tick);
    };
    move(result.tempos);
    move(result.meters);
    move(result.keys);
    move(result.events);
    move(result.texts);
    move(result.setups);
    result.end = tick(score.end);
    return result;
}

}  // namespace ricercar
