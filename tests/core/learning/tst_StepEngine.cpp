// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/BiaxialModel.h"  // torch before Qt: both want the word "slots"

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
        QTest::addColumn<bool>("remembering");
        QTest::newRow("tiny") << "" << true << false;
        QTest::newRow("play only") << "" << false << false;
        QTest::newRow("small") << "small" << true << false;
        QTest::newRow("remembering") << "" << true << true;
        QTest::newRow("remembering, play only") << "" << false << true;
    }
    void probabilitiesEqualTheModels() {
        QFETCH(QString, preset);
        QFETCH(bool, articulation);
        QFETCH(bool, remembering);
        torch::set_num_threads(1);
        Checkpoint checkpoint;
        checkpoint.config = preset.isEmpty() ? test::tinyConfig() : presetConfig(preset.toStdString());
        checkpoint.config.model.articulation = articulation;
        if (remembering) checkpoint.config.model.layout = FeatureLayout::Remembering;
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
        const PieceMemory memory(roll, articulation);
        const Window window{&roll, 0, 0, &memory};
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

    // Known steps are read with the same figures, to the bit, in blocks of any size.
    void readingIsStepByStep() {
        Checkpoint checkpoint = memorable();
        const PianoRoll roll = test::randomRoll(8, 70, checkpoint.config.model.range, 3);
        const StepEngine engine(checkpoint);
        StepEngine::State slow = started(engine, roll), quick = started(engine, roll);
        std::vector<StepEngine::Logits> read;
        for (int first = 0; first < 70; first += 25) {
            const auto part = engine.read(quick, roll, first, std::min(25, 70 - first), 2);
            read.insert(read.end(), part.begin(), part.end());
        }
        auto next = read.begin();
        for (int step = 0; step < 70; ++step) {
            Cell below = 0;
            for (const Cell cell : roll.row(step)) {
                const StepEngine::Logits logits = engine.next(slow, below);
                QCOMPARE(next->play, logits.play);
                QCOMPARE(next->articulate, logits.articulate);
                ++next;
                below = cell;
            }
            engine.advance(slow, roll.row(step), roll.stepInBar(step));
        }
    }

    // What is known of a step does not change with what comes after it, nor with higher notes of the same step; a change of the
    // past that only the memory reaches is seen.
    void theFutureIsNotSeenAndThePastIs() {
        const Checkpoint checkpoint = memorable();
        PianoRoll roll(checkpoint.config.model.range, 40);
        for (int step = 0; step < 40; ++step) roll.addNote(step, 1, 50 + step % 8 * 2);  // every eight steps the same
        const StepEngine engine(checkpoint);
        const auto logitsOf = [&](const PianoRoll& music) {
            StepEngine::State state = started(engine, music);
            return engine.read(state, music, 0, music.steps(), 1);
        };
        const auto pitches = static_cast<std::size_t>(roll.pitches());
        const auto plain = logitsOf(roll);
        PianoRoll later = roll;
        later.addNote(20, 1, 60);  // step 20 plays 58
        const auto changed = logitsOf(later);
        for (std::size_t cell = 0; cell < 20 * pitches + 13; ++cell) QCOMPARE(changed[cell].play, plain[cell].play);
        QVERIFY(changed[20 * pitches + 13].play != plain[20 * pitches + 13].play);

        // Weights of the time axis' memory of its own are zero here: only the echo can know what stood at step 24.
        Checkpoint forgetful = checkpoint;
        for (NamedTensor& tensor : forgetful.weights)
            if (tensor.name.starts_with("time.") && tensor.name.ends_with("weight_hh")) std::ranges::fill(tensor.values, 0.0F);
        for (NamedTensor& tensor : forgetful.weights)  // and the forget gate is shut
            if (tensor.name.starts_with("time.") && tensor.name.ends_with("bias_ih")) {
                const auto units = tensor.values.size() / 4;
                std::fill_n(tensor.values.begin() + static_cast<std::ptrdiff_t>(units), units, -1000.0F);
            }
        PianoRoll earlier = roll;
        earlier.set(24, 50 + 24 % 8 * 2, 0);
        earlier.addNote(24, 1, 49);
        const StepEngine echoing(forgetful);
        StepEngine::State one = started(echoing, roll), other = started(echoing, earlier);
        const auto asItWas = echoing.read(one, roll, 0, 40, 1), asItIs = echoing.read(other, earlier, 0, 40, 1);
        bool seen = false;
        for (std::size_t cell = 32 * pitches; cell < 33 * pitches; ++cell)
            seen = seen || asItWas[cell].play != asItIs[cell].play;
        QVERIFY(seen);
    }

    // All outcomes of a step of a small range: their probabilities sum to 1.
    void probabilitiesOfAllOutcomesSumToOne() {
        Checkpoint checkpoint = memorable({60, 67});
        const PianoRoll roll = test::randomRoll(2, 30, checkpoint.config.model.range, 2);
        const StepEngine engine(checkpoint);
        StepEngine::State state = started(engine, roll);
        for (int step = 0; step < 30; ++step) engine.advance(state, roll.row(step), roll.stepInBar(step));
        double sum = 0;
        for (unsigned outcome = 0; outcome < 256; ++outcome) {
            StepEngine::State own = state;
            double probability = 1;
            Cell below = 0;
            for (unsigned i = 0; i < 8; ++i) {
                const StepEngine::Logits logits = engine.next(own, below);
                const bool plays = (outcome >> i & 1U) != 0;
                probability *= 1 / (1 + std::exp(plays ? -logits.play : logits.play));
                below = plays ? Cell{playBit | articulateBit} : Cell{0};
            }
            sum += probability;
        }
        QVERIFY2(std::abs(sum - 1) < 1e-6, qPrintable(QString::number(sum - 1)));
    }

private:
    /// A remembering model of random weights.
    static Checkpoint memorable(PitchRange range = {48, 71}) {
        Checkpoint checkpoint;
        checkpoint.config = test::tinyConfig();
        checkpoint.config.model.layout = FeatureLayout::Remembering;
        checkpoint.config.model.range = range;
        BiaxialModel model(checkpoint.config.model);
        model.initialize(17, 0.2);
        checkpoint.weights = model.weights();
        return checkpoint;
    }
    static StepEngine::State started(const StepEngine& engine, const PianoRoll& roll) {
        StepEngine::State state = engine.start(roll.barSteps());
        engine.advance(state, std::vector<Cell>(static_cast<std::size_t>(roll.pitches()), 0), roll.stepInBar(-1));
        return state;
    }
};

QTEST_APPLESS_MAIN(tst_StepEngine)
#include "tst_StepEngine.moc"
