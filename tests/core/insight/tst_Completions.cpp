// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/Completions.h"
#include "core/insight/Expectation.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace ricercar;

class tst_Completions : public QObject {
    Q_OBJECT
    Checkpoint checkpoint_ = test::tinyCheckpoint(20);
    std::shared_ptr<const StepEngine> engine_ = std::make_shared<StepEngine>(checkpoint_);
    PianoRoll roll_ = test::randomRoll(3, 40, checkpoint_.config.model.range, 3);

private slots:
    // The highest five pitches have few enough states to try them all.
    void theBeamFindsWhatTryingAllFinds() {
        const int from = roll_.range().highest - 4;
        InferenceCache cache(engine_, roll_);
        const auto found = likeliestCompletions(cache, 20, from, 10, 1000);
        QCOMPARE(found.size(), std::size_t{10});

        std::vector<std::pair<double, std::vector<Cell>>> all;
        const auto tried = [&](auto&& self, std::vector<Cell> cells) -> void {
            if (cells.size() == 5) {
                PianoRoll roll = roll_;
                for (int i = 0; i < 5; ++i) roll.set(20, from + i, cells[static_cast<std::size_t>(i)]);
                const StepExpectation step = stepExpectation(cache, roll, 20, 20);
                double nats = 0;
                for (std::size_t i = step.nats.size() - 5; i < step.nats.size(); ++i) nats += static_cast<double>(step.nats[i]);
                all.emplace_back(-nats, cells);
                return;
            }
            const int pitch = from + static_cast<int>(cells.size());
            std::vector<Cell> choices{0, playBit | articulateBit};
            if (roll_.plays(19, pitch)) choices.push_back(playBit);
            for (const Cell cell : choices) {
                std::vector<Cell> longer = cells;
                longer.push_back(cell);
                self(self, longer);
            }
        };
        tried(tried, {});
        std::ranges::stable_sort(all, std::greater<>(), [](const auto& way) { return way.first; });
        double sum = 0;
        for (const auto& way : all) sum += std::exp(way.first);
        QVERIFY(std::abs(sum - 1) < 1e-4);  // they are all there is
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY(std::abs(found[i].logProbability - all[i].first) < 1e-4);
            QCOMPARE(found[i].cells, all[i].second);
        }
    }

    void aNarrowBeamStaysExact() {
        InferenceCache cache(engine_, roll_);
        const auto found = likeliestCompletions(cache, 40, roll_.range().lowest, 10, 16);  // the step after the last
        QCOMPARE(found.size(), std::size_t{10});
        std::set<std::vector<Cell>> different;
        for (const Completion& completion : found) {
            different.insert(completion.cells);
            PianoRoll roll = roll_;
            roll.resize(41);
            std::copy(completion.cells.begin(), completion.cells.end(), roll.row(40).begin());
            const StepExpectation step = stepExpectation(cache, roll, 40, 40);
            double nats = 0;
            for (const float cell : step.nats) nats += static_cast<double>(cell);
            QVERIFY(std::abs(nats + completion.logProbability) < 1e-4);
        }
        QCOMPARE(different.size(), std::size_t{10});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(likeliestCompletions(cache, 20, 50, 10, 16, Task(stop.get_token())).empty());
    }
};

QTEST_APPLESS_MAIN(tst_Completions)
#include "tst_Completions.moc"
