#pragma once

#include "core/base/Random.h"
#include "core/learning/FeatureBuilder.h"
#include "core/learning/Trainer.h"

#include <cstdint>
#include <vector>

namespace ricercar {

/// Windows of music as the model takes them, time-major: the memory of a [batch, time, note, feature] tensor with time
/// outermost.
struct Batch {
    int batch = 0;
    int window = 0;
    int pitches = 0;
    std::vector<float> features;          ///< [window][batch][pitches][featureCount], of the step before the one to predict
    std::vector<float> chosen;            ///< [window][batch][pitches][2]: play and articulate of the step to predict
    std::vector<float> playWeight;        ///< [window][batch][pitches]: 1 for steps that count, 0 for padding
    std::vector<float> articulateWeight;  ///< 1 where articulate is a choice: played before and plays on
    std::int64_t steps = 0;               ///< that count

    Batch(int batchSize, int windowSteps, int pitchCount);
};

/// Writes steps first .. first+window-1 of a roll (in the model's range) as item `index`; steps past the end are padding.
void fillWindow(Batch& batch, int index, const FeatureBuilder& builder, const ModelConfig& config, const PianoRoll& roll,
                int first);

/// Draws training windows: a piece in proportion to its length, a start on a bar line, a transposition that keeps every note in
/// range.
class BatchMaker {
public:
    BatchMaker(const TrainConfig& config, const std::vector<TrainingPiece>& pieces);

    /// Every step of the set that a window may count.
    [[nodiscard]] std::int64_t totalSteps() const { return totalSteps_; }
    /// A pure function of the random numbers.
    [[nodiscard]] Batch make(Random random) const;

private:
    struct Source {
        PianoRoll roll;            ///< in the model's range
        std::int64_t stepsBefore;  ///< of the pieces in front of it
        int lowest, highest;       ///< pitches that sound
    };
    TrainConfig config_;
    FeatureBuilder builder_;
    std::vector<Source> sources_;
    std::int64_t totalSteps_ = 0;
};

}  // namespace ricercar
