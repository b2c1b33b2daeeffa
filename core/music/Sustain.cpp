// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Sustain.h"

#include <algorithm>
#include <array>

namespace ricercar {
namespace {

constexpr int pedalController = 64;
constexpr int resetControllers = 121;

struct Pressed {
    Tick down;
    Tick up;
};

/// Where the channels are silenced, pedal or not (controller 120).
using Silences = std::array<std::vector<Tick>, 16 * std::size_t{mostPorts}>;

}  // namespace

std::vector<Tick> sustainedEnds(const Score& score) {
    std::array<std::vector<Pressed>, 16 * std::size_t{mostPorts}> pedals;
    std::array<bool, 16 * std::size_t{mostPorts}> isDown{};
    Silences silences;
    for (const ChannelEvent& event : score.events) {
        if ((event.status & 0xF0) != 0xB0) continue;
        const std::size_t channel = (event.port & 15U) * 16 + (event.status & 0x0FU);
        if (event.data1 == 120) silences[channel].push_back(event.tick);
        if (event.data1 != pedalController && event.data1 != resetControllers) continue;
        const bool down = event.data1 == pedalController && event.data2 >= 64;
        const bool first = event.place == ChannelEvent::Place::BeforeEnds;
        if (down && !isDown[channel]) pedals[channel].push_back({event.tick - (first ? 1 : 0), score.end});
        if (!down && isDown[channel]) pedals[channel].back().up = event.tick;
        isDown[channel] = down;
    }
    std::vector<Tick> ends;
    ends.reserve(score.notes.size());
    for (const Note& note : score.notes) {
        const Tick end = note.start + note.duration;
        const std::size_t channel = (note.port & 15U) * 16 + (note.channel & 0x0FU);
        const auto& pedal = pedals[channel];
        // The last press before the key is released.
        const auto after = std::lower_bound(pedal.begin(), pedal.end(), end,
                                            [](const Pressed& press, Tick tick) { return press.down < tick; });
        Tick until = after == pedal.begin() ? end : std::max(end, (after - 1)->up);
        const auto silence = std::lower_bound(silences[channel].begin(), silences[channel].end(), end);
        if (silence != silences[channel].end()) until = std::min(until, *silence);
        ends.push_back(until);
    }
    return ends;
}

}  // namespace ricercar
