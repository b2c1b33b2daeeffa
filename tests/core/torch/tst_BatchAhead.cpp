// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/BatchAhead.h"
#include "tests/core/learning/LearningFixtures.h"

#include <QTest>

#include <set>
#include <vector>

using namespace ricercar;

namespace {

struct Copy {
    Floats features, chosen;
    std::vector<float> masks;
    friend bool operator==(const Copy&, const Copy&) = default;
};

Copy copyOf(const DrawnBatch& drawn) {
    Copy copy{drawn.batch.features, drawn.batch.chosen, {}};
    for (const auto* stack : {&drawn.masks.time, &drawn.masks.note})
        for (const torch::Tensor& mask : *stack) {
            const torch::Tensor flat = mask.to(torch::kFloat32).contiguous();
            copy.masks.insert(copy.masks.end(), flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel());
        }
    return copy;
}

}  // namespace

class tst_BatchAhead : public QObject {
    Q_OBJECT
    const TrainConfig config_ = test::tinyConfig();
    const BatchMaker maker_{config_, test::tinySet().train};

    /// The batch by itself: nothing was drawn ahead.
    Copy alone(BatchId id) const { return copyOf(BatchAhead(config_, maker_).take(id)); }

private slots:
    void aBatchFollowsFromItsIdAlone() {
        BatchAhead ahead(config_, maker_);
        // as in a run: on and on, back after a recovery, on from a checkpoint
        const std::vector<BatchId> ids{{0, 0}, {1, 0}, {2, 0},  {3, 0},  {1, 1}, {2, 1},
                                       {3, 1}, {3, 1}, {90, 1}, {91, 1}, {0, 0}};
        for (const BatchId id : ids) QVERIFY(copyOf(ahead.take(id)) == alone(id));
        QVERIFY(alone({1, 0}) != alone({2, 0}));
        QVERIFY(alone({1, 0}) != alone({1, 1}));
    }

    // The batch in hand stays as it is while the next one is drawn.
    void whatWasTakenIsNotTouched() {
        BatchAhead ahead(config_, maker_);
        for (int step = 0; step < 200; ++step) {
            const DrawnBatch& drawn = ahead.take({step, 0});
            const Copy before = copyOf(drawn);
            QVERIFY(!before.features.empty() && !before.masks.empty());
            QVERIFY(copyOf(drawn) == before);
        }
    }

    void memoryIsKept() {
        BatchAhead ahead(config_, maker_);
        std::set<const void*> masks, features;
        for (int step = 0; step < 20; ++step) {
            const DrawnBatch& drawn = ahead.take({step, 0});
            masks.insert(drawn.masks.time.at(0).data_ptr());
            features.insert(drawn.batch.features.data());
        }
        QCOMPARE(masks.size(), std::size_t{2});
        QCOMPARE(features.size(), std::size_t{2});
    }

    void itMayGoAtAnyTime() {
        for (int times = 0; times < 300; ++times) {
            BatchAhead ahead(config_, maker_);
            for (int step = 0; step < times % 4; ++step) ahead.take({step, 0});
        }
    }
};

QTEST_APPLESS_MAIN(tst_BatchAhead)
#include "tst_BatchAhead.moc"
