// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Histograms.h"

#include <algorithm>
#include <cstddef>

namespace ricercar {

RollHistograms& RollHistograms::operator+=(const RollHistograms& other) {
    const auto add = [](auto& to, const auto& from) {
        for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
    };
    add(pitches, other.pitches);
    add(polyphony, other.polyphony);
    add(lengths, other.lengths);
    return *this;
}

RollHistograms histogramsOf(const PianoRoll& roll) {
    RollHistograms result;
    std::array<int, 128> since{};  // start of the sounding note + 1; 0: silent
    const auto end = [&](std::size_t i, int step) {
        if (since[i] == 0) return;
        ++result.lengths[std::min(static_cast<std::size_t>(step + 1 - since[i]), result.lengths.size() - 1)];
        since[i] = 0;
    };
    const auto lowest = static_cast<std::size_t>(roll.range().lowest);
    const auto pitches = static_cast<std::size_t>(roll.pitches());
    for (int step = 0; step < roll.steps(); ++step) {
        const auto row = roll.row(step);
        std::size_t sounding = 0;
        for (std::size_t i = 0; i < pitches; ++i) {
            sounding += (row[i] & playBit) != 0 ? 1U : 0U;
            if (row[i] == playBit) continue;
            end(i, step);
            if (row[i] == 0) continue;
            since[i] = step + 1;
            ++result.pitches[lowest + i];
        }
        ++result.polyphony[std::min(sounding, result.polyphony.size() - 1)];
    }
    for (std::size_t i = 0; i < pitches; ++i) end(i, roll.steps());
    return result;
}

}  // namespace ricercar
