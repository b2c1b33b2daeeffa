#include "core/music/Stretches.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ricercar {
namespace {

constexpr double farthest = 0x1.0p+52;  ///< in steps: beyond it a double has no fractions

std::vector<Stretch> metersOf(const Score& score, const Grid& grid) {
    std::vector<Stretch> stretches{{}};
    for (const MeterChange& change : score.meters) {
        const Tick tick = std::max<Tick>(change.tick, 0);
        if (tick == stretches.back().start) stretches.pop_back();
        if (stretches.empty() || !(stretches.back().meter == change.meter)) stretches.push_back({tick, change.meter});
    }
    if (stretches.size() > 1) {
        const int bar = stretches[1].meter.barSteps().value_or(0);
        const std::int64_t before = grid.step(stretches[1].start, stretches[0].start);
        if (before < bar) {
            stretches[1].pickup = static_cast<int>(before);
            stretches[1].barLine = std::exchange(stretches[1].start, stretches[0].start);
            stretches.erase(stretches.begin());
        }
    }
    return stretches;
}

/// Notes go where their nearest step is; stretches after the end that no note reaches are dropped.
void shareNotes(const Score& score, const Grid& grid, std::vector<Stretch>& stretches) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < score.notes.size(); ++i) {
        while (at + 1 < stretches.size() && grid.step(score.notes[i].start, stretches[at + 1].start) >= 0)
            stretches[++at].firstNote = i;
        stretches[at].lastNote = i + 1;
    }
    while (stretches.size() > at + 1 && stretches.back().start >= score.end) stretches.pop_back();
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        stretches[i].last = i + 1 == stretches.size();
        stretches[i].end = stretches[i].last ? std::max(score.end, stretches[i].start) : stretches[i + 1].start;
    }
}

}  // namespace

Grid::Grid(const Score& score) : division_(score.division), tempoMap_(score) {}

Grid::Place Grid::place(Tick tick, Tick from) const {
    if (division_.smpte()) {
        const double steps = (tempoMap_.quarters(tick) - tempoMap_.quarters(from)) * stepsPerQuarter;
        const double position = std::clamp(steps, -farthest, farthest);
        const double step = std::floor(position + 0.5);
        return {static_cast<std::int64_t>(step), std::abs(position - step)};
    }
    const std::int64_t unit = std::max(division_.ticksPerQuarter, 1);
    const std::int64_t ticks = (tick - from) * stepsPerQuarter;
    std::int64_t step = (2 * ticks + unit) / (2 * unit);
    if ((2 * ticks + unit) % (2 * unit) < 0) --step;  // towards minus infinity
    return {step, std::abs(static_cast<double>(ticks - step * unit)) / static_cast<double>(unit)};
}

std::vector<Stretch> stretchesOf(const Score& score, const Grid& grid) {
    std::vector<Stretch> stretches = metersOf(score, grid);
    shareNotes(score, grid, stretches);
    return stretches;
}

}  // namespace ricercar
