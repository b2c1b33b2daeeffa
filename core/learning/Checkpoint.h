// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelCard.h"
#include "core/learning/ModelConfig.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

/// Row-major float32 values of a parameter, by name ("time.0.weight_ih").
struct NamedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> values;
    friend bool operator==(const NamedTensor&, const NamedTensor&) = default;
};

/// Where a run stands, beside its weights.
struct TrainState {
    std::int64_t step = 0;    ///< batches done
    double seconds = 0;       ///< of training, pauses excluded
    double learningRate = 0;  ///< as it is now
    int recoveries = 0;       ///< times it went back from a loss that was not finite; with seed and step it fixes every draw
    double epochLossSum = 0;  ///< of the running epoch, for its mean
    std::int64_t epochBatches = 0;
    double bestValidation = 0;  ///< nats per step
    std::int64_t bestStep = 0;  ///< 0: none yet
    int epochsSinceBest = 0;
    friend bool operator==(const TrainState&, const TrainState&) = default;
};

/// What the training set was like; the sampler and the window read it.
struct TrainingFacts {
    std::string datasetHash;  ///< SHA-256 over rolls and sides
    int trainPieces = 0;
    int validationPieces = 0;
    std::int64_t trainSteps = 0;
    double medianPolyphony = 0;  ///< over sounding steps; the density guard's threshold is min(2, this)
    double notesPerBar = 0;      ///< notes that begin; 0: not known
    double tempo = 120;          ///< median, quarter notes a minute
    Meter meter;                 ///< the commonest
    std::string rollFile;        ///< name of the public benchmark file it was trained on; empty: MIDI files
    friend bool operator==(const TrainingFacts&, const TrainingFacts&) = default;
};

/// The hinge between trainer and sampler: everything needed to sample, evaluate or go on training.
/// File: magic "RICERCAR", version, JSON header, tensors, SHA-256 of all that stands before it.
struct Checkpoint {
    std::string name;     ///< of the run, for people
    std::string program;  ///< versions that wrote it
    TrainConfig config;
    TrainingFacts facts;
    TrainState state;
    std::vector<NamedTensor> weights;
    std::vector<NamedTensor> optimizer;  ///< empty in a checkpoint that is only for sampling
    std::optional<DrawDefaults> draw;    ///< nothing: SampleSettings' own
    std::optional<ModelCard> card;       ///< of a model that is passed on

    /// SHA-256 of the model's shape and weights: what generated a take.
    [[nodiscard]] std::string modelHash() const;
};

/// Written beside and renamed. Throws Error Unwritable.
void saveCheckpoint(const Checkpoint& checkpoint, const std::filesystem::path& path);
/// Throws Error: Damaged (truncated, altered), Incompatible (newer version, tensors of another shape), NotFound, Unreadable.
Checkpoint loadCheckpoint(const std::filesystem::path& path);
/// All but weights and optimizer, without reading them or checking the file's sum: quick, for lists. Throws the same.
Checkpoint loadCheckpointHeader(const std::filesystem::path& path);

/// The parameters a model of this shape has, in order: names and shapes without values.
std::vector<NamedTensor> parameterShapes(const ModelConfig& config);

}  // namespace ricercar
