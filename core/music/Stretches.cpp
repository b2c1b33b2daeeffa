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
    std::size_t at = 0;  // the last one with notes
    auto first = score.notes.begin();
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        first = std::partition_point(first, score.notes.end(),
                                     [&](const Note& note) { return grid.step(note.start, stretches[i].start) < 0; });
        stretches[i].firstNote = stretches[i - 1].lastNote = static_cast<std::size_t>(first - score.notes.begin());
        if (first != score.notes.end()) at = i;
    }
    stretches.back().lastNote = score.notes.size();
    while (stretches.size() > at + 1 && stretches.back().start >= score.end) stretches.pop_back();
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        stretches[i].last = i + 1 == stretches.size();
        stretches[i].end = stretches[i].last ? std::max(score.end, stretches[i].start) : stretches[i + 1].start;
    }
}

}  // namespace

Grid::Grid(const Score& score) : unit_(std::max(score.division.ticksPerQuarter, 1)), twoUnits_(2 * unit_) {
    if (score.division.smpte()) tempoMap_.emplace(score);
}

Grid::Place Grid::throughTempoMap(Tick tick, Tick from) const {
    const double steps = (tempoMap_->quarters(tick) - tempoMap_->quarters(from)) * stepsPerQuarter;
    const double position = std::clamp(steps, -farthest, farthest);
    const double step = std::floor(position + 0.5);
    return {static_cast<std::int64_t>(step), std::abs(position - step)};
}

std::vector<Stretch> stretchesOf(const Score& score, const Grid& grid) {
    std::vector<Stretch> stretches = metersOf(score, grid);
    shareNotes(score, grid, stretches);
    return stretches;
}

}  // namespace ricercar
