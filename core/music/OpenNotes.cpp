// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/OpenNotes.h"

#include "core/music/BarMap.h"
#include "core/music/SectionScores.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace ricercar {
namespace {

constexpr std::size_t barsNamed = 8;
constexpr std::size_t furtherStrays = 64;  ///< looked at for a group of notes beside one for each note

bool isMode(const ChannelEvent& event) { return (event.status & 0xF0) == 0xB0 && (event.data1 == 120 || event.data1 >= 123); }

}  // namespace

OpenNotes::Port& OpenNotes::port(std::uint8_t port) {
    auto& found = ports_[port % ports_.size()];
    if (!found) found = std::make_unique<Port>();
    return *found;
}

void OpenNotes::beginTrack(Score& score, std::uint64_t number) {
    score_ = &score;
    track_ = number;
    settled_.fill(score.notes.size());
}

void OpenNotes::endChannel(Tick tick, std::uint8_t port, int channel) {
    modes_ = true;
    const std::size_t first = static_cast<std::size_t>(channel) * 128;
    settle(tick, port % ports_.size(), first, first + 128, false);
}

void OpenNotes::endTrack(Tick tick) {
    for (std::size_t port = 0; port < ports_.size(); ++port) settle(tick, port, 0, keys, true);
}

void OpenNotes::settle(Tick tick, std::size_t portNumber, std::size_t firstKey, std::size_t lastKey, bool trackEnds) {
    Port* const port = ports_[portNumber].get();
    if (!port) return;
    const std::vector<Note>& notes = score_->notes;
    std::map<std::size_t, Group> groups;
    std::size_t from = notes.size();
    for (std::size_t key = firstKey; key < lastKey; ++key) {
        if (port->first[key] == none) continue;
        Group& group = groups[key];
        for (Tick at = port->first[key]; at != none; at = notes[static_cast<std::size_t>(at)].duration)
            group.open.push_back(static_cast<std::size_t>(at));
        group.start = notes[group.open.front()].start;
        port->first[key] = none;
        from = std::min(from, settled_[portNumber * 16 + key / 128]);
    }
    std::size_t searching = groups.size();
    for (std::size_t i = notes.size(); i > from && searching > 0; --i) {
        const Note& note = notes[i - 1];
        if (note.port != portNumber || i - 1 < settled_[channelOf(note)]) continue;
        const auto found = groups.find(note.channel * std::size_t{128} + note.pitch);
        if (found == groups.end() || found->second.complete || i - 1 >= found->second.open.front()) continue;
        Group& group = found->second;
        if (note.start + note.duration <= group.start) {
            group.complete = true;
            --searching;
        } else {
            group.closed.push_back(i - 1);
            group.start = note.start;
        }
    }
    for (std::size_t channel = firstKey / 128; channel < lastKey / 128; ++channel)
        settled_[portNumber * 16 + channel] = notes.size();
    for (auto& [key, group] : groups) {
        for (const std::size_t note : group.open) score_->notes[note].duration = tick - score_->notes[note].start;
        group.key = portNumber * keys + key;
        group.track = track_;
        group.tick = tick;
        group.trackEnds = trackEnds;
        groups_.push_back(std::move(group));
    }
}

/// Which notes have lost their note-offs is told by dealing each note-off to the newest note that began before it.
void OpenNotes::dealAnew(const Group& group, const std::vector<Stray*>& strays) {
    std::vector<Note>& notes = score_->notes;
    std::vector<std::size_t> all(group.closed.rbegin(), group.closed.rend());
    std::vector<std::pair<Tick, Stray*>> ends;
    for (const std::size_t note : all) ends.emplace_back(notes[note].start + notes[note].duration, nullptr);
    all.insert(all.end(), group.open.begin(), group.open.end());
    std::size_t looks = all.size() + furtherStrays;
    for (auto at = std::upper_bound(strays.begin(), strays.end(), group.start,
                                    [](Tick tick, const Stray*stray) { return tick < stray->tick; });
         at != strays.end() && looks > 0 && (group.trackEnds || (*at)->tick < group.tick); ++at, --looks)
        if (!(*at)->used && (*at)->track != group.track) ends.emplace_back((*at)->tick, *at);
    std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

    std::vector<std::size_t> sounding;  // positions in `all`
    std::vector<bool> ended(all.size(), false);
    std::vector<Tick> used;
    auto end = ends.begin();
    const auto endNewest = [&] {
        if (!sounding.empty()) {
            used.push_back(end->first);
            if (end->second) end->second->used = true;
            ended[sounding.back()] = true;
            sounding.pop_back();
        }
        ++end;
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        while (end != ends.end() && end->first <= notes[all[i]].start) endNewest();
        sounding.push_back(i);
    }
    while (end != ends.end()) endNewest();
    auto next = used.begin();  // among those that end, the first to begin ends first, as ever
    for (std::size_t i = 0; i < all.size(); ++i)
        if (ended[i]) notes[all[i]].duration = *next++ - notes[all[i]].start;
    for (const std::size_t position : sounding) {
        Note& note = notes[all[position]];
        Open open{all[position], group.track, group.tick, false, group.trackEnds};
        for (std::size_t later = position + 1; later < all.size() && !open.restruck; ++later) {
            const Note& other = notes[all[later]];
            if (other.start == note.start && !ended[later]) continue;
            // two that began as one also end as one
            open.until = other.start > note.start ? other.start : other.start + other.duration;
            open.restruck = true;
            open.trackEnds = false;
        }
        note.duration = open.until - note.start;
        open_.push_back(open);
    }
}

