// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/TempoMap.h"

#include <algorithm>
#include <cmath>

namespace ricercar {

TempoMap::TempoMap(const Score& score) {
    const Division& division = score.division;
    const double ticksPerQuarter = std::max(division.ticksPerQuarter, 1);
    const auto append = [&](Tick tick, double seconds, double quarters, std::uint32_t microseconds) {
        const double secondsPerQuarter = std::max(microseconds, 1U) / 1e6;
        const double secondsPerTick = division.smpte() ? 1.0 / division.ticksPerSecond : secondsPerQuarter / ticksPerQuarter;
        const double quartersPerTick = division.smpte() ? secondsPerTick / secondsPerQuarter : 1.0 / ticksPerQuarter;
        segments_.push_back({tick, seconds, quarters, secondsPerTick, quartersPerTick, secondsPerQuarter});
    };
    append(0, 0.0, 0.0, 500'000);
    for (const TempoChange& change : score.tempos) {
        const Tick tick = std::max<Tick>(change.tick, 0);
        const Segment last = segments_.back();
        const auto ticks = static_cast<double>(tick - last.tick);
        // Multiplied out from the start, so that the quarters of a PPQ file do not drift.
        const double quarters =
            division.smpte() ? last.quarters + ticks * last.quartersPerTick : static_cast<double>(tick) / ticksPerQuarter;
        if (tick == last.tick) segments_.pop_back();  // the last one at a tick holds
        append(tick, last.seconds + ticks * last.secondsPerTick, quarters, change.microsecondsPerQuarter);
    }
}

const TempoMap::Segment& TempoMap::segmentAt(Tick tick) const {
    const auto after = std::upper_bound(segments_.begin() + 1, segments_.end(), tick,
                                        [](Tick value, const Segment& segment) { return value < segment.tick; });
    return *(after - 1);
}

double TempoMap::seconds(Tick tick) const {
    const Segment& segment = segmentAt(tick);
    return segment.seconds + static_cast<double>(tick - segment.tick) * segment.secondsPerTick;
}

double TempoMap::quarters(Tick tick) const {
    const Segment& segment = segmentAt(tick);
    return segment.quarters + static_cast<double>(tick - segment.tick) * segment.quartersPerTick;
}

Tick TempoMap::tickAtSeconds(double seconds) const {
    const auto after = std::upper_bound(segments_.begin() + 1, segments_.end(), seconds,
                                        [](double value, const Segment& segment) { return value < segment.seconds; });
    const Segment& segment = *(after - 1);
    return segment.tick + static_cast<Tick>(std::llround((seconds - segment.seconds) / segment.secondsPerTick));
}

double TempoMap::tempoAt(Tick tick) const { return 60.0 / segmentAt(tick).secondsPerQuarter; }

}  // namespace ricercar
