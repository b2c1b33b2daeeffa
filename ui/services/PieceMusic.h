// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/music/PianoRoll.h"
#include "core/music/Score.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace ricercar {

/// A piece as it is shown: on the grid, and where its notes were played.
struct PieceMusic {
    PianoRoll roll;                        ///< empty: there is none
    std::shared_ptr<const Score> score{};  ///< in ticks per quarter, as it was put on the grid; null: its file was not kept
    int firstStep = 0;                     ///< of the roll, in the score's grid
    bool keepDrums = false;
};

/// The current version of a piece. A worker thread; throws Error where the workspace fails. A piece that was rejected may have
/// no roll, one whose file is missing or damaged no score.
PieceMusic readPieceMusic(const std::filesystem::path& workspace, std::int64_t id, const Task& task);

}  // namespace ricercar
