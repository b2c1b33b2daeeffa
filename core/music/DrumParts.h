// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

#include <array>
#include <vector>

namespace ricercar {

/// Which channels of a score are drums, and from when: channel 10 of each port, until a bank or a system message says
/// otherwise. Bank 127 or 126 (XG; where no other standard was chosen, too) and 120 (GM2) make a channel drums, 121 (GM2) and
/// any other bank of XG melodic. GS tells it by "use for rhythm part" alone, XG also by its part mode. Messages count from
/// their tick on.
class DrumParts {
public:
    explicit DrumParts(const Score& score);

    /// From `tick` on a channel is something else than before.
    struct Change {
        Tick tick = 0;
        std::uint8_t port = 0;
        std::uint8_t channel = 0;
        bool drums = false;
    };
    [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }

    [[nodiscard]] bool operator()(const Note& note) const {
        if (changes_.empty()) return note.channel == drumChannel;
        return at(note.port, note.channel, note.start);
    }
    [[nodiscard]] bool at(int port, int channel, Tick tick) const;

private:
    class Reader;
    std::vector<Change> changes_;  ///< by tick
    std::array<std::vector<Change>, 16 * std::size_t{mostPorts}> byChannel_;
};

}  // namespace ricercar
