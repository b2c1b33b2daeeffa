#include "core/music/Sustain.h"

#include <algorithm>
#include <array>

namespace ricercar {
namespace {

struct Pressed {
    Tick down;
    Tick up;
};

}  // namespace

std::vector<Tick> sustainedEnds(const Score& score) {
    std::array<std::vector<Pressed>, 16> pedals;
    std::array<bool, 16> isDown{};
    for (const ChannelEvent& event : score.events) {
        if ((event.status & 0xF0) != 0xB0 || event.data1 != 64) continue;
        const std::size_t channel = event.status & 0x0FU;
        const bool down = event.data2 >= 64;
        if (down && !isDown[channel]) pedals[channel].push_back({event.tick, score.end});
        if (!down && isDown[channel]) pedals[channel].back().up = event.tick;
        isDown[channel] = down;
    }
    std::vector<Tick> ends;
    ends.reserve(score.notes.size());
    for (const Note& note : score.notes) {
        const Tick end = note.start + note.duration;
        const auto& pedal = pedals[note.channel & 0x0FU];
        // The last press before the key is released.
        const auto after = std::lower_bound(pedal.begin(), pedal.end(), end,
                                            [](const Pressed& press, Tick tick) { return press.down < tick; });
        ends.push_back(after == pedal.begin() ? end : std::max(end, (after - 1)->up));
    }
    return ends;
}

}  // namespace ricercar
