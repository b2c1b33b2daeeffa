// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Particles.h"
#include "tests/core/learning/LearningFixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace ricercar;

namespace {

/// Untrained, with large weights: what sounds above and later depends much on what was drawn.
Checkpoint livelyModel(PitchRange range) {
    TrainConfig config = test::tinyConfig();
    config.model.range = range;
    config.model.timeHidden = {6};
    config.model.noteHidden = {5};
    Checkpoint checkpoint = Trainer(config, test::tinySet()).checkpoint();
    for (NamedTensor& tensor : checkpoint.weights)
        for (float& value : tensor.values) value *= 4;
    checkpoint.weights.back().values = {-0.3F, 0.2F};
    return checkpoint;
}

using Music = std::vector<Cell>;

/// Every roll of so many steps that has the fixed cells, with its probability under the model.
std::map<Music, double> enumerated(const Checkpoint& checkpoint, int steps, const std::vector<ForcedCell>& forced) {
    const StepEngine engine(checkpoint);
    const PitchRange range = checkpoint.config.model.range;
    const FixedCells fixed(forced, range, 0, steps);
    std::map<Music, double> all;
    const auto visit = [&](const auto& self, StepEngine::State state, PianoRoll roll, int step, int pitch, double log) -> void {
        if (pitch == range.size()) {
            if (step + 1 == steps) {
                all[roll.cells()] = std::exp(log);
                return;
            }
            engine.advance(state, std::as_const(roll).row(step), roll.stepInBar(step));
            return self(self, state, roll, step + 1, 0, log);
        }
        const auto index = static_cast<std::size_t>(pitch);
        const Cell below = pitch > 0 ? roll.row(step)[index - 1] : Cell{0};
        const StepEngine::Logits logits = engine.next(state, below);
        const bool played = step > 0 && (roll.row(step - 1)[index] & playBit) != 0;
        for (const Cell cell : {Cell{0}, Cell{playBit}, Cell{playBit | articulateBit}}) {
            if (cell == playBit && !played) continue;
            if (const auto set = fixed.at(step, pitch)) {
                const Cell wanted = *set == 0 || played ? *set : Cell{playBit | articulateBit};
                if (cell != wanted) continue;
            }
            roll.row(step)[index] = cell;
            self(self, state, roll, step, pitch + 1, log + DrawRule{}.logChance(logits, cell, played));
        }
    };
    StepEngine::State state = engine.start(16);
    PianoRoll roll(range, steps);
    engine.advance(state, Music(static_cast<std::size_t>(range.size()), 0), roll.stepInBar(-1));
    visit(visit, state, roll, 0, 0, 0.0);
    return all;
}

}  // namespace

class tst_Particles : public QObject {
    Q_OBJECT
private slots:
    void weightsAndCounts() {
        const std::vector<double> weights = normalised(std::vector<double>{-1000, -1000 + std::log(3.0), -1e9});
        QVERIFY(std::abs(weights[0] - 0.25) < 1e-12 && std::abs(weights[1] - 0.75) < 1e-12 && weights[2] == 0);
        QVERIFY(std::abs(effectiveSize(weights) - 1.6) < 1e-12);
        QCOMPARE(systematicCounts(std::vector<double>{0.5, 0.25, 0.25, 0.0}, 0.5), (std::vector<int>{2, 1, 1, 0}));
        QCOMPARE(systematicCounts(std::vector<double>{0.0, 1.0, 0.0}, 0.99), (std::vector<int>{0, 3, 0}));
        const double impossible = -std::numeric_limits<double>::infinity();
        QCOMPARE(normalised(std::vector<double>{impossible, impossible}), (std::vector<double>{0.5, 0.5}));
        // as often as its weight says, but for one
        Random random(3);
        std::vector<double> some(50);
        double sum = 0;
        for (double& weight : some) sum += weight = random.uniform();
        for (double& weight : some) weight /= sum;
        const std::vector<int> counts = systematicCounts(some, 0.3);
        for (std::size_t i = 0; i < some.size(); ++i) QVERIFY(std::abs(counts[i] - 50 * some[i]) < 1);
    }

