// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/ScoreTracks.h"

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

template <class List>
void putInto(List& list, std::uint16_t track) {
    for (auto& one : list) one.track = track;
}

bool isName(const TextEvent& text) { return text.type == TextEvent::trackName; }

}  // namespace

Score inOneTrack(const Score& score) {
    Score one = score;
    one.tracks = 1;
    putInto(one.notes, 0);
    putInto(one.events, 0);
    putInto(one.texts, 0);
    putInto(one.setups, 0);
    bool named = false;
    std::erase_if(one.texts, [&](const TextEvent& text) { return isName(text) && std::exchange(named, true); });
    return one;
}

Score inTracks(const Score& score) {
    if (score.tracks > 1) return score;
    Score two = score;
    two.tracks = 2;
    putInto(two.notes, 1);
    putInto(two.events, 1);
    putInto(two.setups, 1);
    const auto name = std::find_if(two.texts.begin(), two.texts.end(), isName);
    if (name != two.texts.end()) {
        TextEvent again = *name;
        again.track = 1;
        two.texts.insert(name + 1, again);
    }
    return two;
}

}  // namespace ricercar
