// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Metronome.h"

#include "core/music/TempoMap.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ricercar {
namespace {

constexpr std::size_t mostClicks = 1'000'000;
constexpr int clocksPerQuarter = 24;

struct Beats {
    double barTicks;
    double beatTicks;
};

double ticksPerQuarter(const Score& score, const TempoMap& tempo) {
    return score.division.smpte() ? score.division.ticksPerSecond * 60.0 / tempo.tempoAt(0)
                                  : static_cast<double>(std::max(score.division.ticksPerQuarter, 1));
}

Beats beatsOf(const Meter& meter, double quarter) {
    const int numerator = std::clamp(meter.numerator, 1, 255);
    const int denominator = std::clamp(meter.denominator, 1, 128);
    const bool compound = denominator >= 8 && numerator > 3 && numerator % 3 == 0;
    const double unit = quarter * 4.0 / denominator;
    return {unit * numerator, compound ? unit * 3.0 : unit};
}

std::vector<MeterChange> metersOf(const Score& score) {
    std::vector<MeterChange> meters = score.meters;
    if (meters.empty() || meters.front().tick > 0) meters.insert(meters.begin(), MeterChange{});
    return meters;
}

Tick tickOf(double ticks) { return static_cast<Tick>(std::llround(ticks)); }

void merge(SoundEvents& events, std::vector<SoundEvent> more) {
    std::vector<SoundEvent> all;
    all.reserve(events.list.size() + more.size());
    std::merge(more.begin(), more.end(), events.list.begin(), events.list.end(), std::back_inserter(all),
               [](const SoundEvent& a, const SoundEvent& b) { return a.seconds < b.seconds; });
    events.list = std::move(all);
}

}  // namespace

std::vector<Click> clicks(const Score& score) {
    const TempoMap tempo(score);
    const double quarter = ticksPerQuarter(score, tempo);
    const std::vector<MeterChange> meters = metersOf(score);
    std::vector<Click> found;
    for (std::size_t i = 0; i < meters.size(); ++i) {
        const bool last = i + 1 == meters.size();
        const auto from = static_cast<double>(meters[i].tick);
        const auto to = static_cast<double>(last ? score.end : meters[i + 1].tick);
        const Beats beats = beatsOf(meters[i].meter, quarter);
        const bool pickup = i == 0 && !last && std::abs(to - from - beats.barTicks) < 0.5 &&
                            beats.barTicks < beatsOf(meters[1].meter, quarter).barTicks - 0.5;
        const int perBar = static_cast<int>(std::lround(beats.barTicks / beats.beatTicks));
        for (int beat = 0; found.size() < mostClicks; ++beat) {
            const double place = from + beat * beats.beatTicks;
            if (place >= to - 0.5) break;
            found.push_back({tempo.seconds(tickOf(place)), !pickup && beat % perBar == 0});
        }
    }
    return found;
}

CountIn countIn(const Score& score, Tick tick, int bars, double tempoFactor) {
    const TempoMap tempo(score);
    const std::vector<MeterChange> meters = metersOf(score);
    std::size_t at = 0;
    while (at + 1 < meters.size() && meters[at + 1].tick <= tick) ++at;
    // a pick-up is counted in by the meter that follows
    if (at == 0 && meters.size() > 1 && tick < meters[1].tick) at = 1;
    const Beats beats = beatsOf(meters[at].meter, 1.0);
    const double second = 60.0 / (tempo.tempoAt(tick) * tempoFactor);
    const int perBar = static_cast<int>(std::lround(beats.barTicks / beats.beatTicks));
    CountIn found;
    for (int beat = 0; beat < perBar * std::clamp(bars, 0, 8); ++beat)
        found.clicks.push_back({beat * beats.beatTicks * second, beat % perBar == 0});
    found.seconds = static_cast<double>(found.clicks.size()) * beats.beatTicks * second;
    return found;
}

void addClicks(SoundEvents& events, const Score& score) {
    std::vector<SoundEvent> more;
    for (const Click& click : clicks(score)) more.push_back({click.seconds, MidiMessage::click(click.accent)});
    merge(events, std::move(more));
}

void addClock(SoundEvents& events, const Score& score) {
    const TempoMap tempo(score);
    const double quarter = ticksPerQuarter(score, tempo);
    const double clocks = static_cast<double>(score.end) / quarter * clocksPerQuarter;
    std::vector<SoundEvent> more;
    const auto count = static_cast<std::size_t>(std::clamp(clocks, 0.0, 24.0 * mostClicks));
    more.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        more.push_back({tempo.seconds(tickOf(static_cast<double>(i) * quarter / clocksPerQuarter)), MidiMessage::clock()});
    merge(events, std::move(more));
    events.clock = true;
}

}  // namespace ricercar
