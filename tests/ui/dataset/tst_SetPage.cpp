// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "tests/support/TestData.h"
#include "tests/ui/Window.h"
#include "ui/dataset/BarPlot.h"
#include "ui/dataset/PieceColumns.h"
#include "ui/words/Words.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeView>

using namespace ricercar;

namespace {

bool settled(test::Window& w) {
    return QTest::qWaitFor(
        [&] { return w.services->curation.settled() && w.services->changes.idle() && w.services->jobs.idle(); }, 60'000);
}

/// Pieces of 4, 8, 12 ... bars, and the page on the stage.
bool open(test::Window& w, int pieces) {
    if (!w.ready()) return false;
    for (int i = 0; i < pieces; ++i) {
        const QString folder = w.writePieces(1, 64 * (i + 1));
        const QString file = w.path(QStringLiteral("long %1.mid").arg(i + 1));
        if (!QFile::rename(folder + QStringLiteral("/piece 1.mid"), file)) return false;
        w.services->importing.start({toPath(file)});
    }
    auto* tabs = w.find<QTabWidget>("stage");
    tabs->setCurrentWidget(w.find<QWidget>("setPage"));
    return QTest::qWaitFor([&] { return static_cast<int>(w.services->store.pieces().size()) == pieces; }, 30'000) && settled(w);
}

void type(QSpinBox* box, const QString& value) {
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, value);
    QTest::keyClick(box, Qt::Key_Return);
}

}  // namespace

class tst_SetPage : public QObject {
    Q_OBJECT

private slots:
    void aRuleSaysWhatItTakesOutBeforeItIsApplied() {
        test::Window w;
        QVERIFY(open(w, 5));
        Curation& curation = w.services->curation;
        auto* apply = w.find<QPushButton>("applyDraft");
        QVERIFY(!apply->isEnabled());
        QVERIFY(!apply->toolTip().isEmpty());
        const auto before = curation.plan();

        type(w.find<QSpinBox>("ruleBars"), QStringLiteral("10"));
        QVERIFY(curation.draft());
        Dataset wanted = curation.dataset();
        wanted.rules.minBars = 10;
        QCOMPARE(*curation.draft(), wanted);
        const auto expected = planDataset(curation.facts(), wanted);
        int out = 0;
        for (const auto& [id, membership] : expected) out += membership.ruledOut ? 1 : 0;
        QCOMPARE(out, 2);
        QCOMPARE(curation.draftPreview()->taken, 2);
        QTRY_VERIFY(w.find<QLabel>("effect1")->text().contains(QStringLiteral("2 (40")));
        QVERIFY(w.find<QLabel>("draftEffect")->text().contains(QStringLiteral("2 pieces (40")));
        QCOMPARE(curation.summary().ruledOut, 0);

        QTest::mouseClick(w.find<QPushButton>("discardDraft"), Qt::LeftButton);
        QVERIFY(!curation.draft());
        QCOMPARE(w.find<QSpinBox>("ruleBars")->value(), 0);

        type(w.find<QSpinBox>("ruleBars"), QStringLiteral("10"));
        QTest::mouseClick(apply, Qt::LeftButton);
        QVERIFY(settled(w));
        QCOMPARE(curation.dataset().rules.minBars, 10);
        QCOMPARE(curation.summary().ruledOut, 2);
        QVERIFY(!apply->isEnabled());
        for (const auto& [id, membership] : expected) QCOMPARE(curation.membership(id)->subset, membership.subset);
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        for (const auto& [id, membership] : before) QCOMPARE(curation.membership(id)->subset, membership.subset);
        QCOMPARE(w.find<QSpinBox>("ruleBars")->value(), 0);
        w.find<QAction>("redo")->trigger();
        QVERIFY(settled(w));
        QCOMPARE(w.find<QSpinBox>("ruleBars")->value(), 10);
    }

    void metersAreChosenFromThoseThatAreThere() {
        test::Window w;
        QVERIFY(open(w, 3));
        auto* meters = w.find<QListWidget>("ruleMeters");
        QCOMPARE(meters->count(), 3);                                  // the default rules name two that no piece is in
        QCOMPARE(meters->item(0)->text(), QStringLiteral("4/4 (3)"));  // the commonest first
        QCOMPARE(meters->item(1)->text(), QStringLiteral("2/2 (0)"));
        meters->setFocus();
        meters->setCurrentRow(0);
        QTest::keyClick(meters, Qt::Key_Space);
        QVERIFY(w.services->curation.draft());
        QCOMPARE(w.services->curation.draft()->rules.meters, (std::vector<Meter>{{2, 2}, {2, 4}}));
        QVERIFY(w.find<QLabel>("draftEffect")->text().contains(QStringLiteral("3 pieces")));
        QTest::keyClick(meters, Qt::Key_Space);
        QVERIFY(!w.services->curation.draft());
    }

