// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Scale.h"

#include <array>
#include <initializer_list>

namespace ricercar {
namespace {

constexpr std::uint16_t degrees(std::initializer_list<int> semitones) {
    unsigned bits = 0;
    for (const int semitone : semitones) bits |= 1U << semitone;
    return static_cast<std::uint16_t>(bits);
}

/// Semitones above the tonic, in the order of Mode.
constexpr std::array<std::uint16_t, modeCount> modes{
    degrees({0, 2, 4, 5, 7, 9, 11}), degrees({0, 2, 3, 5, 7, 8, 10}),    degrees({0, 2, 3, 5, 7, 8, 11}),
    degrees({0, 2, 3, 5, 7, 9, 11}), degrees({0, 2, 3, 5, 7, 9, 10}),    degrees({0, 1, 3, 5, 7, 8, 10}),
    degrees({0, 2, 4, 6, 7, 9, 11}), degrees({0, 2, 4, 5, 7, 9, 10}),    degrees({0, 1, 3, 5, 6, 8, 10}),
    degrees({0, 2, 4, 7, 9}),        degrees({0, 3, 5, 7, 10}),          degrees({0, 3, 5, 6, 7, 10}),
    degrees({0, 2, 4, 6, 8, 10}),    degrees({0, 1, 3, 4, 6, 7, 9, 10}),
};

constexpr int classOf(int pitch) { return ((pitch % 12) + 12) % 12; }

}  // namespace

std::uint16_t Scale::pitchClasses() const {
    const unsigned bits = modes.at(static_cast<std::size_t>(mode));
    const auto up = static_cast<unsigned>(classOf(tonic));
    return static_cast<std::uint16_t>(((bits << up) | (bits >> (12 - up))) & 0xFFFU);
}

bool Scale::contains(int pitch) const { return ((unsigned{pitchClasses()} >> classOf(pitch)) & 1U) != 0; }

BestScale bestScale(const ClassCounts& classes) {
    BestScale best{{}, -1};
    for (int tonic = 0; tonic < 12; ++tonic) {
        const Scale scale{tonic, Mode::Major};  // natural minor has the same pitches on another tonic
        const unsigned in = scale.pitchClasses();
        std::int64_t held = 0;
        for (std::size_t pitchClass = 0; pitchClass < 12; ++pitchClass)
            if ((in >> pitchClass & 1U) != 0) held += classes[pitchClass];
        if (held > best.held) best = {scale, held};
    }
    return best;
}

}  // namespace ricercar
