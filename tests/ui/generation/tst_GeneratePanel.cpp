// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Resources.h"
#include "tests/ui/Window.h"
#include "ui/generation/GeneratePanel.h"
#include "ui/pianoroll/RollView.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace ricercar;

class tst_GeneratePanel : public QObject {
    Q_OBJECT

private slots:
    void formBecomesARequest() {
        test::Window w;
        QVERIFY(w.ready());
        auto* panel = w.find<GeneratePanel>("generatePanel");
        w.find<QSpinBox>("bars")->setValue(7);
        w.find<QDoubleSpinBox>("temperature")->setValue(1.25);
        const int seed = w.find<QSpinBox>("seed")->value();
        QTest::mouseClick(w.find<QToolButton>("dice"), Qt::LeftButton);
        QVERIFY(w.find<QSpinBox>("seed")->value() != seed);
        const TakeRequest request = panel->request();
        QCOMPARE(request.bars, 7);
        QCOMPARE(request.settings.temperature, 1.25);
        QCOMPARE(static_cast<int>(request.settings.seed), w.find<QSpinBox>("seed")->value());
        QVERIFY(!request.settings.primer);
    }

    // The model that ships with the program: music at the first start, with nothing set up.
    void theDemoModelGeneratesAtOnce() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(std::filesystem::exists(demoCheckpoint()));
        QTRY_VERIFY(w.find<QPushButton>("generate")->isEnabled());
        w.find<QSpinBox>("bars")->setValue(4);
        QSignalSpy finished(&w.services->generation, &Generation::finished);
        QTest::mouseClick(w.find<QPushButton>("generate"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QTRY_COMPARE(w.services->stage.shown().kind, StageContent::Kind::Take);
        QCOMPARE(w.services->stage.shown().roll.steps(), 64);
        QVERIFY(!notesOf(w.services->stage.shown().roll).empty());
    }

    /// Takes are a strip of small rolls under the stage; where the panel is narrow, a list.
    void takesAreAStripOrAList() {
        test::Window w;
        QVERIFY(w.ready());
        for (int i = 0; i < 3; ++i) {
            w.find<QSpinBox>("bars")->setValue(2);
            QSignalSpy finished(&w.services->generation, &Generation::finished);
            QTest::mouseClick(w.find<QPushButton>("generate"), Qt::LeftButton);
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        }
        auto* list = w.find<QListView>("takes");
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QCOMPARE(list->flow(), QListView::LeftToRight);
        const QRect first = list->visualRect(list->model()->index(0, 0)), second = list->visualRect(list->model()->index(1, 0));
        QVERIFY(first.top() == second.top() && second.left() >= first.right());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second.center());
        QTRY_COMPARE(w.services->stage.shown().kind, StageContent::Kind::Take);
        QVERIFY(!list->grab().isNull());
        w.window->resize(1024, 600);
        w.window->resetLayout();
        w.find<QDockWidget>("takesDock")->raise();
        QTRY_COMPARE(list->flow(), QListView::TopToBottom);
    }

    void aModelBringsItsDefaults() {
        QTemporaryDir folder;
        const std::filesystem::path resources = toPath(folder.path());
        std::filesystem::create_directories(resources / "models");
        Checkpoint model = loadCheckpoint(demoCheckpoint());
        model.optimizer.clear();
        for (const char* name : {"calm", "wild"}) {
            const bool calm = name[0] == 'c';
            model.draw = calm ? DrawDefaults{0.8, 1.0, 0.02, true, false} : DrawDefaults{1.3, 1.0, 0.0, false, false};
            model.card = ModelCard{name, "a set", "CC0", {}, {}, {}};
            saveCheckpoint(model, resources / "models" / (std::string(name) + ".ricercar"));
        }
        qputenv("RICERCAR_RESOURCES", folder.path().toUtf8());
        test::Window w;
        QVERIFY(w.ready());
        auto* panel = w.find<GeneratePanel>("generatePanel");
        auto* chooser = w.find<QComboBox>("checkpoint");
        QTRY_COMPARE(chooser->count(), 2);
        qunsetenv("RICERCAR_RESOURCES");
        QCOMPARE(chooser->currentText(), QStringLiteral("calm"));
        QVERIFY(chooser->toolTip().contains(QStringLiteral("CC0")));
        QCOMPARE(panel->request().settings.temperature, 0.8);
        QCOMPARE(panel->request().settings.floor, 0.02);
        QVERIFY(panel->request().settings.densityGuard);
        w.find<QDoubleSpinBox>("floor")->setValue(0.01);  // what a person sets stays
        chooser->setCurrentIndex(1);
        QCOMPARE(panel->request().settings.temperature, 1.3);
        QCOMPARE(panel->request().settings.floor, 0.01);
        QVERIFY(!panel->request().settings.densityGuard);
    }

