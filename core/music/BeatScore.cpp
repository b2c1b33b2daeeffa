// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/BeatScore.h"

#include "core/music/ScoreOrder.h"
#include "core/music/TempoMap.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace ricercar {

namespace {

constexpr int beatTicks = 480;
constexpr double longestBeatQuarter = 0xFFFFFF;  ///< microseconds that a tempo event can say
constexpr double onBeatTolerance = 0.125;        ///< of a beat: a first note so little before a beat belongs to it
constexpr double furthestOut = 4096.0;           ///< beats beyond the ends of the track

/// Seconds to beats, counted from the track's first.
class BeatRuler {
public:
    explicit BeatRuler(const std::vector<Beat>& beats) : beats_(beats) {
        const std::size_t span = std::min<std::size_t>(beats.size() - 1, 4);
        const auto count = static_cast<double>(span);
        firstGap_ = (beats[span].seconds - beats.front().seconds) / count;
        lastGap_ = (beats.back().seconds - beats[beats.size() - 1 - span].seconds) / count;
    }

    [[nodiscard]] double beat(double seconds) const {
        if (seconds < beats_.front().seconds) {
            return std::max((seconds - beats_.front().seconds) / firstGap_, -furthestOut);
        }
        const auto after = std::ranges::upper_bound(beats_, seconds, {}, &Beat::seconds);
        const auto last = static_cast<double>(beats_.size() - 1);
        if (after == beats_.end()) return last + std::min((seconds - beats_.back().seconds) / lastGap_, furthestOut);
        const Beat& before = *(after - 1);
        return static_cast<double>(after - beats_.begin() - 1) + (seconds - before.seconds) / (after->seconds - before.seconds);
    }

    /// Seconds from one beat to the next.
    [[nodiscard]] double gap(std::int64_t beat) const {
        if (beat < 0) return firstGap_;
        const auto index = static_cast<std::size_t>(beat);
        return index + 1 < beats_.size() ? beats_[index + 1].seconds - beats_[index].seconds : lastGap_;
    }

private:
    const std::vector<Beat>& beats_;
    double firstGap_ = 0.5;
    double lastGap_ = 0.5;
};

}  // namespace

Score onBeats(const Score& score, const BeatTrack& track) {
    if (track.beats.size() < 2 || score.notes.empty() || track.beatsPerBar < 1) return score;
    const TempoMap map(score);
    const BeatRuler ruler(track.beats);
    const int unit = track.compound ? beatTicks * 3 / 2 : beatTicks;
    const double first = ruler.beat(map.seconds(score.notes.front().start));
    const auto origin = static_cast<std::int64_t>(std::floor(first + onBeatTolerance));
    const auto tick = [&](Tick old) {
        const double beats = ruler.beat(map.seconds(old)) - static_cast<double>(origin);
        return std::max<Tick>(std::llround(beats * unit), 0);
    };

    Score result = score;
    result.division = {beatTicks, 0.0};
    for (Note& note : result.notes) {
        const Tick start = tick(note.start);
        note.duration = std::max<Tick>(tick(note.start + note.duration) - start, note.duration > 0 ? 1 : 0);
        note.start = start;
    }
    std::ranges::sort(result.notes, noteBefore);
    for (KeyChange& key : result.keys) key.tick = tick(key.tick);
    for (ChannelEvent& event : result.events) event.tick = tick(event.tick);
    for (TextEvent& text : result.texts) text.tick = tick(text.tick);
    for (SetupEvent& setup : result.setups) setup.tick = tick(setup.tick);
    result.end = tick(score.end);
    for (const Note& note : result.notes) result.end = std::max(result.end, note.start + note.duration);

    result.tempos.clear();
    const auto beats = static_cast<std::int64_t>(track.beats.size());
    for (std::int64_t beat = origin; beat < beats; ++beat) {
        const double quarter = ruler.gap(beat) * 1e6 * beatTicks / unit;
        const auto microseconds = static_cast<std::uint32_t>(std::lround(std::clamp(quarter, 1.0, longestBeatQuarter)));
        const Tick at = (beat - origin) * unit;
        if (at <= result.end || result.tempos.empty()) result.tempos.push_back({at, microseconds});
    }

    result.meters.clear();
    const std::int64_t bar = track.beatsPerBar;
    const std::int64_t pickup = (((track.firstDownbeat - origin) % bar) + bar) % bar;
    if (pickup > 0) {
        BeatTrack shorter = track;
        shorter.beatsPerBar = static_cast<int>(pickup);
        result.meters.push_back({0, shorter.meter()});
    }
    result.meters.push_back({pickup * unit, track.meter()});
    return result;
}

}  // namespace ricercar
