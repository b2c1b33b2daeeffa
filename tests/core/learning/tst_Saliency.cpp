// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/BiaxialModel.h"  // torch before Qt: both want the word "slots"

#undef slots
#include "core/learning/Saliency.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <cmath>

using namespace ricercar;

class tst_Saliency : public QObject {
    Q_OBJECT
    Checkpoint checkpoint_ = test::tinyCheckpoint(30);
    PianoRoll roll_ = test::randomRoll(3, 30, checkpoint_.config.model.range, 3, {4, 4}, 3);

    /// The logit with one feature moved.
    double moved(int first, int step, int pitch, std::size_t at, double by, int output) {
        const ModelConfig& config = checkpoint_.config.model;
        BiaxialModel model(config);
        model.setWeights(checkpoint_.weights);
        model.to(torch::kFloat64);
        Batch batch({step - first + 1}, config);
        fill(batch, std::array{Window{&roll_, first}}, FeatureBuilder(config), config);
        BatchTensors tensors(batch);
        torch::Tensor features = tensors.features.to(torch::kFloat64).clone();
        features.view({-1})[static_cast<std::int64_t>(at)] += by;
        tensors.features = features;
        tensors.below = tensors.below.to(torch::kFloat64);
        const torch::NoGradGuard noGrad;
        return model.forward(tensors)[-1][pitch - config.range.lowest][output].item<double>();
    }

private Q_SLOTS:
    void gradientsAreThoseOfFiniteDifferences_data() {
        QTest::addColumn<int>("window");
        QTest::addColumn<bool>("articulate");
        QTest::newRow("play, whole past") << 64 << false;
        QTest::newRow("articulate, short window") << 6 << true;
    }
    void gradientsAreThoseOfFiniteDifferences() {
        QFETCH(int, window);
        QFETCH(bool, articulate);
        torch::set_num_threads(1);
        constexpr int step = 12, pitch = 60;
        const Saliency saliency = saliencyOf(checkpoint_, roll_, step, pitch, articulate, window);
        const int first = std::max(0, step - window + 1);
        QCOMPARE(saliency.first, first - 1);
        QCOMPARE(saliency.steps, step - first + 1);
        QCOMPARE(saliency.values.size(), static_cast<std::size_t>(saliency.steps * roll_.pitches() * seedFeatures));
        const int output = articulate ? 1 : 0;
        QVERIFY(std::abs(moved(first, step, pitch, 0, 0, output) - saliency.logit) < 1e-5);
        double largest = 0;
        for (const float value : saliency.values) largest = std::max(largest, std::abs(static_cast<double>(value)));
        QVERIFY(largest > 1e-4);
        Random random(5);
        for (int i = 0; i < 60; ++i) {
            // Half of them in the last step, where most of it lies.
            const std::size_t last = saliency.values.size() - static_cast<std::size_t>(roll_.pitches() * seedFeatures);
            const std::size_t at =
                i % 2 == 0 ? last + random.below(saliency.values.size() - last) : random.below(saliency.values.size());
            const double difference =
                (moved(first, step, pitch, at, 1e-3, output) - moved(first, step, pitch, at, -1e-3, output)) / 2e-3;
            QVERIFY2(std::abs(difference - static_cast<double>(saliency.values[at])) < 1e-4 * std::max(1.0, largest) + 1e-5,
                     qPrintable(QStringLiteral("%1 %2").arg(difference).arg(static_cast<double>(saliency.values[at]))));
        }
    }

    void whatIsNotThereHasNone() {
        QCOMPARE(saliencyOf(checkpoint_, roll_, 30, 60).steps, 0);
        QCOMPARE(saliencyOf(checkpoint_, roll_, 3, 20).steps, 0);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(saliencyOf(checkpoint_, roll_, 20, 60, false, 16, Task(stop.get_token())).steps, 0);
    }
};

QTEST_APPLESS_MAIN(tst_Saliency)
#include "tst_Saliency.moc"