    void generatesShowsAndRepeats() {
        test::Window w;
        QVERIFY(w.trained());
        auto* generate = w.find<QPushButton>("generate");
        QTRY_VERIFY(generate->isEnabled());
        w.find<QSpinBox>("bars")->setValue(2);
        w.find<QCheckBox>("newSeed")->setChecked(false);
        QSignalSpy grew(&w.services->stage, &Stage::shownGrew), finished(&w.services->generation, &Generation::finished);
        QTest::mouseClick(generate, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QVERIFY(!grew.isEmpty());
        auto& services = *w.services;
        QTRY_COMPARE(services.stage.shown().kind, StageContent::Kind::Take);
        const PianoRoll first = services.stage.shown().roll;
        QCOMPARE(first.steps(), 32);
        QTest::mouseClick(generate, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60'000);
        QCOMPARE(services.stage.shown().roll, first);
        w.find<QCheckBox>("newSeed")->setChecked(true);
        QTest::mouseClick(generate, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 3, 60'000);
        auto* takes = w.find<QListView>("takes");
        QTRY_COMPARE(takes->model()->rowCount(), 3);
        QTest::mouseClick(takes->viewport(), Qt::LeftButton, {}, takes->visualRect(takes->model()->index(2, 0)).center());
        QTRY_COMPARE(services.stage.shown().id, services.store.takes().front().id);
    }

    void primerComesFirst() {
        test::Window w;
        QVERIFY(w.trained());
        auto* panel = w.find<GeneratePanel>("generatePanel");
        const std::int64_t piece = w.services->store.pieces().back().id;
        panel->usePieceAsPrimer(piece);
        QTRY_VERIFY(panel->request().settings.primer.has_value());
        const PianoRoll primer = *panel->request().settings.primer;
        QVERIFY(primer.steps() > 0);
        w.find<QSpinBox>("bars")->setValue(1);
        QSignalSpy finished(&w.services->generation, &Generation::finished);
        QTest::mouseClick(w.find<QPushButton>("generate"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        const StageContent& shown = w.services->stage.shown();
        QCOMPARE(shown.primerSteps, primer.steps());
        QCOMPARE(shown.roll.slice(0, primer.steps()).cells(), primer.inRange(shown.roll.range()).cells());
        QCOMPARE(w.find<RollView>("rollView")->content().primerSteps, primer.steps());
    }

    void variationsBecomeTakes() {
        test::Window w;
        QVERIFY(w.trained());
        auto* generate = w.find<QPushButton>("generate");
        QTRY_VERIFY(generate->isEnabled());
        w.find<QSpinBox>("bars")->setValue(2);
        auto* variations = w.find<QSpinBox>("variations");
        variations->setFocus();
        variations->selectAll();
        QTest::keyClicks(variations, QStringLiteral("5"));
        QSignalSpy grew(&w.services->stage, &Stage::shownGrew), finished(&w.services->generation, &Generation::finished);
        QTest::mouseClick(generate, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        auto& services = *w.services;
        QVERIFY(!grew.isEmpty());
        QTRY_COMPARE(services.store.takes().size(), std::size_t{5});
        QTRY_COMPARE(w.find<QListView>("takes")->model()->rowCount(), 5);
        QTRY_COMPARE(services.stage.shown().kind, StageContent::Kind::Take);
        // what is shown is the first one, of the seed in the form
        const QString seed = QStringLiteral("seed %1").arg(w.find<QSpinBox>("seed")->value());
        QVERIFY2(services.stage.shown().title.endsWith(seed), qPrintable(services.stage.shown().title));
        QCOMPARE(services.stage.shown().roll.steps(), 32);
    }

    void stoppedVariationsAreKeptSoFar() {
        test::Window w;
        QVERIFY(w.trained());
        w.find<QSpinBox>("bars")->setValue(4000);
        w.find<QSpinBox>("variations")->setValue(16);
        auto* generate = w.find<QPushButton>("generate");
        QSignalSpy finished(&w.services->generation, &Generation::finished);
        QTest::mouseClick(generate, Qt::LeftButton);
        const StageContent& shown = w.services->stage.shown();
        QTRY_VERIFY_WITH_TIMEOUT(shown.kind == StageContent::Kind::Draft && shown.roll.steps() > 8, 60'000);
        QTest::mouseClick(generate, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QTRY_COMPARE(shown.kind, StageContent::Kind::Take);
        QVERIFY(!w.services->store.takes().empty() && w.services->store.takes().size() < 16);
        QVERIFY(shown.roll.steps() < 64'000);
    }

    void stopKeepsWhatIsThere() {
        test::Window w;
        QVERIFY(w.trained());
        w.find<QSpinBox>("bars")->setValue(4000);
        auto* generate = w.find<QPushButton>("generate");
        QTest::mouseClick(generate, Qt::LeftButton);
        const StageContent& shown = w.services->stage.shown();
        QTRY_VERIFY_WITH_TIMEOUT(shown.kind == StageContent::Kind::Draft && shown.roll.steps() > 8, 60'000);
        QTest::mouseClick(generate, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(shown.kind, StageContent::Kind::Take, 20'000);
        QVERIFY(shown.roll.steps() < 64'000);
    }
};

QTEST_MAIN(tst_GeneratePanel)
#include "tst_GeneratePanel.moc"
