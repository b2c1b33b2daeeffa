// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/torch/BiaxialModel.h"

#include <functional>
#include <span>

namespace ricercar {

/// -ln p of the cells of one step, lowest pitch first.
using StepNats = std::function<void(std::size_t piece, int step, std::span<const float> cells)>;

/// Scores whole pieces, rolls in the model's range: state carried from window to window, no dropout, several pieces side by
/// side. Steps of a piece come in order. Returns false when stopped.
bool scoreRolls(BiaxialModel& model, std::span<const PianoRoll* const> rolls, const Task& task, const StepNats& sink);

/// Summed over a step's cells and over all steps of each piece, in double.
struct PieceScores {
    std::vector<double> nats;  ///< by piece
    bool complete = true;
};
PieceScores scorePieces(BiaxialModel& model, std::span<const PianoRoll* const> rolls, const Task& task);

}  // namespace ricercar