    void theTableMarksWhatATriedRuleMoves() {
        test::Window w;
        QVERIFY(open(w, 5));
        auto* model = w.find<QTreeView>("pieces")->model();
        const auto moved = [&] {
            int rows = 0;
            for (int row = 0; row < model->rowCount(); ++row)
                rows += model->index(row, pieceColumn("split")).data().toString() == QStringLiteral("→ Off") ? 1 : 0;
            return rows;
        };
        QCOMPARE(moved(), 0);
        type(w.find<QSpinBox>("ruleBars"), QStringLiteral("10"));
        QTRY_COMPARE(moved(), 2);
        auto* subsets = w.find<QComboBox>("sides");  // the list can be narrowed to what would be off
        subsets->setFocus();
        QTest::keyClick(subsets, Qt::Key_End);
        QTRY_COMPARE(model->rowCount(), 2);
        QTest::mouseClick(w.find<QPushButton>("discardDraft"), Qt::LeftButton);
        QTRY_COMPARE(model->rowCount(), 0);
        QTest::keyClick(subsets, Qt::Key_Home);
        QTRY_COMPARE(model->rowCount(), 5);
        QCOMPARE(moved(), 0);
    }

    void aPieceBetweenTwoSidesIsFlagged() {
        test::Window w;
        QVERIFY(w.ready());
        // The same tune in two sets that come with their subsets: a third copy, a tone higher, is akin to both.
        const PianoRoll tune = test::randomRoll(5, 192, {52, 76}, 2.0);
        const auto frames = [&](int up) {
            QString text;
            for (int step = 0; step < tune.steps(); ++step) {
                QStringList pitches;
                for (int pitch = 52; pitch <= 76; ++pitch)
                    if (tune.plays(step, pitch)) pitches << QString::number(pitch + up);
                text +=
                    (step > 0 ? QStringLiteral(",[") : QStringLiteral("[")) + pitches.join(QLatin1Char(',')) + QLatin1Char(']');
            }
            return QStringLiteral("[[%1]]").arg(text);
        };
        const QString file = w.path(QStringLiteral("two sides.json"));
        writeFile(toPath(file), toUtf8(QStringLiteral("{\"name\": \"Set\", \"step\": \"sixteenth note\", \"train\": %1, "
                                                      "\"valid\": [], \"test\": %2}")
                                           .arg(frames(0), frames(1))));
        w.services->importing.start({toPath(file)});
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{2}, 30'000);
        PianoRoll third(pianoRange, tune.steps(), {4, 4});
        for (int step = 0; step < tune.steps(); ++step)
            for (int pitch = 52; pitch <= 76; ++pitch)
                if (tune.plays(step, pitch))
                    third.set(step, pitch + 2,
                              tune.plays(step - 1, pitch) ? playBit : static_cast<Cell>(playBit | articulateBit));
        const QString copy = w.path(QStringLiteral("third.mid"));
        writeFile(toPath(copy), writeMidi(toScore(third)));
        w.services->importing.start({toPath(copy)});
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{3}, 30'000);
        QVERIFY(settled(w));
        const auto& pieces = w.services->store.pieces();
        QCOMPARE(w.services->curation.membership(pieces[0].id)->subset, Subset::Train);
        QCOMPARE(w.services->curation.membership(pieces[1].id)->subset, Subset::Test);
        QCOMPARE(w.services->curation.membership(pieces[2].id)->subset, Subset::Off);
        w.find<QTabWidget>("stage")->setCurrentWidget(w.find<QWidget>("setPage"));
        auto* flag = w.find<QLabel>("between");
        QTRY_VERIFY(flag->isVisible());
        QVERIFY2(flag->text().contains(QStringLiteral("third")), qPrintable(flag->text()));
    }

