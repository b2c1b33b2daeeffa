// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/TorchEntries.h"

#include "core/base/Parallel.h"
#include "core/torch/Adam.h"
#include "core/torch/BatchAhead.h"
#include "core/torch/Scoring.h"
#include "core/torch/Threads.h"
#include "core/torch/TorchErrors.h"

#include <torch/version.h>

#include <chrono>
#include <cmath>
#include <cstring>
#include <limits>
#include <numbers>

namespace ricercar {
namespace {

constexpr std::int64_t snapshotSteps = 50;
constexpr int recoveriesInARow = 8;

constexpr std::uint64_t weightStream = 1;  // of the run's seed

void copyInto(const std::vector<torch::Tensor>& tensors, const NamedTensor* values) {
    const torch::NoGradGuard noGrad;
    for (const torch::Tensor& tensor : tensors) {
        std::memcpy(tensor.data_ptr<float>(), values->values.data(), values->values.size() * sizeof(float));
        ++values;
    }
}

class Training final : public TorchTrainer {
public:
    Training(const TrainConfig& given, TrainingSet set)
        : TorchTrainer(given, std::move(set)),
          batches_(config, music.set.train),
          model_(config.model),
          adam_(model_.parameters()) {
        if (batches_.totalSteps() == 0) throw Error(ErrorKind::Invalid, {MessageId::NothingToTrainOn, {}});
        batchesPerEpoch_ = estimate(config, music.facts.trainSteps).batchesPerEpoch;
        for (const TrainingPiece& piece : music.set.validation) validation_.push_back(&piece.roll);
        state.learningRate = config.learningRate;
        model_.initialize(Random::stream(config.seed, weightStream), music.playRate());
        snapshot_ = checkpoint();
    }

    void restore(const Checkpoint& from) {
        model_.setWeights(from.weights);
        copyInto(adam_.mean, from.optimizer.data());
        copyInto(adam_.square, from.optimizer.data() + adam_.mean.size());
        state = from.state;
        snapshot_ = checkpoint();
    }

    void startFrom(const Checkpoint& from) override {
        translatingTorchErrors([&] {
            model_.setWeights(from.weights);
            snapshot_ = checkpoint();
        });
    }

    void run(TrainObserver& observer, const Task& task) override {
        translatingTorchErrors([&] { train(observer, task); });
    }

    [[nodiscard]] std::int64_t totalSteps() const override { return ricercar::totalSteps(config, batchesPerEpoch_); }

    [[nodiscard]] Checkpoint checkpoint() const override {
        Checkpoint result;
        result.program = "Ricercar " RICERCAR_VERSION ", libtorch " TORCH_VERSION;
        result.config = config;
        result.facts = music.facts;
        result.state = state;
        result.weights = model_.weights();
        for (const auto* moments : {&adam_.mean, &adam_.square})
            for (std::size_t i = 0; i < moments->size(); ++i)
                result.optimizer.push_back(plain(result.weights[i].name, (*moments)[i]));
        return result;
    }

private:
    using Clock = std::chrono::steady_clock;

    void train(TrainObserver& observer, const Task& task) {
        keepTorchToOneThread();
        model_.setThreads(threadCount(config.threads));
        model_.setPrecision(config.precision);
        const auto begun = Clock::now();
        const double before = state.seconds;
        const auto elapsed = [&] { return before + std::chrono::duration<double>(Clock::now() - begun).count(); };
        recoveriesInARow_ = 0;
        endedEarly_ = false;
        BatchAhead batches(config, batches_);
        try {
            if (state.epochBatches > 0 && state.step % batchesPerEpoch_ == 0)
                endEpoch(observer, task, true);  // it was stopped there
            while (!limitReached(elapsed())) {
                if (task.stopped()) return;
                const double learningRate = state.learningRate * scheduled(elapsed());
                const std::optional<StepPoint> point =
                    trainBatch(batches.take({state.step, state.recoveries}), learningRate, task);
                if (!point) {
                    recover(observer);
                    continue;
                }
                ++state.step;
                state.seconds = elapsed();
                state.epochLossSum += point->loss;
                ++state.epochBatches;
                StepPoint done = *point;
                done.step = state.step;
                done.epoch = epochs();
                done.seconds = state.seconds;
                observer.stepDone(done);
                if (state.step % batchesPerEpoch_ == 0) {
                    endEpoch(observer, task, true);
                    state.seconds = elapsed();
                }
                if (state.step % snapshotSteps == 0) {
                    snapshot_ = checkpoint();
                    recoveriesInARow_ = 0;
                }
                if (state.step % 16 == 0)
                    task.report(static_cast<std::uint64_t>(state.step), static_cast<std::uint64_t>(totalSteps()));
            }
            if (state.step % batchesPerEpoch_ != 0) endEpoch(observer, task, false);
        } catch (const Stopped&) {
            model_.zero_grad();  // the batch that was begun is forgotten
        }
        state.seconds = elapsed();
    }

    [[nodiscard]] double epochs() const { return static_cast<double>(state.step) / static_cast<double>(batchesPerEpoch_); }

    [[nodiscard]] bool limitReached(double seconds) const {
        const std::int64_t most = totalSteps();
        return endedEarly_ || (most > 0 && state.step >= most) || (config.minutes > 0 && seconds >= 60.0 * config.minutes);
    }

