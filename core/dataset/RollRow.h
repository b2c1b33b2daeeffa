// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Sqlite.h"
#include "core/music/PianoRoll.h"

#include <optional>

namespace ricercar {

/// Columns lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells.
void bindRoll(Sqlite::Statement& statement, const PianoRoll& roll);
/// Whether the columns, from `first` on, make a roll: looked at before one is made, since a damaged number must not ask for
/// memory.
bool isRoll(const Sqlite::Statement& row, int first);
/// The roll; nothing where they make none.
std::optional<PianoRoll> readRoll(const Sqlite::Statement& row, int first);

}  // namespace ricercar
