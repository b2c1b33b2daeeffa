// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/GivenCells.h"

#include "core/workbench/GivenNotes.h"

#include <algorithm>

namespace ricercar {

bool GivenCells::isIn(const StageContent& shown) const {
    return byHand_ && !cells_.empty() && shown.kind == kind_ && shown.id == id_;
}

void GivenCells::begin(const StageContent& shown) {
    if (isIn(shown)) return;
    cells_.clear();
    byHand_ = true;
    kind_ = shown.kind;
    id_ = shown.id;
    title_ = shown.title;
    meter_ = shown.roll.meter();
    barOffset_ = shown.roll.barOffset();
    tempo_ = shown.tempo;
}

void GivenCells::keepNotes(const StageContent& shown, const std::vector<RollNote>& notes) {
    if (notes.empty()) return;
    begin(shown);
    for (const ForcedCell& cell : forcedNotes(notes))
        if (std::ranges::find(cells_, cell) == cells_.end()) cells_.push_back(cell);
    emit changed();
}

void GivenCells::keepSilent(const StageContent& shown, int first, int end, PitchRange pitches) {
    if (first >= end || !pitches.valid()) return;
    begin(shown);
    // before the notes: of several on one cell the last holds
    cells_.insert(cells_.begin(), {first, pitches.lowest, 0, end - first, pitches.size()});
    emit changed();
}

void GivenCells::set(const std::vector<ForcedCell>& cells, const QString& title) {
    if (cells.empty() && cells_.empty()) return;
    cells_ = cells;
    title_ = title;
    byHand_ = false;
    kind_ = StageContent::Kind::Nothing;
    id_ = 0;
    emit changed();
}

void GivenCells::clear() { set({}, {}); }

int GivenCells::barStart(int step) const {
    const int barSteps = meter_.barSteps().value_or(16);
    return std::max(0, (step + barOffset_) / barSteps * barSteps - barOffset_);
}

std::vector<ForcedCell> GivenCells::cells(int firstNew) const {
    std::vector<ForcedCell> moved = cells_;
    if (!byHand_ || moved.empty()) return moved;
    const int from = barStart(std::ranges::min(cells_, {}, &ForcedCell::step).step);
    for (ForcedCell& cell : moved) cell.step += firstNew - from;
    return moved;
}

int GivenCells::notes() const {
    return static_cast<int>(
        std::ranges::count_if(cells_, [](const ForcedCell& cell) { return cell.cell == (playBit | articulateBit); }));
}

int GivenCells::count() const {
    int count = 0;
    for (const ForcedCell& cell : cells_) count += cell.steps * cell.pitches;
    return count;
}

int GivenCells::bars() const {
    if (cells_.empty()) return 0;
    int end = 0;
    for (const ForcedCell& cell : cells_) end = std::max(end, cell.step + cell.steps);
    const int first = barStart(std::ranges::min(cells_, {}, &ForcedCell::step).step);
    const int barSteps = meter_.barSteps().value_or(16);
    return std::max(1, (end - first + barSteps - 1) / barSteps);
}

}  // namespace ricercar
