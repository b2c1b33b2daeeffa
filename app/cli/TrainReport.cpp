// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TrainReport.h"

#include "core/base/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace ricercar::cli {

void TrainReport::started(const RunStart& start) {
    const auto& [runId, config, facts, estimate, totalSteps, remarks, step, lost] = start;
    clock_ = TrainingClock(totalSteps, config.minutes);
    out_.object({{"type", "start"},
                 {"run", runId},
                 {"parameters", estimate.parameters},
                 {"pitch_range", {config.model.range.lowest, config.model.range.highest}},
                 {"pieces", facts.trainPieces},
                 {"validation_pieces", facts.validationPieces},
                 {"music_steps", facts.trainSteps},
                 {"batches_per_epoch", estimate.batchesPerEpoch},
                 {"total_batches", totalSteps > 0 ? Json(totalSteps) : Json()},
                 {"dataset_hash", facts.datasetHash},
                 {"step", step},
                 {"lost_steps", lost},
                 {"remarks", sentences(remarks)}});
    out_.line("Run " + std::to_string(runId) + ": " + std::to_string(estimate.parameters) + " parameters, pitches " +
              std::to_string(config.model.range.lowest) + " to " + std::to_string(config.model.range.highest) + ", " +
              counted(facts.trainPieces, "piece") + " to train on, " + std::to_string(facts.validationPieces) +
              " to validate with, " + std::to_string(estimate.batchesPerEpoch) +
              (estimate.batchesPerEpoch == 1 ? " batch" : " batches") + " an epoch");
    if (step > 0)
        out_.line("Goes on from step " + std::to_string(step) +
                  (lost > 0 ? "; " + counted(lost, "step") + " after it " + (lost == 1 ? "is" : "are") + " gone." : "."));
    for (const Message& remark : remarks) out_.note(english(remark));
}

void TrainReport::stepDone(const StepPoint& point) {
    out_.object({{"type", "step"},
                 {"step", point.step},
                 {"epoch", point.epoch},
                 {"seconds", point.seconds},
                 {"loss", point.loss},
                 {"gradient_norm", point.gradientNorm},
                 {"learning_rate", point.learningRate}});
    smoothLoss_ = smoothLoss_ ? 0.9 * *smoothLoss_ + 0.1 * point.loss : point.loss;
    begun_ = true;
    clock_.add(point.step, point.seconds);
    if (!bar_.visible()) return;

    bar_.show(clock_.done().value_or(-1), clock_.left().value_or(-1),
              "epoch " + fixed(point.epoch, 1) + "  step " + std::to_string(point.step) + "  loss " + fixed(*smoothLoss_, 3) +
                  (validation_ ? "  validation " + fixed(*validation_, 3) : ""));
}

void TrainReport::epochDone(const EpochPoint& point) {
    validation_ = point.validationLoss;
    out_.object({{"type", "epoch"},
                 {"step", point.step},
                 {"epoch", point.epoch},
                 {"seconds", point.seconds},
                 {"train_loss", point.trainLoss},
                 {"validation_loss", point.validationLoss ? Json(*point.validationLoss) : Json()},
                 {"best", point.best}});
    bar_.clear();
    out_.line("epoch " + fixed(point.epoch, point.epoch == std::floor(point.epoch) ? 0 : 1) + "  step " +
              std::to_string(point.step) + "  loss " + fixed(point.trainLoss, 3) +
              (point.validationLoss ? "  validation " + fixed(*point.validationLoss, 3) + (point.best ? " (best)" : "") : "") +
              "  " + duration(point.seconds));
}

void TrainReport::recovered(std::int64_t fromStep, std::int64_t toStep, double learningRate) {
    out_.object({{"type", "recovered"}, {"step", fromStep}, {"back_to", toStep}, {"learning_rate", learningRate}});
    bar_.clear();
    out_.note("The loss was not a number at step " + std::to_string(fromStep) + ": back to step " + std::to_string(toStep) +
              " with half the learning rate.");
}

void TrainReport::checkpointWritten(const std::filesystem::path& path, bool best) {
    out_.object({{"type", "checkpoint"}, {"path", displayPath(path)}, {"best", best}});
}

void TrainReport::done(const RunOutcome& outcome, bool kept) {
    bar_.clear();
    out_.object({{"type", "done"},
                 {"run", outcome.runId},
                 {"checkpoint", kept ? Json(displayPath(outcome.lastCheckpoint)) : Json()},
                 {"best_checkpoint", kept ? Json(displayPath(outcome.bestCheckpoint)) : Json()},
                 {"steps", outcome.steps},
                 {"best_validation", outcome.bestValidation ? Json(*outcome.bestValidation) : Json()},
                 {"stopped", outcome.stopped}});
    if (!begun_ && !outcome.stopped)
        out_.line("Run " + std::to_string(outcome.runId) + " had reached its limit already, after " +
                  counted(outcome.steps, "step") + ". To go on, give a higher --epochs, --steps or --minutes.");
    else
        out_.line((outcome.stopped ? "Stopped after " : "Trained for ") + counted(outcome.steps, "step") +
                  (outcome.bestValidation ? ", best validation " + fixed(*outcome.bestValidation, 3) + " nats a step" : "") +
                  ".");
    if (!kept) return;
    out_.line("Checkpoint: " + displayPath(outcome.lastCheckpoint));
    if (outcome.bestCheckpoint != outcome.lastCheckpoint) out_.line("Best:       " + displayPath(outcome.bestCheckpoint));
}

}  // namespace ricercar::cli
