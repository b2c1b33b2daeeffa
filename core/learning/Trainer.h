// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/learning/Checkpoint.h"
#include "core/music/PianoRoll.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

struct TrainingPiece {
    std::string id;  ///< for people
    PianoRoll roll;
    double tempo = 120;  ///< quarter notes a minute
};

/// What a run learns from. The order of the pieces is part of the run.
struct TrainingSet {
    std::vector<TrainingPiece> train;
    std::vector<TrainingPiece> validation;
    std::string rollFile;  ///< name of the public benchmark file it comes from; empty: MIDI files
};

/// Hash, counts and medians of a set.
TrainingFacts factsOf(const TrainingSet& set);

/// Lowest and highest pitch of a set, both sides; none where it is silent.
std::optional<PitchRange> soundingRange(const TrainingSet& set);

/// One batch.
struct StepPoint {
    std::int64_t step = 0;    ///< from 1
    double epoch = 0;         ///< epochs done, with fraction
    double seconds = 0;       ///< of training
    double loss = 0;          ///< nats per step
    double gradientNorm = 0;  ///< before clipping
    double learningRate = 0;
};

/// The end of an epoch: the validation pieces are scored.
struct EpochPoint {
    std::int64_t step = 0;
    double epoch = 0;
    double seconds = 0;
    double trainLoss = 0;                  ///< mean over the epoch, nats per step
    std::optional<double> validationLoss;  ///< none without validation pieces
    bool best = false;                     ///< no earlier validation was better (without validation: always)
};

/// Called on the training thread; has to be quick.
class TrainObserver {
public:
    virtual ~TrainObserver() = default;
    virtual void stepDone(const StepPoint&) {}
    virtual void epochDone(const EpochPoint&) {}
    /// Loss or gradient was not finite: the weights went back to an earlier step and the learning rate was halved.
    virtual void recovered(std::int64_t /*fromStep*/, std::int64_t /*toStep*/, double /*learningRate*/) {}
};

/// Batches after which epochs or steps end a run; 0: only time does.
std::int64_t totalSteps(const TrainConfig& config, std::int64_t batchesPerEpoch);

/// What a run of this size takes, known before the first batch.
struct TrainEstimate {
    std::int64_t parameters = 0;
    std::int64_t batchesPerEpoch = 0;
    double megabytes = 0;      ///< peak memory of a training step
    double flopsPerBatch = 0;  ///< forward and backward
};
TrainEstimate estimate(const TrainConfig& config, std::int64_t trainSteps);

/// The preset `ricercar` for a training set of so many steps: less dropout the larger the set, and, where no limit is given,
/// epochs enough for some 2,000 batches. Configs of other presets are left as they are.
TrainConfig scaledTo(TrainConfig config, std::int64_t trainSteps);

class TorchTrainer;

/// Trains one model. The same config and set give the same losses to the bit, on any number of threads. All calls from one
/// thread.
class Trainer {
public:
    /// The run's pitch range is runRange(). Throws Error Invalid for a config out of range or a set without music to train on.
    Trainer(const TrainConfig& config, TrainingSet set);
    /// Goes on where the checkpoint stands. Throws Error Incompatible where the set is another one or the checkpoint has no
    /// optimizer.
    Trainer(const Checkpoint& checkpoint, TrainingSet set);
    ~Trainer();
    Trainer(const Trainer&) = delete;
    Trainer& operator=(const Trainer&) = delete;

    /// Before the first batch of a new run: the weights of another one in place of random ones. Throws Error Incompatible where
    /// the run's model is not the checkpoint's, pitches included.
    void startFrom(const Checkpoint& checkpoint);

    /// Trains until a limit of the config or a stop.
    void run(TrainObserver& observer, const Task& task);
    /// New limits for a run that goes on: totals, counted from the run's very beginning.
    void setLimits(double epochs, std::int64_t steps, double minutes);
    void setThreads(int threads);

    /// Batches after which epochs or steps end the run; 0: only time does.
    [[nodiscard]] std::int64_t totalSteps() const;
    [[nodiscard]] const TrainConfig& config() const;  ///< with the range that was chosen
    [[nodiscard]] const TrainingFacts& facts() const;
    [[nodiscard]] std::int64_t notesOutside() const;  ///< of the set, not learnt from: beyond the run's pitch range
    [[nodiscard]] const TrainState& state() const;
    /// A copy of all there is, now; also from inside an observer's call.
    [[nodiscard]] Checkpoint checkpoint() const;

private:
    std::unique_ptr<TorchTrainer> run_;
};

}  // namespace ricercar
