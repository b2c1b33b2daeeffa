// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/NoteRecorder.h"

#include "core/music/TempoMap.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ricercar {
namespace {

constexpr std::size_t most = 1'000'000;  // a day of playing without rest

}  // namespace

void NoteRecorder::begin() {
    const std::lock_guard lock(mutex_);
    events_.clear();
    on_ = true;
}

void NoteRecorder::take(double seconds, const MidiMessage& message) {
    const std::lock_guard lock(mutex_);
    if (on_ && !message.system() && events_.size() < most) events_.push_back({std::max(seconds, 0.0), message});
}

std::size_t NoteRecorder::notes() const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::size_t>(
        std::count_if(events_.begin(), events_.end(), [](const SoundEvent& event) { return event.message.noteOn(); }));
}

Score NoteRecorder::end(double seconds, const Score& frame) {
    std::vector<SoundEvent> events;
    {
        const std::lock_guard lock(mutex_);
        events.swap(events_);
        on_ = false;
    }
    Score score;
    score.division = frame.division;
    score.tempos = frame.tempos;
    score.meters = frame.meters;
    score.keys = frame.keys;
    const TempoMap tempo(frame);
    std::array<std::optional<std::size_t>, 16 * 128> held;
    const auto letGo = [&](std::optional<std::size_t>& key, Tick tick) {
        if (!key) return;
        Note& note = score.notes[*key];
        note.duration = std::max<Tick>(tick - note.start, 1);
        key.reset();
    };
    for (const SoundEvent& event : events) {
        const Tick tick = std::max<Tick>(tempo.tickAtSeconds(event.seconds), 0);
        const MidiMessage& message = event.message;
        auto& key = held[static_cast<std::size_t>(message.channel() * 128 + (message.data1 & 127))];
        if (message.noteOn()) {
            letGo(key, tick);
            key = score.notes.size();
            score.notes.push_back({tick, 0, message.data1, message.data2, static_cast<std::uint8_t>(message.channel()), 0});
        } else if (message.noteOff()) {
            letGo(key, tick);
        } else {
            score.events.push_back({tick, message.status, message.data1, message.data2, 0});
        }
    }
    const Tick last = tempo.tickAtSeconds(std::max(seconds, 0.0));
    for (auto& key : held) letGo(key, last);
    std::stable_sort(score.notes.begin(), score.notes.end(),
                     [](const Note& a, const Note& b) { return a.start != b.start ? a.start < b.start : a.pitch < b.pitch; });
    std::stable_sort(score.events.begin(), score.events.end(),
                     [](const ChannelEvent& a, const ChannelEvent& b) { return a.tick < b.tick; });
    for (const Note& note : score.notes) score.end = std::max(score.end, note.start + note.duration);
    return score;
}

}  // namespace ricercar
