// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Constraints.h"

#include "core/base/Error.h"

#include <algorithm>
#include <string>

namespace ricercar {

void validate(const Constraints& constraints) {
    const auto inside = [](const char* name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) rejectSetting(name, value, Message{MessageId::ValueRange, {lowest, highest}});
    };
    if (constraints.range && !constraints.range->valid())
        rejectSetting("range", std::to_string(constraints.range->lowest) + ", " + std::to_string(constraints.range->highest),
                      Message{MessageId::ValuePitchEnds, {}});
    if ((constraints.pitchClasses & allPitchClasses) == 0 || constraints.pitchClasses > allPitchClasses)
        rejectSetting("scale", static_cast<int>(constraints.pitchClasses), Message{MessageId::ValueScale, {}});
    inside("voices", constraints.voices, 0, fullRange.size());
    inside("shortest", constraints.shortest, 1, longestRuledNote);
    if (constraints.longest != 0) inside("longest", constraints.longest, constraints.shortest, longestRuledNote);
}

FixedCells::FixedCells(std::span<const ForcedCell> forced, PitchRange range, int first, int end)
    : first_(first),
      end_(end),
      pitches_(static_cast<std::size_t>(range.size())),
      touched_(pitches_, false),
      lastFixed_(first - 1),
      lastFree_(end - 1) {
    for (const ForcedCell& cell : forced) {
        const int from = std::max(cell.step, first);
        const auto until = static_cast<int>(std::min<std::int64_t>(std::int64_t{cell.step} + cell.steps, end));
        const int low = std::max(cell.pitch, range.lowest), high = std::min(cell.pitch + cell.pitches - 1, range.highest);
        if (from >= until || low > high) continue;
        if (grid_.empty()) grid_.assign(static_cast<std::size_t>(end - first) * pitches_, freeCell);
        lastFixed_ = std::max(lastFixed_, until - 1);
        const Cell set = (cell.cell & playBit) != 0 ? cell.cell : Cell{0};
        for (int step = from; step < until; ++step)
            std::fill_n(grid_.begin() + (step - first) * range.size() + (low - range.lowest), high - low + 1, set);
        std::fill(touched_.begin() + (low - range.lowest), touched_.begin() + (high - range.lowest) + 1, true);
    }
    if (grid_.empty()) return;
    const auto lastFree = std::find(grid_.rbegin(), grid_.rend(), freeCell);
    lastFree_ = lastFree == grid_.rend() ? first - 1 : first + static_cast<int>((grid_.rend() - lastFree - 1) / range.size());
}

}  // namespace ricercar