    /// Share of the learning rate that the schedule allows.
    [[nodiscard]] double scheduled(double seconds) const {
        if (config.schedule == Schedule::Constant) return 1.0;
        const std::int64_t most = totalSteps();
        double done = most > 0 ? static_cast<double>(state.step) / static_cast<double>(most) : 0.0;
        if (config.minutes > 0) done = std::max(done, seconds / (60.0 * config.minutes));
        const double rise =
            config.warmup > 0 ? std::min(1.0, static_cast<double>(state.step + 1) / static_cast<double>(config.warmup)) : 1.0;
        return rise * 0.5 * (1.0 + std::cos(std::numbers::pi * std::min(1.0, done)));
    }

    /// Nothing where loss or gradient is not finite; the weights have not moved then. Throws Stopped.
    std::optional<StepPoint> trainBatch(DrawnBatch& drawn, double learningRate, const Task& task) {
        const BatchTensors tensors(drawn.batch);
        model_.train();
        model_.zero_grad();
        const torch::Tensor logits = model_.forward(tensors, &drawn.masks, nullptr, task);
        const torch::Tensor loss = cellNats(logits, tensors).sum() / static_cast<double>(drawn.batch.items());
        StepPoint point;
        point.loss = loss.item<double>();
        if (!std::isfinite(point.loss)) return std::nullopt;
        loss.backward();
        point.gradientNorm = clipGradients();
        if (!std::isfinite(point.gradientNorm)) return std::nullopt;
        point.learningRate = learningRate;
        adam_.step(state.step + 1, learningRate, config.weightDecay);
        return point;
    }

    double clipGradients() {
        const torch::NoGradGuard noGrad;
        double square = 0;
        for (const torch::Tensor& parameter : model_.parameters()) square += parameter.grad().square().sum().item<double>();
        const double norm = std::sqrt(square);
        if (config.clipNorm > 0 && norm > config.clipNorm && std::isfinite(norm))
            for (const torch::Tensor& parameter : model_.parameters()) parameter.grad().mul_(config.clipNorm / norm);
        return norm;
    }

    void recover(TrainObserver& observer) {
        if (++recoveriesInARow_ > recoveriesInARow) {
            const std::string step = std::to_string(state.step + 1);
            restore(snapshot_);
            throw Error(ErrorKind::Invalid, {MessageId::Diverged, {step}});
        }
        const std::int64_t from = state.step;
        const int recoveries = state.recoveries + 1;
        const double learningRate = state.learningRate / 2;
        const TrainState failed = state;
        restore(snapshot_);
        state.recoveries = recoveries;
        state.learningRate = learningRate;
        state.bestValidation = failed.bestValidation;  // its checkpoint is kept
        state.bestStep = failed.bestStep;
        state.epochsSinceBest = failed.epochsSinceBest;
        observer.recovered(from, state.step, learningRate);
    }

    /// `whole`: at the end of an epoch. Otherwise a look where a limit ends the run inside one: it may find a new best, and
    /// leaves the epoch's sums and patience for a run that goes on. Stopped while it scores, it changes nothing.
    void endEpoch(TrainObserver& observer, const Task& task, bool whole) {
        EpochPoint point;
        point.trainLoss = state.epochLossSum / static_cast<double>(state.epochBatches);
        point.best = true;
        if (!validation_.empty()) {
            const PieceScores scores = scorePieces(model_, validation_, task);
            if (!scores.complete) return;
            double nats = 0;
            std::int64_t steps = 0;
            for (const double piece : scores.nats) nats += piece;
            for (const PianoRoll* roll : validation_) steps += roll->steps();
            point.validationLoss = nats / static_cast<double>(steps);
            point.best =
                std::isfinite(*point.validationLoss) && (state.bestStep == 0 || *point.validationLoss < state.bestValidation);
            if (point.best) {
                state.bestValidation = *point.validationLoss;
                state.bestStep = state.step;
                state.epochsSinceBest = 0;
            } else if (whole) {
                ++state.epochsSinceBest;
            }
        }
        if (whole) {
            state.epochLossSum = 0;
            state.epochBatches = 0;
        }
        point.step = state.step;
        point.epoch = epochs();
        point.seconds = state.seconds;
        observer.epochDone(point);
        if (config.patience > 0 && state.epochsSinceBest >= config.patience) endedEarly_ = true;
    }

    BatchMaker batches_;
    BiaxialModel model_;
    Adam adam_;
    std::vector<const PianoRoll*> validation_;
    std::int64_t batchesPerEpoch_ = 1;
    Checkpoint snapshot_;  ///< the last state known to be good
    int recoveriesInARow_ = 0;
    bool endedEarly_ = false;
};

}  // namespace

std::unique_ptr<TorchTrainer> trainWithTorch(const TrainConfig& config, TrainingSet set) {
    return translatingTorchErrors(
        [&]() -> std::unique_ptr<TorchTrainer> { return std::make_unique<Training>(config, std::move(set)); });
}

std::unique_ptr<TorchTrainer> resumeWithTorch(const Checkpoint& checkpoint, TrainingSet set) {
    return translatingTorchErrors([&]() -> std::unique_ptr<TorchTrainer> {
        auto training = std::make_unique<Training>(checkpoint.config, std::move(set));
        if (training->music.facts.datasetHash != checkpoint.facts.datasetHash)
            throw Error(ErrorKind::Incompatible, {MessageId::CheckpointOtherSet, {}});
        training->restore(checkpoint);
        return training;
    });
}

}  // namespace ricercar
