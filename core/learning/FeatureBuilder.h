#pragma once

#include "core/learning/FeatureLayout.h"
#include "core/learning/ModelConfig.h"

#include <span>
#include <vector>

namespace ricercar {

/// Turns the state of a step into features: a pure function of the step's cells and its place in the bar. Thread-safe.
class FeatureBuilder {
public:
    explicit FeatureBuilder(const ModelConfig& config);

    [[nodiscard]] int pitches() const { return range_.size(); }

    /// `row`: the cells of one step, lowest pitch first. `out`: [pitches][featureCount].
    void step(std::span<const Cell> row, int stepInBar, float* out) const;

    /// Steps first .. first+count-1 of a roll in the model's range; step -1 is the all-zero start. `out`:
    /// [count][pitches][featureCount], steps `stride` floats apart.
    void steps(const PianoRoll& roll, int first, int count, float* out, std::size_t stride) const;

private:
    PitchRange range_;
    NoteCounts counts_;
    Cell seen_;                    ///< the bits of a cell that the model sees
    std::vector<float> constant_;  ///< [pitches][midi value and pitch class]
};

}  // namespace ricercar
