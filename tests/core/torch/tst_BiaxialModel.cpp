// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/BiaxialModel.h"  // torch before Qt: both want the word "slots"

#undef slots
#include "core/learning/PieceFeatures.h"
#include "core/torch/Adam.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <array>

#include <cmath>

using namespace ricercar;

namespace {

ModelConfig tinyModel() {
    ModelConfig config = test::tinyConfig().model;
    config.range = {48, 77};  // 30 pitches: wider than a vicinity
    config.dropout = 0;
    return config;
}

torch::Tensor stateTensor(const PianoRoll& roll) {  // [steps][pitches][2]
    torch::Tensor state = torch::zeros({roll.steps(), roll.pitches(), 2});
    for (int t = 0; t < roll.steps(); ++t)
        for (int n = 0; n < roll.pitches(); ++n) {
            state[t][n][0] = roll.plays(t, roll.range().lowest + n) ? 1 : 0;
            state[t][n][1] = roll.articulates(t, roll.range().lowest + n) ? 1 : 0;
        }
    return state;
}

/// The features as a differentiable function of the state [steps][pitches][2], written from their definition.
torch::Tensor differentiableFeatures(const torch::Tensor& state, const ModelConfig& config) {
    const std::int64_t steps = state.size(0), pitches = state.size(1);
    const torch::Tensor padded = torch::constant_pad_nd(state, {0, 0, 12, 12});
    std::vector<torch::Tensor> byPitch;
    for (std::int64_t n = 0; n < pitches; ++n) {
        const std::int64_t pitch = config.range.lowest + n;
        std::vector<torch::Tensor> groups{padded.slice(1, n, n + 25).reshape({steps, 50})};
        groups.push_back(torch::full({steps, 1}, static_cast<double>(pitch) / 127.0));
        groups.push_back(torch::one_hot(torch::full({steps}, pitch % 12, torch::kLong), 12).to(torch::kFloat));
        std::vector<torch::Tensor> counts;
        for (std::int64_t i = 0; i < 12; ++i) {
            torch::Tensor count = torch::zeros({steps});
            for (std::int64_t m = 0; m < pitches; ++m)
                if ((config.range.lowest + m) % 12 == (pitch + i) % 12) count = count + state.select(1, m).select(1, 0);
            counts.push_back(count);
        }
        groups.push_back(torch::stack(counts, 1));
        torch::Tensor beat = torch::zeros({steps, 4});
        for (std::int64_t t = 0; t < steps; ++t)
            for (std::int64_t bit = 0; bit < 4; ++bit) beat[t][bit] = (t % 16 >> bit) & 1;
        groups.push_back(beat);
        byPitch.push_back(torch::cat(groups, 1));
    }
    return torch::stack(byPitch, 1).unsqueeze(0);  // [1][steps][pitches][79]
}

/// What the pitch below is given to each pitch: [batch, time, note, 2].
torch::Tensor shiftedUp(const torch::Tensor& chosen) {
    return torch::cat({torch::zeros_like(chosen.slice(2, 0, 1)), chosen.slice(2, 0, chosen.size(2) - 1)}, 2);
}

}  // namespace

