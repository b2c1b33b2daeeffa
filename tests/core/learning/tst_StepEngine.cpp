#include "core/learning/BiaxialModel.h"  // torch before Qt: both want the word "slots"

#undef slots
#include "core/learning/StepEngine.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <cmath>

using namespace ricercar;

class tst_StepEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 200 steps with forced cells: every probability is BiaxialModel's.
    void probabilitiesEqualTheModels_data() {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<bool>("articulation");
        QTest::newRow("tiny") << "" << true;
        QTest::newRow("play only") << "" << false;
        QTest::newRow("small") << "small" << true;
    }
    void probabilitiesEqualTheModels() {
        QFETCH(QString, preset);
        QFETCH(bool, articulation);
        torch::set_num_threads(1);
        Checkpoint checkpoint;
        checkpoint.config = preset.isEmpty() ? test::tinyConfig() : presetConfig(preset.toStdString());
        checkpoint.config.model.articulation = articulation;
        const ModelConfig& config = checkpoint.config.model;
        BiaxialModel model(config);
        model.initialize(17, 0.2);
        {
            const torch::NoGradGuard noGrad;
            for (torch::Tensor& parameter : model.parameters()) parameter.mul_(1.5);
        }
        checkpoint.weights = model.weights();

        constexpr int steps = 200;
        const PianoRoll roll = test::randomRoll(21, steps, config.range, 4, {3, 4}, 4);
        Batch batch({steps}, config);
        const Window window{&roll, 0};
        fill(batch, {&window, 1}, FeatureBuilder(config), config);
        const BatchTensors tensors(batch);
        const torch::NoGradGuard noGrad;
        const torch::Tensor expected = torch::sigmoid(model.forward(tensors)).contiguous();
        const auto* reference = expected.data_ptr<float>();

        const StepEngine engine(checkpoint);
        StepEngine::State state = engine.start(roll.barSteps());
        const std::vector<Cell> silence(static_cast<std::size_t>(roll.pitches()), 0);
        double worst = 0;
        for (int step = 0; step < steps; ++step) {
            engine.advance(state, step > 0 ? roll.row(step - 1) : std::span<const Cell>(silence), roll.stepInBar(step - 1));
            Cell below = 0;
            for (const Cell cell : roll.row(step)) {
                const StepEngine::Logits logits = engine.next(state, below);
                worst = std::max(worst, std::abs(1 / (1 + std::exp(-logits.play)) - static_cast<double>(*reference++)));
                worst = std::max(worst, std::abs(1 / (1 + std::exp(-logits.articulate)) - static_cast<double>(*reference++)));
                below = cell;
            }
        }
        qInfo("largest difference of a probability: %.2e", worst);
        QVERIFY(worst < 1e-5);
    }
};

QTEST_APPLESS_MAIN(tst_StepEngine)
#include "tst_StepEngine.moc"
