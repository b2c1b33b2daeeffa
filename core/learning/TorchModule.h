// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What needs libtorch stands in a module of its own (core/torch), which is loaded when the first of it is asked for. Behind
// Trainer, Evaluator and Saliency; not for others.

#include "core/learning/Evaluator.h"
#include "core/learning/PreparedTrainingSet.h"
#include "core/learning/Saliency.h"
#include "core/learning/Trainer.h"

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace ricercar {

/// A run in training: what Trainer hands its calls to. Throws Error alone.
class TorchTrainer {
public:
    TorchTrainer(const TrainConfig& settings, TrainingSet set) : music(settings, std::move(set)), config(settings) {
        config.model.range = music.range;
        config.autoRange = false;
    }
    virtual ~TorchTrainer() = default;
    TorchTrainer(const TorchTrainer&) = delete;
    TorchTrainer& operator=(const TorchTrainer&) = delete;

    /// The weights of a checkpoint of the same model, before the first batch.
    virtual void startFrom(const Checkpoint& checkpoint) = 0;
    virtual void run(TrainObserver& observer, const Task& task) = 0;
    [[nodiscard]] virtual std::int64_t totalSteps() const = 0;
    [[nodiscard]] virtual Checkpoint checkpoint() const = 0;

    const PreparedTrainingSet music;
    TrainConfig config;
    TrainState state;
};

/// The module's entry points: the public functions of the same names. Throw Error alone.
struct TorchModule {
    std::unique_ptr<TorchTrainer> (*train)(const TrainConfig& config, TrainingSet set);
    std::unique_ptr<TorchTrainer> (*resume)(const Checkpoint& checkpoint, TrainingSet set);
    Evaluation (*evaluate)(const Checkpoint& checkpoint, std::span<const PianoRoll> rolls, const Task& task);
    std::vector<double> (*surprise)(const Checkpoint& checkpoint, const PianoRoll& roll, const Task& task);
    Saliency (*saliencyOf)(const Checkpoint& checkpoint, const PianoRoll& roll, int step, int pitch, bool articulate,
                           int window, const Task& task);
};

/// Loaded by the first call, from any thread; stays until the program ends. Throws Error NotFound (TorchModuleMissing).
const TorchModule& torchModule();

}  // namespace ricercar

/// What the module exports: the entry points of a module made with this version of the program, nothing for another one.
extern "C" const ricercar::TorchModule* ricercarTorchModule(const char* version);
