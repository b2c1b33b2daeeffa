// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelConfig.h"
#include "core/learning/RememberedStep.h"

#include <cstddef>
#include <span>
#include <vector>

namespace ricercar {

/// Turns a step of a piece into the features of the time axis: a pure function of the step and what is before it. Thread-safe.
class FeatureBuilder {
public:
    explicit FeatureBuilder(const ModelConfig& config);

    [[nodiscard]] int pitches() const { return config_.range.size(); }
    [[nodiscard]] std::size_t width() const { return width_; }
    /// Whether memory and ages of a step are read.
    [[nodiscard]] bool remembering() const { return config_.layout == FeatureLayout::Remembering; }

    /// A step of a piece in the model's range; one outside the piece is the all-zero start. `out`: [pitches][width]; `later`:
    /// not read soon, so past the caches where the processor can.
    void step(const RememberedStep& step, int stepInBar, float* out, bool later = false) const;

private:
    void seedStep(std::span<const Cell> row, int shift, int stepInBar, float* out, bool later) const;

    ModelConfig config_;
    std::size_t width_;
    Cell seen_;                    ///< the bits of a cell that the model sees
    std::vector<float> constant_;  ///< [pitches][16], as FeatureRows has it
    std::vector<FeatureSpan> leftOut_;
};

}  // namespace ricercar
