// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/NoteEdits.h"

#include "core/music/ScoreOrder.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <utility>

namespace ricercar {
namespace {

constexpr std::size_t keys = 16 * 128;

std::size_t keyOf(const Note& note) { return (note.channel & 15U) * 128U + (note.pitch & 127U); }

Tick endOf(const Note& note) { return note.start + note.duration; }

void sort(NoteList& notes) { std::sort(notes.begin(), notes.end(), noteBefore); }

std::uint8_t velocity(int value) { return static_cast<std::uint8_t>(std::clamp(value, 1, 127)); }

bool keyThenStart(const Note& a, const Note& b) { return std::pair(keyOf(a), a.start) < std::pair(keyOf(b), b.start); }

/// Notes by key, then start; of those that start together only the longest. Each ends where the next of its key begins.
void resolveAmong(NoteList& put) {
    std::sort(put.begin(), put.end(), [](const Note& a, const Note& b) {
        if (keyOf(a) != keyOf(b) || a.start != b.start) return keyThenStart(a, b);
        return a.duration != b.duration ? a.duration > b.duration : noteBefore(a, b);
    });
    const auto together = [](const Note& a, const Note& b) { return keyOf(a) == keyOf(b) && a.start == b.start; };
    put.erase(std::unique(put.begin(), put.end(), together), put.end());
    for (std::size_t i = 1; i < put.size(); ++i) {
        Note& before = put[i - 1];
        if (keyOf(before) == keyOf(put[i])) before.duration = std::min(before.duration, put[i].start - before.start);
    }
}

template <class Change>
NoteList each(const NoteList& chosen, Change&& change) {
    NoteList put = chosen;
    for (Note& note : put) change(note);
    return put;
}

/// Only what is not heard as time or pitch changes: nothing is in the way.
NoteEdit inPlace(const NoteList& chosen, NoteList put) {
    sort(put);
    return {changeBetween(chosen, put), std::move(put)};
}

}  // namespace

NoteEdit replaceNotes(const NoteList& notes, const NoteList& taken, NoteList put) {
    for (Note& note : put) {
        note.start = std::clamp<Tick>(note.start, 0, lastTick - 1);
        note.duration = std::clamp<Tick>(note.duration, 1, lastTick - note.start);
        note.velocity = velocity(note.velocity);
    }
    resolveAmong(put);
    std::bitset<keys> touched;
    for (const Note& note : put) touched.set(keyOf(note));

    NoteList before = taken, after;
    for (auto note = notes.begin(), gone = taken.begin(); note != notes.end(); ++note) {
        while (gone != taken.end() && noteBefore(*gone, *note)) ++gone;
        if (gone != taken.end() && *gone == *note) {
            ++gone;
            continue;
        }
        if (!touched.test(keyOf(*note))) continue;
        auto later = std::lower_bound(put.begin(), put.end(), *note, keyThenStart);
        if (later != put.begin()) {
            Note& earlier = *(later - 1);
            if (keyOf(earlier) == keyOf(*note)) earlier.duration = std::min(earlier.duration, note->start - earlier.start);
        }
        if (later == put.end() || keyOf(*later) != keyOf(*note)) continue;
        if (later->start != note->start && later->start >= endOf(*note)) continue;
        before.push_back(*note);
        if (later->start == note->start) continue;
        after.push_back(*note);
        after.back().duration = later->start - note->start;
    }
    sort(before);
    sort(put);
    after.insert(after.end(), put.begin(), put.end());
    sort(after);
    return {changeBetween(before, after), std::move(put)};
}

NoteEdit addNotes(const NoteList& notes, NoteList added) { return replaceNotes(notes, {}, std::move(added)); }

NoteEdit eraseNotes(const NoteList&, const NoteList& chosen) { return {{chosen, {}}, {}}; }

NoteEdit moveNotes(const NoteList& notes, const NoteList& chosen, Tick ticks, int semitones, bool copy) {
    if (chosen.empty()) return {};
    Tick first = lastTick, last = 0;
    int low = 127, high = 0;
    for (const Note& note : chosen) {
        first = std::min(first, note.start);
        last = std::max(last, endOf(note));
        low = std::min<int>(low, note.pitch);
        high = std::max<int>(high, note.pitch);
    }
    ticks = std::clamp(ticks, -first, std::max<Tick>(lastTick - last, -first));
    semitones = std::clamp(semitones, -low, 127 - high);
    if (ticks == 0 && semitones == 0) return {{}, chosen};
    return replaceNotes(notes, copy ? NoteList() : chosen, each(chosen, [&](Note& note) {
                            note.start += ticks;
                            note.pitch = static_cast<std::uint8_t>(note.pitch + semitones);
                        }));
}

NoteEdit resizeStarts(const NoteList& notes, const NoteList& chosen, Tick ticks, Tick shortest) {
    return replaceNotes(notes, chosen, each(chosen, [&](Note& note) {
                            const Tick least = std::min(std::max<Tick>(shortest, 1), std::max<Tick>(note.duration, 1));
                            const Tick end = endOf(note);
                            note.start = std::clamp<Tick>(note.start + ticks, 0, std::max<Tick>(end - least, 0));
                            note.duration = end - note.start;
                        }));
}

NoteEdit resizeEnds(const NoteList& notes, const NoteList& chosen, Tick ticks, Tick shortest) {
    return replaceNotes(notes, chosen, each(chosen, [&](Note& note) {
                            const Tick least = std::min(std::max<Tick>(shortest, 1), std::max<Tick>(note.duration, 1));
                            note.duration = std::max(note.duration + ticks, least);
                        }));
}

NoteEdit splitNotes(const NoteList& notes, const NoteList& chosen, Tick at) {
    NoteList taken, put, untouched;
    for (const Note& note : chosen) {
        if (note.start >= at || endOf(note) <= at) {
            untouched.push_back(note);
            continue;
        }
        taken.push_back(note);
        put.push_back(note);
        put.back().duration = at - note.start;
        put.push_back(note);
        put.back().start = at;
        put.back().duration = endOf(note) - at;
    }
    NoteEdit edit = replaceNotes(notes, taken, std::move(put));
    edit.chosen.insert(edit.chosen.end(), untouched.begin(), untouched.end());
    sort(edit.chosen);
    return edit;
}

NoteEdit joinNotes(const NoteList& notes, const NoteList& chosen) {
    std::bitset<keys> touched;
    for (const Note& note : chosen) touched.set(keyOf(note));
    struct Held {
        Note note;
        bool chosen;
    };
    std::vector<Held> row;  // those of the touched keys
    auto next = chosen.begin();
    for (const Note& note : notes) {
        while (next != chosen.end() && noteBefore(*next, note)) ++next;
        const bool one = next != chosen.end() && *next == note;
        if (one) ++next;
        if (touched.test(keyOf(note))) row.push_back({note, one});
    }
    std::stable_sort(row.begin(), row.end(), [](const Held& a, const Held& b) { return keyThenStart(a.note, b.note); });
    NoteList taken, put, single;
    for (std::size_t i = 0; i < row.size();) {
        std::size_t end = i + 1;
        while (row[i].chosen && end < row.size() && row[end].chosen && keyOf(row[end].note) == keyOf(row[i].note)) ++end;
        if (end - i > 1) {
            Note joined = row[i].note;
            for (std::size_t k = i; k < end; ++k) {
                joined.duration = std::max(joined.duration, endOf(row[k].note) - joined.start);
                taken.push_back(row[k].note);
            }
            put.push_back(joined);
        } else if (row[i].chosen) {
            single.push_back(row[i].note);
        }
        i = end;
    }
    sort(taken);
    NoteEdit edit = replaceNotes(notes, taken, std::move(put));
    edit.chosen.insert(edit.chosen.end(), single.begin(), single.end());
    sort(edit.chosen);
    return edit;
}

NoteEdit quantiseNotes(const NoteList& notes, const NoteList& chosen, const std::function<Tick(Tick)>& nearest,
                       const Quantising& how) {
    const double strength = std::clamp(how.strength, 0.0, 1.0);
    const auto towards = [&](Tick tick) {
        return tick + static_cast<Tick>(std::llround(static_cast<double>(nearest(tick) - tick) * strength));
    };
    return replaceNotes(notes, chosen, each(chosen, [&](Note& note) {
                            const Tick end = how.ends ? towards(endOf(note)) : endOf(note);
                            const Tick start = how.starts ? std::max<Tick>(towards(note.start), 0) : note.start;
                            if (how.ends) note.duration = end > start ? end - start : std::max<Tick>(how.shortest, 1);
                            note.start = start;
                        }));
}

NoteEdit transposeInScale(const NoteList& notes, const NoteList& chosen, int degrees, std::uint16_t scale) {
    const auto inScale = [&](int pitch) { return (unsigned{scale} >> static_cast<unsigned>(pitch % 12) & 1U) != 0; };
    if ((scale & 0xFFFU) == 0 || degrees == 0) return {{}, chosen};
    NoteList put = chosen;
    const int direction = degrees > 0 ? 1 : -1;
    for (Note& note : put) {
        int pitch = note.pitch;
        for (int left = std::abs(degrees); left > 0; --left) {
            do pitch += direction;
            while (pitch >= 0 && pitch <= 127 && !inScale(pitch));
            if (pitch < 0 || pitch > 127) return {{}, chosen};
        }
        note.pitch = static_cast<std::uint8_t>(pitch);
    }
    return replaceNotes(notes, chosen, std::move(put));
}

NoteEdit setVelocity(const NoteList&, const NoteList& chosen, int to) {
    return inPlace(chosen, each(chosen, [&](Note& note) { note.velocity = velocity(to); }));
}

NoteEdit changeVelocity(const NoteList&, const NoteList& chosen, int by) {
    return inPlace(chosen, each(chosen, [&](Note& note) { note.velocity = velocity(note.velocity + by); }));
}

NoteEdit rampVelocity(const NoteList&, const NoteList& chosen, Tick from, int first, Tick to, int last) {
    if (to < from) {
        std::swap(from, to);
        std::swap(first, last);
    }
    return inPlace(chosen, each(chosen, [&](Note& note) {
                       const double part =
                           to == from
                               ? 1.0
                               : std::clamp(static_cast<double>(note.start - from) / static_cast<double>(to - from), 0.0, 1.0);
                       note.velocity = velocity(static_cast<int>(std::lround(first + part * (last - first))));
                   }));
}

}  // namespace ricercar
