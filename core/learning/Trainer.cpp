// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Trainer.h"

#include "core/base/Error.h"
#include "core/learning/TorchModule.h"

#include <utility>

namespace ricercar {

Trainer::Trainer(const TrainConfig& config, TrainingSet set) {
    validate(config);
    run_ = torchModule().train(config, std::move(set));
}

Trainer::Trainer(const Checkpoint& checkpoint, TrainingSet set) {
    if (checkpoint.optimizer.empty()) throw Error(ErrorKind::Incompatible, {MessageId::CheckpointNoOptimizer, {}});
    run_ = torchModule().resume(checkpoint, std::move(set));
}

void Trainer::startFrom(const Checkpoint& checkpoint) {
    if (!(checkpoint.config.model == run_->config.model))
        throw Error(ErrorKind::Incompatible, {MessageId::CheckpointShape, {checkpoint.name, "its model is another one"}});
    run_->startFrom(checkpoint);
}

Trainer::~Trainer() = default;

void Trainer::run(TrainObserver& observer, const Task& task) { run_->run(observer, task); }

void Trainer::setThreads(int threads) { run_->config.threads = threads; }

void Trainer::setLimits(double epochs, std::int64_t steps, double minutes) {
    run_->config.epochs = epochs;
    run_->config.steps = steps;
    run_->config.minutes = minutes;
}

std::int64_t Trainer::totalSteps() const { return run_->totalSteps(); }

const TrainConfig& Trainer::config() const { return run_->config; }

std::int64_t Trainer::notesOutside() const { return run_->music.notesOutside; }

const TrainingFacts& Trainer::facts() const { return run_->music.facts; }

const TrainState& Trainer::state() const { return run_->state; }

Checkpoint Trainer::checkpoint() const { return run_->checkpoint(); }

}  // namespace ricercar
