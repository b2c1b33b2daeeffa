// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ricercar {

/// The notes of one track on one channel: what a mixer has a line for.
struct Part {
    int track = 0;
    int channel = 0;
    std::string name;  ///< of the track, UTF-8; may be empty
    int program = 0;   ///< the first, 0 .. 127
    std::size_t notes = 0;
    bool drums = false;  ///< where it begins
    friend bool operator==(const Part&, const Part&) = default;
};

/// By track, then channel; only those that have notes.
std::vector<Part> partsOf(const Score& score);

struct PartMix {
    int program = -1;  ///< -1: as the piece has it
    bool mute = false;
    bool solo = false;
    double volume = 1.0;  ///< 0 .. 2, times what the piece has
    [[nodiscard]] bool plain() const { return *this == PartMix{}; }
    friend bool operator==(const PartMix&, const PartMix&) = default;
};

/// How parts are heard, by track and channel; parts that are not in it are plain. Where any is solo, only those are heard.
struct Mix {
    std::map<std::pair<int, int>, PartMix> parts;

    [[nodiscard]] const PartMix& of(const Part& part) const;
    [[nodiscard]] bool heard(const Part& part) const;
    [[nodiscard]] bool plain() const;
    friend bool operator==(const Mix&, const Mix&) = default;
};

/// The score as the mix has it. A program or volume of a part holds for all of its channel, so with several parts on one
/// channel the program is that of the first part that has one, and volumes become velocities.
Score mixed(const Score& score, const Mix& mix);

}  // namespace ricercar
