// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/NoteClip.h"

#include "core/music/MidiFile.h"
#include "core/music/ScoreOrder.h"
#include "core/music/SectionScores.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ricercar {
namespace {

constexpr int programChange = 0xC0;

/// What holds at the tick: the last change up to it.
template <class Change>
std::optional<Change> heldAt(const std::vector<Change>& changes, Tick tick) {
    std::optional<Change> held;
    for (const Change& change : changes)
        if (change.tick <= tick) held = change;
    if (held) held->tick = 0;
    return held;
}

}  // namespace

Bytes clipOf(const Score& score, const NoteList& chosen) {
    Score clip;
    clip.division = score.division;
    clip.tracks = std::max(score.tracks, 1);
    clip.notes = chosen;
    const Tick from = chosen.empty() ? 0 : chosen.front().start;
    std::array<bool, 16> channels{};
    for (Note& note : clip.notes) {
        note.start -= from;
        channels.at(note.channel & 15U) = true;
        clip.tracks = std::max(clip.tracks, note.track + 1);
        clip.end = std::max(clip.end, note.start + note.duration);
    }
    if (const auto tempo = heldAt(score.tempos, from)) clip.tempos.push_back(*tempo);
    if (const auto meter = heldAt(score.meters, from)) clip.meters.push_back(*meter);
    std::array<std::optional<ChannelEvent>, 16> programs;
    for (const ChannelEvent& event : score.events)
        if ((event.status & 0xF0) == programChange && (event.tick <= from || !programs.at(event.status & 15U)))
            programs.at(event.status & 15U) = event;
    for (std::size_t channel = 0; channel < channels.size(); ++channel)
        if (channels[channel] && programs[channel]) {
            clip.events.push_back(*programs[channel]);
            clip.events.back().tick = 0;
        }
    return writeMidi(clip);
}

NoteList notesOfClip(std::span<const std::uint8_t> midi, int ticksPerQuarter, Tick at) {
    MidiFile file = readMidi(midi, "clipboard");
    if (file.sequences.empty()) return {};
    const Score clip = inQuarters(file.sequences.front());
    const Tick from = std::max(clip.division.ticksPerQuarter, 1), to = std::max(ticksPerQuarter, 1);
    const auto scaled = [&](Tick tick) { return (tick * to * 2 + from) / (from * 2); };
    NoteList notes = clip.notes;
    const Tick first = notes.empty() ? 0 : notes.front().start;
    for (Note& note : notes) {
        const Tick end = scaled(note.start - first + note.duration);
        note.start = scaled(note.start - first);
        note.duration = std::max<Tick>(end - note.start, 1);
        note.start += at;
    }
    std::sort(notes.begin(), notes.end(), noteBefore);
    return notes;
}

}  // namespace ricercar
