// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/RollRow.h"

#include <cstddef>
#include <utility>

namespace ricercar {

void bindRoll(Sqlite::Statement& statement, const PianoRoll& roll) {
    statement.bind(roll.range().lowest).bind(roll.range().highest).bind(roll.steps());
    statement.bind(roll.meter().numerator).bind(roll.meter().denominator).bind(roll.barOffset());
    statement.bind(packCells(roll));
}

bool isRoll(const Sqlite::Statement& row, int first) {
    for (int column = first; column < first + 6; ++column)
        if (!std::in_range<int>(row.integer(column))) return false;
    const auto number = [&](int column) { return static_cast<int>(row.integer(column)); };
    const PitchRange range{number(first), number(first + 1)};
    const int steps = number(first + 2);
    const Meter meter{number(first + 3), number(first + 4)};
    if (!range.valid() || steps < 0 || meter.numerator > 65'535 || meter.denominator > 65'536) return false;
    const auto count = static_cast<std::size_t>(steps) * static_cast<std::size_t>(range.size());
    return meter.barSteps() && row.blob(first + 6).size() == (count + 3) / 4;
}

std::optional<PianoRoll> readRoll(const Sqlite::Statement& row, int first) {
    if (!isRoll(row, first)) return std::nullopt;
    const auto number = [&](int column) { return static_cast<int>(row.integer(column)); };
    PianoRoll roll({number(first), number(first + 1)}, number(first + 2), {number(first + 3), number(first + 4)},
                   number(first + 5));
    unpackCells(row.blob(first + 6), roll);
    return roll;
}

}  // namespace ricercar
