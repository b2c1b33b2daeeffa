// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/dataset/RollFile.h"
#include "core/learning/Checkpoint.h"
#include "core/learning/Evaluator.h"
#include "core/workbench/Resources.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace ricercar;

namespace {

constexpr std::size_t pieces = 4;  // of a test split: whole ones

/// Pieces that no shipped model has learnt from.
std::vector<PianoRoll> testPieces() {
    const std::filesystem::path shared = test::sharedData();
    if (shared.empty()) return {};
    std::vector<PianoRoll> rolls = readRollFile(shared / "corpora/jsb_chorales_16th_satb.json").test;
    rolls.resize(std::min(rolls.size(), pieces));
    return rolls;
}

/// The same steps in another order.
PianoRoll shuffled(const PianoRoll& roll, std::uint64_t seed) {
    std::vector<int> order(static_cast<std::size_t>(roll.steps()));
    std::iota(order.begin(), order.end(), 0);
    Random random(seed);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    PianoRoll result = roll;
    for (int step = 0; step < roll.steps(); ++step)
        std::ranges::copy(roll.row(order[static_cast<std::size_t>(step)]), result.row(step).begin());
    return result;
}

}  // namespace

/// What has to hold of a trained model, whatever it has learnt.
class tst_ShippedModels : public QObject {
    Q_OBJECT
private slots:
    void models_data() {
        QTest::addColumn<QString>("file");
        for (const ShippedModel& model : shippedModels())
            QTest::newRow(model.name.c_str()) << QString::fromStdString(model.file.string());
    }

    void eachHasACardAndIsSmall_data() { models_data(); }
    void eachHasACardAndIsSmall() {
        QFETCH(QString, file);
        const Checkpoint model = loadCheckpoint(file.toStdString());
        QVERIFY(model.card.has_value());
        for (const std::string& text : {model.card->title, model.card->data, model.card->licence, model.card->recipe,
                                        model.card->figures, model.card->limits})
            QVERIFY(!text.empty());
        QVERIFY(std::filesystem::file_size(file.toStdString()) < 8'000'000);
        QVERIFY(model.draw.has_value());
    }

    void theSumNoteByNoteIsTheBatchedFigure_data() { models_data(); }
    void theSumNoteByNoteIsTheBatchedFigure() {
        QFETCH(QString, file);
        const std::vector<PianoRoll> rolls = testPieces();
        if (rolls.empty()) QSKIP("no shared data: RICERCAR_SHARED_DATA is not set and there is no ../shared/data");
        const Checkpoint model = loadCheckpoint(file.toStdString());
        const Evaluation batched = evaluate(model, rolls);
        double sum = 0;
        for (std::size_t i = 0; i < rolls.size(); ++i) {
            const double one = test::natsByEngine(model, rolls[i].inRange(model.config.model.range));
            QVERIFY2(std::abs(one - batched.pieceNats[i]) < 1e-4 * one,
                     qPrintable(QString::number(one - batched.pieceNats[i])));
            sum += one;
        }
        qInfo("%.5f nats a step batched, %.5f note by note", batched.natsPerStep(), sum / static_cast<double>(batched.steps));
    }

    /// Where the order of steps is lost there is nothing to remember.
    void withoutOrderItIsLost_data() { models_data(); }
    void withoutOrderItIsLost() {
        QFETCH(QString, file);
        std::vector<PianoRoll> rolls = testPieces();
        if (rolls.empty()) QSKIP("no shared data: RICERCAR_SHARED_DATA is not set and there is no ../shared/data");
        const Checkpoint model = loadCheckpoint(file.toStdString());
        const double inOrder = evaluate(model, rolls).natsPerStep();
        for (std::size_t i = 0; i < rolls.size(); ++i) rolls[i] = shuffled(rolls[i], i + 1);
        const double outOfOrder = evaluate(model, rolls).natsPerStep();
        qInfo("%.3f nats a step in order, %.3f shuffled", inOrder, outOfOrder);
        QVERIFY(outOfOrder > 2 * inOrder);
    }
};

QTEST_APPLESS_MAIN(tst_ShippedModels)
#include "tst_ShippedModels.moc"