void OpenNotes::dealAll() {
    std::unordered_map<std::size_t, std::vector<Stray*>> strays;
    for (const Group& group : groups_) strays[group.key];
    for (Stray& stray : strays_)
        if (const auto found = strays.find(stray.port * keys + stray.key); found != strays.end())
            found->second.push_back(&stray);
    for (auto& [key, list] : strays)
        std::stable_sort(list.begin(), list.end(), [](const Stray* a, const Stray* b) { return a->tick < b->tick; });
    std::stable_sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) { return a.start < b.start; });
    for (const Group& group : groups_) dealAnew(group, strays[group.key]);
}

/// Notes of the same key in another track.
void OpenNotes::endAtOtherTracks() {
    std::vector<Note>& notes = score_->notes;
    const auto key = [](const Note& note) { return note.port * keys + note.channel * std::size_t{128} + note.pitch; };
    std::unordered_map<std::size_t, std::vector<std::pair<Tick, std::uint16_t>>> starts;
    for (const Open& open : open_) starts[key(notes[open.note])];
    for (const Note& note : notes)
        if (const auto found = starts.find(key(note)); found != starts.end())
            found->second.emplace_back(note.start, note.track);
    for (auto& [unused, list] : starts) std::sort(list.begin(), list.end());
    for (Open& open : open_) {
        Note& note = notes[open.note];
        const auto& list = starts[key(note)];
        auto next = std::upper_bound(list.begin(), list.end(), std::pair(note.start, std::uint16_t{0xFFFF}));
        while (next != list.end() && next->second == note.track) ++next;
        if (next == list.end() || next->first >= open.until) continue;
        open.until = next->first;
        open.restruck = true;
        open.trackEnds = false;
        note.duration = open.until - note.start;
    }
}

/// Mode messages end what sounds on their channel, whatever track it is in.
void OpenNotes::cutAtModes() {
    std::array<std::vector<Tick>, 16 * std::size_t{mostPorts}> modes;
    for (const ChannelEvent& event : score_->events)
        if (isMode(event)) modes[event.port * std::size_t{16} + (event.status & 0x0FU)].push_back(event.tick);
    for (auto& ticks : modes) std::sort(ticks.begin(), ticks.end());
    const auto cut = [&](Note& note) {
        const auto& ticks = modes[channelOf(note)];
        const auto next = std::upper_bound(ticks.begin(), ticks.end(), note.start);
        if (next == ticks.end() || *next - note.start >= note.duration) return false;
        note.duration = *next - note.start;
        return true;
    };
    for (Open& open : open_)
        if (cut(score_->notes[open.note])) open.restruck = open.trackEnds = false;
    for (Note& note : score_->notes) cut(note);
}

void OpenNotes::say(MidiWarnings& warnings) const {
    struct Lost {
        std::uint64_t mended = 0, hanging = 0;
        std::set<int> bars;
    };
    std::map<std::uint64_t, Lost> tracks;
    std::optional<BarMap> bars;
    const bool smpte = score_->division.smpte();
    for (const Open& open : open_) {
        Lost& lost = tracks[open.track];
        if (open.restruck && score_->notes[open.note].channel == drumChannel) continue;
        if (open.restruck) {
            ++lost.mended;
            if (smpte || lost.bars.size() > barsNamed) continue;
            if (!bars) bars.emplace(*score_);
            const double unit = static_cast<double>(std::max(score_->division.ticksPerQuarter, 1)) / stepsPerQuarter;
            lost.bars.insert(bars->bar(static_cast<double>(score_->notes[open.note].start) / unit));
        } else if (open.trackEnds) {
            ++lost.hanging;
        }
    }
    for (const auto& [track, lost] : tracks) {
        if (lost.mended > 0 && lost.bars.empty()) warnings.add(MessageId::MidiLostOffs, {track, lost.mended});
        if (lost.mended > 0 && !lost.bars.empty()) {
            std::string list;
            std::size_t named = 0;
            for (const int bar : lost.bars) {
                list += (named == 0 ? "" : ", ") + (named < barsNamed ? std::to_string(bar) : std::string("…"));
                if (++named > barsNamed) break;
            }
            warnings.add(Message{MessageId::MidiLostOffsInBars, {track, lost.mended, list}});
        }
        if (lost.hanging > 0) warnings.add(MessageId::MidiHangingNotes, {track, lost.hanging});
    }
}

void OpenNotes::finish(MidiWarnings& warnings) {
    if (!groups_.empty()) {
        dealAll();
        endAtOtherTracks();
    }
    if (modes_) cutAtModes();
    if (!open_.empty()) {
        std::stable_sort(score_->meters.begin(), score_->meters.end(),
                         [](const MeterChange& a, const MeterChange& b) { return a.tick < b.tick; });
        say(warnings);
    }
    groups_.clear();
    open_.clear();
    strays_.clear();
    modes_ = false;
}

}  // namespace ricercar
