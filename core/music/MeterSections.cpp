// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MeterSections.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ricercar {
namespace {

constexpr double farthest = 0x1.0p+52;  ///< in steps: beyond it a double has no fractions

/// How well notes fit the bars of a meter that begin at some tick.
class StrongBeats {
public:
    StrongBeats(const Score& score, const Grid& grid, Tick from, Tick to) : grid_(grid) {
        const auto before = [](const Note& note, Tick tick) { return note.start < tick; };
        first_ = std::lower_bound(score.notes.begin(), score.notes.end(), from, before);
        last_ = std::lower_bound(first_, score.notes.end(), to, before);
    }
    /// Notes on the first beat of a bar, or on the middle of one of an even number of beats.
    [[nodiscard]] std::int64_t count(const Meter& meter, int barSteps, Tick barLine) const {
        const bool even = meter.numerator % 2 == 0 && barSteps % 2 == 0;
        const int strong = even ? barSteps / 2 : barSteps;
        return std::count_if(first_, last_, [&](const Note& note) { return grid_.step(note.start, barLine) % strong == 0; });
    }

private:
    const Grid& grid_;
    std::vector<Note>::const_iterator first_, last_;
};

/// What becomes of a meter that is stated again at `tick`, within a bar of the stretch: true, the bars restart.
bool barsRestart(const Score& score, const Grid& grid, MeterSection& now, Tick tick, Tick until) {
    const int barSteps = now.meter.barSteps().value_or(0);
    if (barSteps <= 0) return false;
    const std::int64_t since = grid.step(tick, now.barLine);
    if (since % barSteps == 0) return false;
    const StrongBeats notes(score, grid, tick, until);
    const std::int64_t asBefore = notes.count(now.meter, barSteps, now.barLine);
    const std::int64_t anew = notes.count(now.meter, barSteps, tick);
    const bool restart = anew >= asBefore;
    const std::int64_t bar = since / barSteps + 1;
    now.remarks.push_back({restart ? MessageId::GridBarsRestart : MessageId::GridBarsGoOn,
                           {now.meter.text(), std::to_string(bar), std::to_string(restart ? anew : asBefore),
                            std::to_string(restart ? asBefore : anew)}});
    return restart;
}

std::vector<MeterSection> metersOf(const Score& score, const Grid& grid) {
    std::vector<MeterSection> stretches{{}};
    for (auto change = score.meters.begin(); change != score.meters.end(); ++change) {
        const Tick tick = std::max<Tick>(change->tick, 0);
        if (tick == stretches.back().start) stretches.pop_back();
        bool begins = stretches.empty() || !(stretches.back().meter == change->meter);
        std::vector<Message> remarks;
        if (!begins) {
            const Tick until = change + 1 == score.meters.end() ? std::max(score.end, tick) + 1 : (change + 1)->tick;
            begins = barsRestart(score, grid, stretches.back(), tick, until);
            if (begins) {  // said where the new bars are
                remarks = {stretches.back().remarks.back()};
                stretches.back().remarks.pop_back();
            }
        }
        if (begins) stretches.push_back({tick, change->meter, 0, tick});
        for (Message& remark : remarks) stretches.back().remarks.push_back(std::move(remark));
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

/// Notes go where their nearest step is; stretches behind the last note are dropped.
void shareNotes(const Score& score, const Grid& grid, std::vector<MeterSection>& stretches) {
    std::size_t at = 0;  // the last one with notes
    auto first = score.notes.begin();
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        first = std::partition_point(first, score.notes.end(),
                                     [&](const Note& note) { return grid.step(note.start, stretches[i].start) < 0; });
        stretches[i].firstNote = stretches[i - 1].lastNote = static_cast<std::size_t>(first - score.notes.begin());
        if (first != score.notes.end()) at = i;
    }
    stretches.back().lastNote = score.notes.size();
    const Tick end = at + 1 < stretches.size() ? stretches[at + 1].start : score.end;
    stretches.resize(std::min(stretches.size(), at + 1));
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        stretches[i].last = i + 1 == stretches.size();
        stretches[i].end = stretches[i].last ? std::max(end, stretches[i].start) : stretches[i + 1].start;
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

std::vector<MeterSection> meterSectionsOf(const Score& score, const Grid& grid) {
    std::vector<MeterSection> stretches = metersOf(score, grid);
    shareNotes(score, grid, stretches);
    return stretches;
}

}  // namespace ricercar
