// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MusicEnd.h"

#include "core/music/Sustain.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ricercar {
namespace {

/// In ticks; of a score in SMPTE time at the tempo of that place.
double barTicks(const Score& score, const Meter& meter, Tick at) {
    double quarter = std::max(score.division.ticksPerQuarter, 1);
    if (score.division.smpte()) {
        const auto after = std::upper_bound(score.tempos.begin(), score.tempos.end(), at,
                                            [](Tick tick, const TempoChange& tempo) { return tick < tempo.tick; });
        const double microseconds = after == score.tempos.begin() ? 500'000.0 : (after - 1)->microsecondsPerQuarter;
        quarter = microseconds / 1e6 * score.division.ticksPerSecond;
    }
    return std::max(1.0, quarter * 4.0 * std::max(meter.numerator, 1) / std::max(meter.denominator, 1));
}

MeterChange meterAt(const Score& score, Tick at) {
    const auto after = std::lower_bound(score.meters.begin(), score.meters.end(), at,
                                        [](const MeterChange& change, Tick tick) { return change.tick < tick; });
    return after == score.meters.begin() ? MeterChange{} : *(after - 1);
}

}  // namespace

Tick musicEnd(const Score& score) {
    Tick last = 0;
    for (const Note& note : score.notes) last = std::max(last, note.start + note.duration);
    if (score.notes.empty() || score.end <= last) return last;
    const MeterChange meter = meterAt(score, last);
    const double bar = barTicks(score, meter.meter, last);
    const double bars = std::ceil(static_cast<double>(last - meter.tick) / bar - 1e-9);
    const auto line = meter.tick + static_cast<Tick>(std::llround(bars * bar));
    return static_cast<double>(score.end - line) < bar ? score.end : std::max(line, last);
}

Tick soundEnd(const Score& score) {
    const Tick end = musicEnd(score);
    if (score.notes.empty() || score.end <= end) return end;
    const std::vector<Tick> ends = sustainedEnds(score);
    const Tick ringing = *std::max_element(ends.begin(), ends.end());
    const auto bar = static_cast<Tick>(std::llround(barTicks(score, meterAt(score, end).meter, end)));
    return std::clamp(ringing, end, end + bar);
}

void cutBehind(Score& score, Tick end) {
    const auto cut = [end](auto& events) { std::erase_if(events, [end](const auto& event) { return event.tick > end; }); };
    cut(score.tempos);
    cut(score.meters);
    cut(score.keys);
    cut(score.events);
    cut(score.texts);
    cut(score.setups);
    score.end = end;
    for (const Note& note : score.notes) score.end = std::max(score.end, note.start + note.duration);
}

}  // namespace ricercar
