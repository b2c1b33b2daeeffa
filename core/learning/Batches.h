// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/learning/FeatureBuilder.h"
#include "core/learning/Floats.h"
#include "core/learning/MemoryFeatures.h"
#include "core/learning/Trainer.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace ricercar {

/// Windows of music as the model takes them, one step after the other. A step holds the windows that are long enough, so that
/// nothing is padding. An item is one step of one window.
struct Batch {
    std::vector<int> lengths;  ///< steps of each window, longest first
    int pitches = 0;
    std::size_t timeWidth = 0, noteWidth = 0;  ///< columns of the layout
    std::vector<std::size_t> firstItem{0};     ///< of each step of the longest window; then the number of items
    Floats features;                           ///< [items][pitches][timeWidth], of the step before the one to predict
    Floats below;                              ///< [items][pitches][noteWidth], of what is chosen below in the step to predict
    Floats chosen;                             ///< [items][pitches][2]: play and articulate of the step to predict
    Floats articulateWeight;                   ///< [items][pitches]: 1 where articulate is a choice: played before and plays on

    Batch() = default;
    /// Throws std::invalid_argument for lengths that rise.
    Batch(std::vector<int> windowLengths, const ModelConfig& config) : Batch(std::move(windowLengths), config, Batch()) {}
    /// In the memory of another batch.
    Batch(std::vector<int> windowLengths, const ModelConfig& config, Batch memory);

    [[nodiscard]] std::size_t items() const { return firstItem.back(); }
    [[nodiscard]] int window() const { return lengths.empty() ? 0 : lengths.front(); }
    /// Windows that are long enough for a step.
    [[nodiscard]] std::size_t itemsAt(int step) const {
        return firstItem[static_cast<std::size_t>(step) + 1] - firstItem[static_cast<std::size_t>(step)];
    }
};

/// Where a window is in a roll, which is in the model's range.
struct Window {
    const PianoRoll* roll = nullptr;
    int first = 0;                        ///< step
    int shift = 0;                        ///< semitones by which all of the roll is moved, past and future
    const PieceMemory* memory = nullptr;  ///< of the roll, where the layout remembers
};
/// Writes a batch: a window for each of its lengths.
void fill(Batch& batch, std::span<const Window> windows, const FeatureBuilder& builder, const ModelConfig& config);

/// Draws training windows: a piece in proportion to its length, a start on a bar line, a transposition that keeps every note in
/// range.
class BatchMaker {
public:
    BatchMaker(const TrainConfig& config, const std::vector<TrainingPiece>& pieces);

    /// Every step of the set that a window may count.
    [[nodiscard]] std::int64_t totalSteps() const { return totalSteps_; }
    /// A pure function of the random numbers. `memory`: a batch of before, whose memory is used again.
    [[nodiscard]] Batch make(Random random, Batch memory = Batch()) const;

private:
    struct Source {
        PianoRoll roll;            ///< in the model's range
        PieceMemory memory;        ///< where the layout remembers
        std::int64_t stepsBefore;  ///< of the pieces in front of it
        int lowest, highest;       ///< pitches that sound
    };
    TrainConfig config_;
    FeatureBuilder builder_;
    std::vector<Source> sources_;
    std::int64_t totalSteps_ = 0;
};

}  // namespace ricercar
