// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/CopyMeter.h"

#include "core/music/SuffixArray.h"

#include <algorithm>

namespace ricercar {
namespace {

constexpr std::int32_t unknown = -1;  // in no piece
constexpr std::int32_t pieceEnd = 0;
constexpr std::int32_t silence = 1;
constexpr std::int32_t firstSounding = 2;

/// Calls visit(shape, lowest pitch, interval from the lowest pitch that sounded before) for each step; -1 where silent.
template <typename Visit>
void eachStep(const PianoRoll& roll, Visit&& visit) {
    std::string shape;  // distance from the lowest pitch and articulate of each, a byte
    int before = -1;
    for (int step = 0; step < roll.steps(); ++step) {
        shape.clear();
        int lowest = -1;
        const auto row = roll.row(step);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if ((row[i] & playBit) == 0) continue;
            const int pitch = roll.range().lowest + static_cast<int>(i);
            if (lowest < 0) lowest = pitch;
            shape.push_back(static_cast<char>((pitch - lowest) * 2 + ((row[i] & articulateBit) != 0)));
        }
        visit(shape, lowest, lowest < 0 || before < 0 ? 0 : lowest - before);
        if (lowest >= 0) before = lowest;
    }
}

std::uint64_t keyOf(std::int32_t shape, int interval) {
    return static_cast<std::uint64_t>(shape) << 8 | static_cast<std::uint64_t>(interval + 128);
}

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

}  // namespace

void CopyMeter::add(const PianoRoll& piece) {
    starts_.push_back(all_.shapes.size());
    eachStep(piece, [&](const std::string& cells, int lowest, int interval) {
        std::int32_t shape = silence;
        std::int32_t symbol = silence;
        if (lowest >= 0) {
            shape = shapes_.try_emplace(cells, firstSounding + static_cast<std::int32_t>(shapes_.size())).first->second;
            symbol = symbols_.try_emplace(keyOf(shape, interval), firstSounding + static_cast<std::int32_t>(symbols_.size()))
                         .first->second;
        }
        all_.shapes.push_back(shape);
        all_.symbols.push_back(symbol);
        all_.lowest.push_back(static_cast<std::int8_t>(lowest));
    });
    all_.shapes.push_back(pieceEnd);
    all_.symbols.push_back(pieceEnd);
    all_.lowest.push_back(-1);
}

void CopyMeter::finish() {
    const std::vector<std::int32_t> suffixes =
        suffixArray(all_.symbols, firstSounding + static_cast<std::int32_t>(symbols_.size()));
    countShapes();
    order_.resize(ofShape_.back());
    std::vector<std::size_t> free = ofShape_;
    for (const std::int32_t suffix : suffixes)  // in their order the places before them come, shape by shape
        if (suffix > 0 && all_.shapes[at(suffix - 1)] >= firstSounding)
            order_[free[at(all_.shapes[at(suffix - 1)])]++] = suffix - 1;
}

void CopyMeter::countShapes() {
    ofShape_.assign(firstSounding + shapes_.size() + 1, 0);
    for (const std::int32_t shape : all_.shapes) ++ofShape_[at(shape) + 1];
    ofShape_[pieceEnd + 1] = ofShape_[silence + 1] = 0;
    for (std::size_t shape = 1; shape < ofShape_.size(); ++shape) ofShape_[shape] += ofShape_[shape - 1];
}

CopyMeter::Sequence CopyMeter::known(const PianoRoll& music) const {
    Sequence sequence;
    const auto found = [](const auto& map, const auto& key) {
        const auto entry = map.find(key);
        return entry == map.end() ? unknown : entry->second;
    };
    eachStep(music, [&](const std::string& cells, int lowest, int interval) {
        const std::int32_t shape = lowest < 0 ? silence : found(shapes_, cells);
        sequence.shapes.push_back(shape);
        sequence.symbols.push_back(shape < firstSounding ? shape : found(symbols_, keyOf(shape, interval)));
        sequence.lowest.push_back(static_cast<std::int8_t>(lowest));
    });
    return sequence;
}

std::span<const std::int32_t> CopyMeter::placesOf(std::int32_t shape) const {
    if (shape < firstSounding || at(shape) + 1 >= ofShape_.size()) return {};
    return std::span(order_).subspan(ofShape_[at(shape)], ofShape_[at(shape) + 1] - ofShape_[at(shape)]);
}

CopyMeter::Comparison CopyMeter::compare(const Sequence& music, int start, std::int32_t place, int steps) const {
    Comparison result;
    for (; result.same < steps; ++result.same) {
        const std::int32_t there = all_.symbols[at(place + result.same)];  // a piece's end comes in time
        const std::int32_t here = music.symbols[at(start + result.same)];
        if (there == here) continue;
        result.order = there < here ? -1 : 1;
        break;
    }
    return result;
}

int CopyMeter::longestAt(const Sequence& music, int start) const {
    const auto places = placesOf(music.shapes[at(start)]);
    if (places.empty()) return 0;
    const int most = static_cast<int>(music.symbols.size()) - start;
    const auto next =
        std::ranges::partition_point(places, [&](std::int32_t place) { return compare(music, start, place, most).order < 0; });
    int steps = 0;  // the longest is next to where the music itself would stand
    if (next != places.end()) steps = compare(music, start, *next, most).same;
    if (next != places.begin()) steps = std::max(steps, compare(music, start, *std::prev(next), most).same);
    while (music.lowest[at(start + steps - 1)] < 0) --steps;
    return steps;
}

std::int32_t CopyMeter::firstPlace(const Sequence& music, int start, int steps) const {
    const auto places = placesOf(music.shapes[at(start)]);
    const auto orderOf = [&](std::int32_t place) { return compare(music, start, place, steps).order; };
    const auto begin = std::ranges::partition_point(places, [&](std::int32_t place) { return orderOf(place) < 0; });
    const auto end = std::partition_point(begin, places.end(), [&](std::int32_t place) { return orderOf(place) == 0; });
    return begin == end ? unknown : *std::min_element(begin, end);  // an index of a stranger's may be in no order
}

SharedPassage CopyMeter::longest(const PianoRoll& music) const {
    const Sequence sequence = known(music);
    SharedPassage best;
    for (int start = 0; start < music.steps(); ++start)
        if (const int steps = longestAt(sequence, start); steps > best.steps) {
            best.start = start;
            best.steps = steps;
        }
    if (best.steps == 0) return best;
    const std::int32_t place = firstPlace(sequence, best.start, best.steps);
    if (place < 0) return {};
    best.piece = static_cast<std::size_t>(std::ranges::upper_bound(starts_, at(place)) - starts_.begin()) - 1;
    best.pieceStart = place - static_cast<std::int32_t>(starts_[best.piece]);
    best.semitones = sequence.lowest[at(best.start)] - all_.lowest[at(place)];
    return best;
}

}  // namespace ricercar
