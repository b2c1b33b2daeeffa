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

    /// `row`: the cells of one step, lowest pitch first. `out`: [pitches][featureCount]; `later`: not read soon, so past the
    /// caches where the processor can.
    void step(std::span<const Cell> row, int stepInBar, float* out, bool later = false) const;

    /// Step `at` of a roll in the model's range; steps outside it are the all-zero start.
    void step(const PianoRoll& roll, int at, float* out, bool later = false) const;

    /// Steps first .. first+count-1 of such a roll. `out`:
    /// [count][pitches][featureCount], steps `stride` floats apart.
    void steps(const PianoRoll& roll, int first, int count, float* out, std::size_t stride) const;

private:
    PitchRange range_;
    NoteCounts counts_;
    Cell seen_;                    ///< the bits of a cell that the model sees
    std::vector<float> constant_;  ///< [pitches][16], as FeatureRows has it
};

}  // namespace ricercar
