// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/Activations.h"
#include "core/learning/FeatureLayout.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <cmath>

using namespace ricercar;

class tst_Activations : public QObject {
    Q_OBJECT
    Checkpoint checkpoint_ = test::tinyCheckpoint(20);
    std::shared_ptr<const StepEngine> engine_ = std::make_shared<StepEngine>(checkpoint_);
    PianoRoll roll_ = test::randomRoll(3, 40, checkpoint_.config.model.range, 3);

private slots:
    void everyLayerIsThere() {
        const auto layers = layersOf(checkpoint_.config.model);
        QCOMPARE(layers.size(), std::size_t{4});
        QVERIFY(!layers[1].noteAxis && layers[1].units == 10 && layers[2].noteAxis && layers[2].units == 9);
        InferenceCache cache(engine_, roll_);
        for (const LayerName& layer : layers) {
            const Activations part = activationsOf(cache, layer, 10, 8);
            QCOMPARE(part.steps, 8);
            QCOMPARE(part.values.size(), static_cast<std::size_t>(8 * roll_.pitches() * layer.units));
            QVERIFY(std::ranges::all_of(part.values, [](float value) { return std::abs(value) < 1.0F; }));
            const Activations whole = activationsOf(cache, layer, 0, 1000);
            QCOMPARE(whole.steps, 40);
            for (int unit = 0; unit < layer.units; ++unit) QCOMPARE(part.at(13, 60, unit), whole.at(13, 60, unit));
        }
    }

    // The head's logit is a weighted sum of the last layer's units.
    void theLastLayerMakesThePrediction() {
        InferenceCache cache(engine_, roll_);
        const Activations last = activationsOf(cache, layersOf(checkpoint_.config.model).back(), 0, 40);
        const auto& weight = checkpoint_.weights[checkpoint_.weights.size() - 2].values;
        const auto& bias = checkpoint_.weights.back().values;
        StepEngine::State state = *cache.before(25);
        Cell below = 0;
        for (int pitch = roll_.range().lowest; pitch <= roll_.range().highest; ++pitch) {
            const double expected = engine_->next(state, below).play;
            double sum = static_cast<double>(bias[0]);
            for (int unit = 0; unit < last.layer.units; ++unit)
                sum += static_cast<double>(weight[static_cast<std::size_t>(unit)] * last.at(25, pitch, unit));
            QVERIFY(std::abs(sum - expected) < 1e-5);
            below = roll_.at(25, pitch);
        }
    }

    void unitsCanBeRanked() {
        Activations made{{false, 0, 3}, {60, 61}, 0, 40, {}};
        const ModelConfig config = [] {
            ModelConfig plain;
            plain.range = {60, 61};
            return plain;
        }();
        PianoRoll roll({60, 61}, 40);
        for (int step = 0; step < 40; step += 3) roll.addNote(step, 2, 60);
        const int beat =
            featureSpan(FeatureLayout::Seed, FeatureGroup::Beat).offset;  // its fastest bit: the parity of the step before
        for (int step = 0; step < 40; ++step)
            for (int pitch = 0; pitch < 2; ++pitch) {
                const float odd = (step + 15) % 2 == 1 ? 1.0F : 0.0F;
                made.values.insert(made.values.end(), {odd * 0.5F, 0.25F, -odd});
            }
        const auto variances = unitVariances(made);
        QVERIFY(std::abs(variances[0] - 0.0625) < 1e-6 && variances[1] < 1e-12 && std::abs(variances[2] - 0.25) < 1e-6);
        const auto correlations = unitCorrelations(made, roll, config, beat);
        QVERIFY(std::abs(correlations[0] - 1) < 1e-6);
        QCOMPARE(correlations[1], 0.0);
        QVERIFY(std::abs(correlations[2] + 1) < 1e-6);
    }
};

QTEST_APPLESS_MAIN(tst_Activations)
#include "tst_Activations.moc"
