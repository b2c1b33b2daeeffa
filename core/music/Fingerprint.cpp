// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Fingerprint.h"

#include "core/base/Random.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace ricercar {
namespace {

constexpr std::size_t runLength = 6;  // intervals
constexpr int fewestNotes = 16;
constexpr int fewestShingles = 12;

std::uint64_t mixed(std::uint64_t hash, std::int64_t value) {
    return Random::mix(hash * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(value) + 1);
}

struct Attack {
    int step = 0;
    int pitch = 0;  ///< the highest
};

/// What is left of a ratio of times when it was rounded to a grid.
int rhythmOf(int before, int after) { return after * 5 < before * 3 ? -1 : after * 3 > before * 5 ? 1 : 0; }

std::vector<std::uint64_t> shinglesOf(const std::vector<Attack>& voice) {
    std::vector<std::uint64_t> shingles;
    for (std::size_t i = 0; i + runLength < voice.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t j = i + 1; j <= i + runLength; ++j) {
            hash = mixed(hash, voice[j].pitch - voice[j - 1].pitch);
            if (j > i + 1)
                hash = mixed(hash, rhythmOf(voice[j - 1].step - voice[j - 2].step, voice[j].step - voice[j - 1].step));
        }
        shingles.push_back(hash);
    }
    std::sort(shingles.begin(), shingles.end());
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
}

}  // namespace

Fingerprint fingerprintOf(const PianoRoll& roll) {
    Fingerprint result;
    const std::vector<RollNote> notes = notesOf(roll);
    if (notes.empty()) return result;
    result.notes = static_cast<int>(notes.size());
    const int first = notes.front().start;
    int lowest = notes.front().pitch;
    int unit = 0;
    std::vector<Attack> voice;
    for (const RollNote& note : notes) {
        lowest = std::min(lowest, note.pitch);
        unit = std::gcd(unit, note.start - first);
        if (voice.empty() || voice.back().step != note.start)
            voice.push_back({note.start, note.pitch});
        else
            voice.back().pitch = note.pitch;  // notes of a step come from low to high
    }
    unit = std::max(unit, 1);
    for (const RollNote& note : notes) {
        result.exact = mixed(mixed(mixed(result.exact, note.start - first), note.length), note.pitch);
        result.shape = mixed(mixed(result.shape, (note.start - first) / unit), note.pitch - lowest);
    }
    result.sketch.fill(~0U);
    const std::vector<std::uint64_t> shingles = shinglesOf(voice);
    result.shingles = static_cast<int>(shingles.size());
    for (const std::uint64_t shingle : shingles)
        for (std::size_t i = 0; i < result.sketch.size(); ++i)
            result.sketch[i] = std::min(result.sketch[i],
                                        static_cast<std::uint32_t>(Random::mix(shingle ^ (i * 0xD1B54A32D192ED03ULL)) >> 32));
    return result;
}

double likeness(const Fingerprint& a, const Fingerprint& b) {
    if (a.notes == 0 || b.notes == 0) return 0.0;
    if (a.exact == b.exact) return 1.0;
    if (a.shape == b.shape && a.notes >= fewestNotes) return 1.0;
    if (std::min(a.shingles, b.shingles) < fewestShingles) return 0.0;
    int same = 0;
    for (std::size_t i = 0; i < a.sketch.size(); ++i) same += a.sketch[i] == b.sketch[i];
    return same / static_cast<double>(a.sketch.size());
}

}  // namespace ricercar