    void theSplitIsShownWhileTheSlidersMoveAndStaysWhenFilesAreAdded() {
        test::Window w;
        QVERIFY(open(w, 6));
        Curation& curation = w.services->curation;
        auto* slider = w.find<QSlider>("shareTest");
        slider->setFocus();
        for (int i = 0; i < 4; ++i) QTest::keyClick(slider, Qt::Key_PageUp);
        QCOMPARE(w.find<QSpinBox>("shareTestPercent")->value(), slider->value());
        QVERIFY(slider->value() >= 20);
        QVERIFY(curation.draft());
        const auto expected = summaryOf(curation.facts(), planDataset(curation.facts(), *curation.draft()));
        for (std::size_t subset = 0; subset < 4; ++subset)
            QVERIFY(w.window->findChild<QLabel*>(QStringLiteral("count%1").arg(subset))
                        ->text()
                        .startsWith(QString::number(expected.subsets[subset].pieces)));
        QTest::mouseClick(w.find<QPushButton>("applyDraft"), Qt::LeftButton);
        QVERIFY(settled(w));
        QVERIFY(w.services->changes.stack().undoText().contains(QStringLiteral("split")));

        const auto before = curation.plan();
        w.services->importing.start({toPath(w.writePieces(20, 96))});
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{26}, 30'000);
        QVERIFY(settled(w));
        QCOMPARE(curation.plan().size(), std::size_t{26});
        for (const auto& [id, membership] : before) QCOMPARE(curation.membership(id)->subset, membership.subset);
    }

    void theSetIsPlotted() {
        test::Window w;
        QVERIFY(open(w, 4));
        auto* pitches = w.find<BarPlot>("plotPitches");
        QTRY_VERIFY(!pitches->bars().empty());
        const auto sum = [](const BarPlot* plot) {
            double all = 0;
            for (const auto& bar : plot->bars()) all += bar.value;
            return all;
        };
        const auto total = w.services->curation.summary().total();
        QCOMPARE(sum(pitches), static_cast<double>(total.notes));
        QCOMPARE(sum(w.find<BarPlot>("plotClasses")), static_cast<double>(total.notes));
        QCOMPARE(sum(w.find<BarPlot>("plotLengths")), static_cast<double>(total.notes));
        QCOMPARE(sum(w.find<BarPlot>("plotPolyphony")), static_cast<double>(total.steps));
        for (const char* plot : {"plotBars", "plotMeters", "plotKeys", "plotGridErrors"})
            QCOMPARE(sum(w.find<BarPlot>(plot)), static_cast<double>(total.pieces));
        QCOMPARE(w.find<QLabel>("total40")->text(), QStringLiteral("4"));
        QCOMPARE(w.find<QLabel>("total42")->text(), whole(total.steps));

        auto* meters = w.find<BarPlot>("plotMeters");
        QTest::mouseMove(meters, meters->rect().center());
        QTRY_COMPARE(meters->reading(), QStringLiteral("4/4: 4 pieces"));
        QCOMPARE(meters->accessibleDescription(), meters->reading());
        pitches->setFocus();
        QTest::keyClick(pitches, Qt::Key_Home);
        QVERIFY(pitches->reading().startsWith(pitches->bars().front().name));
        QTest::keyClick(pitches, Qt::Key_Right);
        QVERIFY(pitches->reading().startsWith(pitches->bars()[1].name));

        // what is tried out is plotted
        type(w.find<QSpinBox>("ruleBars"), QStringLiteral("10"));
        QTRY_COMPARE(sum(meters), 2.0);
        QTest::mouseClick(w.find<QPushButton>("discardDraft"), Qt::LeftButton);
        QTRY_COMPARE(sum(meters), 4.0);
    }

    void theTrainingFormSaysWhatIsTrainedOn() {
        test::Window w;
        QVERIFY(open(w, 5));
        auto* estimate = w.find<QLabel>("estimate");
        Curation& curation = w.services->curation;
        const auto windows = windowsOf(curation.facts(), curation.plan(), w.find<QSpinBox>("window")->value());
        QVERIFY2(estimate->text().contains(whole(windows) + QStringLiteral(" windows")), qPrintable(estimate->text()));
        QVERIFY(!estimate->text().contains(QStringLiteral("rules")));
        type(w.find<QSpinBox>("ruleBars"), QStringLiteral("10"));
        QTest::mouseClick(w.find<QPushButton>("applyDraft"), Qt::LeftButton);
        QVERIFY(settled(w));
        QVERIFY2(estimate->text().contains(QStringLiteral("40 % of the pieces (2)")), qPrintable(estimate->text()));
        type(w.find<QSpinBox>("ruleBars"), QStringLiteral("10000"));
        QTest::mouseClick(w.find<QPushButton>("applyDraft"), Qt::LeftButton);
        QVERIFY(settled(w));
        QVERIFY(!w.find<QPushButton>("train")->isEnabled());
    }
};

QTEST_MAIN(tst_SetPage)
#include "tst_SetPage.moc"
