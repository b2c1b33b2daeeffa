// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learning/LearningFixtures.h"

#include "core/learning/StepEngine.h"

#include <cmath>

namespace ricercar::test {

TrainConfig tinyConfig() {
    TrainConfig config;
    config.preset = "small";
    config.model.timeHidden = {12, 10};
    config.model.noteHidden = {9, 6};
    config.model.dropout = 0.2;
    config.model.range = {48, 71};
    config.autoRange = false;
    config.batch = 3;
    config.window = 16;
    config.transposeDown = -2;
    config.transposeUp = 2;
    config.learningRate = 0.01;
    config.threads = 1;
    config.steps = 10;
    return config;
}

TrainingSet tinySet(int trainPieces, int validationPieces) {
    const auto piece = [](int index) {
        TrainingPiece made{"piece " + std::to_string(index), PianoRoll({48, 71}, 48), 100.0 + index};
        const int root = 50 + index % 5;
        const int chord[] = {0, 4, 7, 4};
        for (int step = 0; step < made.roll.steps(); step += 2) made.roll.addNote(step, 2, root + chord[step / 2 % 4]);
        for (int step = 0; step < made.roll.steps(); step += 16) made.roll.addNote(step, 12, root - 2);
        return made;
    };
    TrainingSet set;
    for (int i = 0; i < trainPieces; ++i) set.train.push_back(piece(i));
    for (int i = 0; i < validationPieces; ++i) set.validation.push_back(piece(i + trainPieces));
    return set;
}

Checkpoint tinyCheckpoint(std::int64_t steps, FeatureLayout layout) {
    TrainConfig config = tinyConfig();
    config.model.layout = layout;
    config.steps = std::max<std::int64_t>(steps, 1);
    Trainer trainer(config, tinySet());
    TrainObserver nobody;
    if (steps > 0) trainer.run(nobody, {});
    return trainer.checkpoint();
}

double natsByEngine(const Checkpoint& checkpoint, const PianoRoll& roll) {
    const StepEngine engine(checkpoint);
    StepEngine::State state = engine.start(roll.barSteps());
    const std::vector<Cell> silence(static_cast<std::size_t>(roll.pitches()), 0);
    double nats = 0;
    for (int step = 0; step < roll.steps(); ++step) {
        engine.advance(state, step > 0 ? roll.row(step - 1) : std::span<const Cell>(silence), roll.stepInBar(step - 1));
        Cell below = 0;
        for (int pitch = roll.range().lowest; pitch <= roll.range().highest; ++pitch) {
            const StepEngine::Logits logits = engine.next(state, below);
            const bool plays = roll.plays(step, pitch);
            nats += std::log1p(std::exp(plays ? -logits.play : logits.play));
            if (plays && roll.plays(step - 1, pitch))
                nats += std::log1p(std::exp(roll.articulates(step, pitch) ? -logits.articulate : logits.articulate));
            below = roll.at(step, pitch);
        }
    }
    return nats;
}

}  // namespace ricercar::test