class tst_BiaxialModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }

    void shapesAreAsDefined() {
        BiaxialModel model(tinyModel());
        model.initialize(1, 0.05);
        const torch::NoGradGuard noGrad;
        TimeState carried;
        const torch::Tensor logits =
            model.forward(torch::zeros({2, 5, 30, seedFeatures}), torch::zeros({2, 5, 30, 2}), &carried);
        QCOMPARE(logits.sizes().vec(), (std::vector<std::int64_t>{2, 5, 30, 2}));
        QCOMPARE(carried.size(), std::size_t{2});
        QCOMPARE(carried[1].hidden.sizes().vec(), (std::vector<std::int64_t>{1, 60, 10}));
        const auto expected = parameterShapes(tinyModel());
        const auto weights = model.weights();
        for (std::size_t i = 0; i < expected.size(); ++i) QCOMPARE(weights[i].shape, expected[i].shape);
    }

    void theDifferentiableFeaturesAreTheBuilders() {
        const ModelConfig config = tinyModel();
        const PianoRoll roll = test::randomRoll(4, 9, config.range, 4);
        std::vector<float> built(9 * 30 * seedFeatures);
        PieceFeatures(config, roll).steps(0, 9, built.data(), 30 * seedFeatures);
        const torch::Tensor ours = torch::from_blob(built.data(), {1, 9, 30, seedFeatures});
        QVERIFY(torch::allclose(ours, differentiableFeatures(stateTensor(roll), config)));
    }

    // The prediction of (t+1, n) depends on no state after t+1 and on no (t+1, m) with m >= n, but on (t, n+12) and on (t+1,
    // n-1).
    void predictionsAreCausal() {
        const ModelConfig config = tinyModel();
        BiaxialModel model(config);
        model.initialize(3, 0.1);
        const PianoRoll roll = test::randomRoll(8, 9, config.range, 5);
        for (const int t : {0, 3, 7})
            for (const int n : {1, 9, 17})
                for (const int output : {0, 1}) {
                    const torch::Tensor state = stateTensor(roll).requires_grad_();
                    const torch::Tensor logits = model.forward(differentiableFeatures(state.slice(0, 0, 8), config),
                                                               shiftedUp(state.slice(0, 1, 9).unsqueeze(0)));
                    logits[0][t][n][output].backward();
                    const torch::Tensor gradient = state.grad();
                    const auto largest = [&](const torch::Tensor& part) { return part.abs().max().item<double>(); };
                    if (t + 2 < 9) QCOMPARE(largest(gradient.slice(0, t + 2)), 0.0);
                    QCOMPARE(largest(gradient[t + 1].slice(0, n)), 0.0);
                    for (int bit = 0; bit < 2; ++bit) {
                        QVERIFY(gradient[t][n + 12][bit].item<double>() != 0.0);
                        QVERIFY(gradient[t + 1][n - 1][bit].item<double>() != 0.0);
                    }
                    if (t > 0) QVERIFY(largest(gradient[0]) > 0.0);  // the past is remembered
                }
    }

    void articulationCountsOnlyWhereItIsAChoice() {
        ModelConfig two;
        two.range = {60, 61};
        Batch batch({2}, two);
        batch.chosen = {1, 0, 0, 0, 1, 1, 1, 1};  // [step][pitch][play, articulate]
        batch.articulateWeight = {1, 0, 0, 1};
        const BatchTensors tensors(batch);
        const torch::Tensor logits = torch::tensor({0.5F, 2.0F, -1.0F, 9.0F, 0.25F, -9.0F, 1.5F, -0.5F}).view({2, 2, 2});
        const torch::Tensor nats = cellNats(logits, tensors);
        const auto cross = [](double logit, int bit) {
            return -std::log(bit ? 1 / (1 + std::exp(-logit)) : 1 / (1 + std::exp(logit)));
        };
        const double expected[] = {cross(0.5, 1) + cross(2.0, 0), cross(-1.0, 0), cross(0.25, 1),
                                   cross(1.5, 1) + cross(-0.5, 1)};
        for (int i = 0; i < 4; ++i) QVERIFY(std::abs(nats[i / 2][i % 2].item<double>() - expected[i]) < 1e-6);
    }

    // The likelihood of a roll, one conditional probability at a time, is the batched loss.
    void noteByNoteEqualsTheBatch() {
        const ModelConfig config = tinyModel();
        BiaxialModel model(config);
        model.initialize(5, 0.1);
        const torch::NoGradGuard noGrad;
        const PianoRoll roll = test::randomRoll(2, 12, config.range, 4, {4, 4}, 3);
        const PieceFeatures features(config, roll);
        Batch batch({12}, config);
        fill(batch, std::array{Window{&roll, 0}}, FeatureBuilder(config), config);
        const BatchTensors tensors(batch);
        const double batched = cellNats(model.forward(tensors), tensors).sum().item<double>();

        double summed = 0;
        for (int t = 0; t < 12; ++t) {
            std::vector<float> past(static_cast<std::size_t>((t + 1) * 30 * seedFeatures));
            features.steps(-1, t + 1, past.data(), 30 * seedFeatures);
            const torch::Tensor seen = torch::from_blob(past.data(), {1, t + 1, 30, seedFeatures});
            torch::Tensor chosen = torch::zeros({1, t + 1, 30, 2});  // nothing of this step is known yet
            for (int n = 0; n < 30; ++n) {
                const torch::Tensor logits = model.forward(seen, shiftedUp(chosen))[0][t][n];
                const bool plays = roll.plays(t, 48 + n), articulates = roll.articulates(t, 48 + n);
                const auto probability = [&](int i) { return 1.0 / (1.0 + std::exp(-logits[i].item<double>())); };
                summed -= std::log(plays ? probability(0) : 1 - probability(0));
                if (plays && roll.plays(t - 1, 48 + n)) summed -= std::log(articulates ? probability(1) : 1 - probability(1));
                chosen[0][t][n][0] = plays ? 1 : 0;
                chosen[0][t][n][1] = articulates ? 1 : 0;
            }
        }
        QVERIFY2(std::abs(summed - batched) < 1e-5 * std::abs(batched), qPrintable(QString::number(summed - batched)));
    }

    // Windows of different lengths, with dropout: losses and gradients are the sums of those of each window alone.
    void windowsDoNotSeeOneAnother() {
        ModelConfig config = tinyModel();
        config.dropout = 0.3;
        BiaxialModel model(config);
        model.initialize(9, 0.1);
        const FeatureBuilder builder(config);
        const std::vector<int> lengths{9, 5, 5, 2};
        const DropoutMasks masks = dropoutMasks(config, 4, 9, 77);
        Batch together(lengths, config);
        std::vector<PianoRoll> rolls;
        for (std::uint64_t i = 0; i < 4; ++i) rolls.push_back(test::randomRoll(i, lengths[i], config.range, 3));
        fill(together, std::array{Window{&rolls[0], 0}, Window{&rolls[1], 0}, Window{&rolls[2], 0}, Window{&rolls[3], 0}},
             builder, config);
        std::vector<torch::Tensor> summed;
        double nats = 0;
        for (int window = 0; window < 4; ++window) {
            const int length = lengths[static_cast<std::size_t>(window)];
            Batch alone({length}, config);
            fill(alone, std::array{Window{&rolls[static_cast<std::size_t>(window)], 0}}, builder, config);
            DropoutMasks own;  // the rows of this window
            for (const torch::Tensor& mask : masks.time)
                own.time.push_back(mask.slice(1, 30 * window, 30 * (window + 1)).clone());
            std::vector<std::int64_t> items;
            for (int step = 0; step < length; ++step)
                items.push_back(static_cast<std::int64_t>(together.firstItem[static_cast<std::size_t>(step)]) + window);
            for (const torch::Tensor& mask : masks.note) own.note.push_back(mask.index_select(1, torch::tensor(items)));
            model.zero_grad();
            const BatchTensors tensors(alone);
            const torch::Tensor loss = cellNats(model.forward(tensors, &own), tensors).sum();
            loss.backward();
            nats += loss.item<double>();
            const auto parameters = model.parameters();
            for (std::size_t i = 0; i < parameters.size(); ++i) {
                const torch::Tensor gradient = parameters[i].grad().to(torch::kFloat64);
                if (window == 0)
                    summed.push_back(gradient);
                else
                    summed[i] += gradient;
            }
        }
        for (const int threads : {1, 3}) {
            model.setThreads(threads);
            model.zero_grad();
            const BatchTensors tensors(together);
            const torch::Tensor loss = cellNats(model.forward(tensors, &masks), tensors).sum();
            loss.backward();
            QVERIFY(std::abs(loss.item<double>() - nats) < 1e-5 * nats);
            for (std::size_t i = 0; i < summed.size(); ++i) {
                const torch::Tensor gradient = model.parameters()[i].grad().to(torch::kFloat64);
                QVERIFY((gradient - summed[i]).abs().max().item<double>() < 1e-5 * summed[i].abs().max().item<double>());
            }
        }
    }

    void oneBatchIsLearntByHeart() {
        ModelConfig config = tinyModel();
        config.timeHidden = {32, 32};
        config.noteHidden = {24, 16};
        BiaxialModel model(config);
        model.initialize(1, 0.1);
        TrainConfig train = test::tinyConfig();
        train.model = config;
        train.batch = 2;
        Batch batch = BatchMaker(train, {{"noise", test::randomRoll(1, 32, config.range, 3), 120}}).make(Random(1));
        const BatchTensors tensors(batch);
        Adam adam(model.parameters());
        double first = 0, last = 0;
        for (int step = 1; step <= 300; ++step) {
            model.zero_grad();
            const torch::Tensor loss = cellNats(model.forward(tensors), tensors).sum() / double(batch.items());
            loss.backward();
            adam.step(step, 0.01);
            if (step == 1) first = loss.item<double>();
            last = loss.item<double>();
        }
        QVERIFY2(first > 5.0, qPrintable(QString::number(first)));
        QVERIFY2(last < 0.5, qPrintable(QString::number(last)));  // random music: 0.5 nats a step is by heart
    }

    void dropoutMasksAreHeldAndReproducible() {
        ModelConfig config = tinyModel();
        config.dropout = 0.4;
        const DropoutMasks masks = dropoutMasks(config, 3, 50, 7);
        QCOMPARE(masks.time[0].sizes().vec(), (std::vector<std::int64_t>{1, 90, 12}));
        QCOMPARE(masks.note[1].sizes().vec(), (std::vector<std::int64_t>{1, 150, 6}));
        QVERIFY(torch::equal(masks.time[0], dropoutMasks(config, 3, 50, 7).time[0]));
        QVERIFY(!torch::equal(masks.time[0], dropoutMasks(config, 3, 50, 8).time[0]));
        const DropoutMasks large = dropoutMasks(config, 20, 50, 9);
        const double kept = (large.time[0] > 0).to(torch::kFloat).mean().item<double>();
        QVERIFY(std::abs(kept - 0.6) < 0.02);
        QVERIFY(std::abs(large.time[0].mean().item<double>() - 1.0) < 0.03);  // scaled to keep the expectation
    }
};

QTEST_APPLESS_MAIN(tst_BiaxialModel)
#include "tst_BiaxialModel.moc"