    // Music under fixed cells that lie above and later comes as often as Bayes says, which one candidate alone does not do.
    void theirShareIsTheExactOne() {
        const Checkpoint checkpoint = livelyModel({60, 62});
        const std::vector<ForcedCell> forced{{0, 62, playBit | articulateBit}, {2, 60, playBit}, {2, 61, 0}, {3, 62, 0, 1}};
        constexpr int steps = 4, runs = 3000;
        std::map<Music, double> exact = enumerated(checkpoint, steps, forced);
        double sum = 0;
        for (const auto& [music, chance] : exact) sum += chance;
        for (auto& [music, chance] : exact) chance /= sum;
        QVERIFY(exact.size() > 100);

        const Sampler sampler(checkpoint);
        // total variation between exact and drawn distributions of the free cells of the first two steps
        const auto distance = [&](int particles) {
            std::map<Music, double> gap;
            for (const auto& [music, chance] : exact) gap[Music(music.begin(), music.begin() + 6)] += chance;
            SampleSettings settings;
            settings.steps = steps;
            settings.forced = forced;
            settings.particles = particles;
            for (settings.seed = 1; settings.seed <= runs; ++settings.seed) {
                const PianoRoll roll = sampler.generate(settings);
                gap[Music(roll.cells().begin(), roll.cells().begin() + 6)] -= 1.0 / runs;
            }
            double variation = 0;
            for (const auto& [music, difference] : gap) variation += std::abs(difference) / 2;
            return variation;
        };
        const double alone = distance(1), many = distance(48);
        QVERIFY2(many < 0.06, qPrintable(QString::number(many)));
        QVERIFY2(alone > 2.5 * many, qPrintable(QString::number(alone)));
    }

    void theSameOnAnyNumberOfThreads() {
        const Sampler sampler(livelyModel({48, 71}));
        SampleSettings settings;
        settings.steps = 24;
        settings.seed = 3;
        settings.particles = 13;
        settings.primer = test::tinySet().train[0].roll.excerpt(0, 10);
        settings.forced = {{14, 66, playBit | articulateBit}, {15, 66, playBit, 3}, {25, 50, 0, 3, 8}};
        std::vector<StepReport> reports;
        std::vector<int> told;
        const PianoRoll roll = sampler.generate(
            settings, {}, [&](int step, std::span<const Cell>) { told.push_back(step); }, 1,
            [&](const StepReport& report) { reports.push_back(report); });
        QCOMPARE(roll.steps(), 34);
        QVERIFY(roll.valid());
        QVERIFY(roll.plays(17, 66) && !roll.articulates(17, 66) && roll.articulates(14, 66));
        QCOMPARE(told.size(), std::size_t{24});
        QVERIFY(std::ranges::is_sorted(told) && told.front() == 10);
        QCOMPARE(reports.size(), std::size_t{24});
        QVERIFY(std::ranges::any_of(reports, &StepReport::resampled));
        for (const StepReport& report : reports) {
            QCOMPARE(report.particles, report.step <= 27 ? 13 : 1);
            QVERIFY(report.effective >= 1 && report.effective <= 13.001);
        }
        for (const int threads : {2, 4, 0}) QCOMPARE(sampler.generate(settings, {}, {}, threads), roll);
        QCOMPARE(sampler.generateMany(settings, 3, 2).front(), roll);
        settings.seed = 4;
        QVERIFY(sampler.generate(settings) != roll);
    }

    void aStopKeepsWhatIsThere() {
        const Sampler sampler(test::tinyCheckpoint());
        SampleSettings settings;
        settings.steps = 1000;
        settings.particles = 8;
        settings.forced = {{900, 60, 0}};
        std::stop_source stop;
        const PianoRoll roll = sampler.generate(settings, Task(stop.get_token()), {}, 2, [&](const StepReport& report) {
            if (report.step == 5) stop.request_stop();
        });
        QCOMPARE(roll.steps(), 6);
        QVERIFY(roll.valid());
    }

    // Where the rest is all fixed the model is not asked any more.
    void whatIsAllFixedIsTaken() {
        const Sampler sampler(test::tinyCheckpoint(30));
        SampleSettings settings;
        settings.steps = 200;
        settings.particles = 6;
        settings.forced = {{16, 48, 0, 184, 24}, {20, 60, playBit | articulateBit}, {21, 60, playBit, 5}};
        int reports = 0;
        const PianoRoll roll = sampler.generate(settings, {}, {}, 1, [&](const StepReport&) { ++reports; });
        QCOMPARE(reports, 16 + weighedAfter);
        QCOMPARE(notesOf(roll.slice(16, 184)), (std::vector<RollNote>{{4, 6, 60}}));
    }
};

QTEST_APPLESS_MAIN(tst_Particles)
#include "tst_Particles.moc"
