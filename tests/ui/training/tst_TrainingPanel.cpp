// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/training/LossPlot.h"
#include "ui/training/TrainForm.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace ricercar;

class tst_TrainingPanel : public QObject {
    Q_OBJECT

private slots:
    void presetsFillTheForm() {
        TrainForm form;
        for (const auto name : presetNames()) {
            form.setPreset(fromUtf8(std::string(name)));
            const TrainConfig preset = presetConfig(name), config = form.config();
            QCOMPARE(config.model, preset.model);
            QCOMPARE(config.batch, preset.batch);
            QCOMPARE(config.window, preset.window);
            QCOMPARE(config.learningRate, preset.learningRate);
            QVERIFY(config.schedule == preset.schedule);
            QCOMPARE(config.warmup, preset.warmup);
            QCOMPARE(config.weightDecay, preset.weightDecay);
            QCOMPARE(config.inputDropout, preset.inputDropout);
            QVERIFY(config.epochs > 0);
        }
    }

    /// The first preset is the one that remembers; its settings stand in the fold and can be changed there.
    void whatTheModelSeesCanBeChosen() {
        TrainForm form;
        form.show();
        QCOMPARE(form.config().preset, "ricercar");
        QTest::mouseClick(form.findChild<QToolButton*>(QStringLiteral("advanced")), Qt::LeftButton);
        auto* layout = form.findChild<QComboBox*>(QStringLiteral("featureLayout"));
        auto* schedule = form.findChild<QComboBox*>(QStringLiteral("schedule"));
        auto* warmup = form.findChild<QSpinBox*>(QStringLiteral("warmup"));
        QVERIFY(layout->isVisible() && form.config().model.layout == FeatureLayout::Remembering);
        QVERIFY(warmup->isEnabled());
        QTest::keyClick(layout, Qt::Key_Up);
        QVERIFY(form.config().model.layout == FeatureLayout::Seed);
        QTest::keyClick(schedule, Qt::Key_Up);
        QVERIFY(form.config().schedule == Schedule::Constant);
        QVERIFY(!warmup->isEnabled() && !warmup->toolTip().isEmpty());
        for (const char* box : {"weightDecay", "inputDropout"})
            QTest::keyClick(form.findChild<QDoubleSpinBox*>(QLatin1String(box)), Qt::Key_Up);
        const TrainConfig preset = presetConfig("ricercar");
        QVERIFY(form.config().weightDecay > preset.weightDecay && form.config().inputDropout > preset.inputDropout);
    }

    void epochsFollowTheDatasetUntilTheyAreSet() {
        TrainForm form;
        auto* epochs = form.findChild<QSpinBox*>(QStringLiteral("epochs"));
        form.setTrainSteps(13'500);
        const int few = epochs->value();
        form.setTrainSteps(200'000);
        QVERIFY(epochs->value() < few);
        QCOMPARE(form.config().model.dropout, scaledTo(presetConfig("ricercar"), 200'000).model.dropout);
        QTest::keyClick(epochs, Qt::Key_Up);
        const int set = epochs->value();
        form.setTrainSteps(13'500);
        QCOMPARE(epochs->value(), set);
        form.setPreset(QStringLiteral("seed"));
        QCOMPARE(epochs->value(), 20);
    }

    void theEstimateNamesThePitches() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(2));
        PitchRange sounds{127, 0};
        for (const Piece& piece : w.services->store.pieces())
            sounds = {std::min(sounds.lowest, piece.statistics.lowestPitch),
                      std::max(sounds.highest, piece.statistics.highestPitch)};
        const auto words = [&] { return w.find<QLabel>("estimate")->text(); };
        QTRY_VERIFY(words().contains(pitchName(std::max(0, sounds.lowest - 6))));
        QVERIFY(words().contains(pitchName(std::min(127, sounds.highest + 5))));
        auto* pitches = w.find<QComboBox>("pitchRange");
        QTest::keyClick(pitches, Qt::Key_Down);
        QVERIFY2(words().contains(QStringLiteral("A0 to C8 (88)")), qPrintable(words()));
        QTest::keyClick(pitches, Qt::Key_Down);
        QVERIFY2(words().contains(QStringLiteral("C1 to F7 (78)")), qPrintable(words()));
        QCOMPARE(w.find<TrainForm>("trainForm")->config().model.range, johnsonRange);
    }

    void trainStopAndGoOn() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(6, 256));
        auto* train = w.find<QPushButton>("train");
        QTRY_VERIFY(train->isEnabled());
        QVERIFY(!w.find<QLabel>("estimate")->text().isEmpty());
        w.find<TrainForm>("trainForm")->setPreset(QStringLiteral("small"));
        auto* epochs = w.find<QSpinBox>("epochs");
        epochs->setFocus();
        epochs->selectAll();
        QTest::keyClicks(epochs, QStringLiteral("500"));
        QTest::mouseClick(train, Qt::LeftButton);
        QVERIFY(w.services->training.running());
        auto* plot = w.find<LossPlot>("lossPlot");
        QTRY_VERIFY_WITH_TIMEOUT(plot->isVisible() && plot->trainPoints() >= 2, 60'000);
        QTRY_VERIFY(w.find<QLabel>("figure1")->text() != QStringLiteral("–"));
        QTest::mouseClick(train, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!w.services->training.running(), 30'000);
        QTRY_COMPARE(w.services->store.runs().size(), std::size_t{1});
        QCOMPARE(w.services->store.runs().front().state, RunState::Stopped);
        const int points = plot->trainPoints();

        auto* resume = w.find<QPushButton>("resume");
        QTRY_VERIFY(resume->isEnabled());
        QTest::mouseClick(resume, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(plot->trainPoints() > points, 60'000);
        w.services->training.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!w.services->training.running(), 30'000);
        QCOMPARE(w.services->store.runs().size(), std::size_t{1});
    }

    void olderRunsShowTheirCurve() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(3));
        QVERIFY(w.train(3) != 0);
        QVERIFY(w.train(5) != 0);
        auto* list = w.find<QListView>("runs");
        auto* plot = w.find<LossPlot>("lossPlot");
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QTRY_COMPARE(plot->trainPoints(), 3);
        QTest::keyClick(list, Qt::Key_Up);
        QTRY_COMPARE(plot->trainPoints(), 5);
        QTest::mouseClick(w.find<QCheckBox>("logScale"), Qt::LeftButton);
        QTest::keyClick(w.find<QComboBox>("axis"), Qt::Key_Down);
        QCOMPARE(plot->trainPoints(), 5);
        const QString csv = w.path(QStringLiteral("curve.csv"));
        w.services->exporting.exportCsv(csv);
        QTRY_VERIFY(QFile::exists(csv));
    }
};

QTEST_MAIN(tst_TrainingPanel)
#include "tst_TrainingPanel.moc"
