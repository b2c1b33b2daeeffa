// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/RunLock.h"
#include "tests/ui/Rig.h"
#include "ui/kit/TwoLineDelegate.h"
#include "ui/training/LossPlot.h"
#include "ui/training/RunsPanel.h"
#include "ui/training/TrainForm.h"
#include "ui/training/TrainingPanel.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace ricercar;

namespace {

/// The list of runs and the training panel, as the window puts them together.
struct Panels {
    explicit Panels(test::Rig& rig)
        : runs(new RunsPanel(rig.services->store)),
          training(new TrainingPanel(rig.services->store, rig.services->training, rig.services->curation)) {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(runs);
        column->addWidget(training);
        AppServices& services = *rig.services;
        QObject::connect(runs, &RunsPanel::chosen, training, [this, &services](std::int64_t run) {
            training->setSelectedRun(run);
            services.training.showRun(run);
        });
        window.resize(1200, 900);
        window.show();
    }
    template <class Widget>
    Widget* find(const char* name) const {
        return window.findChild<Widget*>(QLatin1String(name));
    }
    QWidget window;
    RunsPanel* runs;
    TrainingPanel* training;
};

}  // namespace

class tst_GoingOn : public QObject {
    Q_OBJECT

private slots:
    void aRunOfAnotherProcessIsFollowed() {
        test::Rig rig;
        QVERIFY(rig.import(3) && rig.train() != 0);
        Panels w(rig);
        Workspace other(rig.services->store.path());  // stands for another process
        Run run = other.runs().all().front();
        auto owner = std::make_unique<RunLock>(other.runsFolder(), run.id);
        run.state = RunState::Running;
        other.runs().update(run);
        rig.services->store.reloadRuns();
        QTRY_COMPARE(rig.services->store.runs().front().state, RunState::Running);
        auto* list = w.find<QListView>("runs");
        QVERIFY(list->model()->index(0, 0).data(TwoLineDelegate::DetailRole).toString().contains(QStringLiteral("Trained by")));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        auto* plot = w.find<LossPlot>("lossPlot");
        QTRY_VERIFY(rig.services->training.figures().followed);
        QTRY_VERIFY(w.find<QLabel>("runNote")->text().startsWith(QStringLiteral("Trained by")));
        const int points = plot->trainPoints();
        QVERIFY(!w.find<QPushButton>("resume")->isEnabled());
        other.runs().addMetrics(run.id, {{"loss", 4, 1.3, 4, 0.5}, {"loss", 5, 1.6, 5, 0.4}});
        QTRY_COMPARE_WITH_TIMEOUT(plot->trainPoints(), points + 2, 20'000);
        QVERIFY(!w.find<QPushButton>("resume")->isEnabled());

        // it is killed: the run can go on from its checkpoint, and what is lost is said before
        owner.reset();
        QTRY_COMPARE_WITH_TIMEOUT(rig.services->store.runs().front().state, RunState::Interrupted, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>("resume")->isEnabled(), 20'000);
        QTRY_VERIFY(w.find<QLabel>("runNote")->text().contains(QStringLiteral("from step 3; 2 steps after it are gone")));
        QSignalSpy said(&rig.services->notices, &Notices::posted);
        QSignalSpy finished(&rig.services->training, &Training::finished);
        QTest::mouseClick(w.find<QPushButton>("resume"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QVERIFY(std::any_of(said.begin(), said.end(), [](const QList<QVariant>& one) {
            return one.front().value<Notice>().text.contains(QStringLiteral("2 steps after it are gone"));
        }));
        const auto& steps = rig.services->training.curve().step;
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
    }

    void aChangedDatasetOffersTheOldPiecesOrFineTuning() {
        test::Rig rig;
        QVERIFY(rig.import(3) && rig.train() != 0);
        Panels w(rig);
        const std::int64_t run = rig.services->store.runs().front().id;
        auto* list = w.find<QListView>("runs");
        auto* resume = w.find<QPushButton>("resume");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QTRY_VERIFY(resume->isEnabled());
        QCOMPARE(resume->text(), QStringLiteral("Go on with the selected run"));
        rig.services->store.removePieces({rig.services->store.pieces().front().id});
        QTRY_COMPARE_WITH_TIMEOUT(resume->text(), QStringLiteral("Go on with its own pieces"), 20'000);
        QVERIFY(resume->isEnabled());
        QVERIFY(w.find<QLabel>("runNote")->text().contains(QStringLiteral("has changed since")));
        auto* fineTune = w.find<QPushButton>("fineTune");
        QVERIFY(fineTune->isEnabled());
        QVERIFY(fineTune->toolTip().contains(fromUtf8(rig.services->curation.dataset().name)));
        w.find<QSpinBox>("epochs")->setValue(1);
        QSignalSpy finished(&rig.services->training, &Training::finished);
        QTest::mouseClick(fineTune, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 120'000);
        const std::int64_t tuned = finished.front().front().toLongLong();
        QVERIFY(tuned != run);
        const Workspace workspace = Workspace::existing(rig.services->store.path());
        QCOMPARE(fromUtf8(workspace.runs().find(tuned)->name),
                 fromUtf8(workspace.runs().find(run)->name) + QStringLiteral(", fine-tuned"));
    }

    void oneTimeIsLeft() {
        test::Rig rig;
        QVERIFY(rig.import(6, 256));
        Panels w(rig);
        w.find<TrainForm>("trainForm")->setPreset(QStringLiteral("small"));
        w.find<QSpinBox>("epochs")->setValue(5000);
        w.find<QDoubleSpinBox>("minutes")->setValue(10);
        auto* train = w.find<QPushButton>("train");
        QTRY_VERIFY(train->isEnabled());
        QTest::mouseClick(train, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            rig.services->training.figures().secondsLeft.has_value() && w.find<LossPlot>("lossPlot")->trainPoints() >= 2,
            60'000);
        const auto running = rig.services->jobs.running();
        QVERIFY(running.size() == 1);
        QCOMPARE(running.front().left(), rig.services->training.figures().secondsLeft);
        QVERIFY(*running.front().left() <= 600.0);
        rig.services->training.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!rig.services->training.running(), 30'000);
    }
};

QTEST_MAIN(tst_GoingOn)
#include "tst_GoingOn.moc"
