// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/learning/Evaluator.h"
#include "core/learning/PieceFeatures.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "tests/support/TestData.h"
#include "tests/ui/inspector/AskedWindow.h"
#include "ui/inspector/ContextGrid.h"
#include "ui/inspector/MapColors.h"
#include "ui/inspector/NatsStrip.h"
#include "ui/inspector/RollInsight.h"
#include "ui/inspector/ShareBar.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

#include <cmath>

using namespace ricercar;

namespace {

void choose(QComboBox* box, int index) {
    box->setCurrentIndex(index);
    QVERIFY(box->currentIndex() == index);
}

using Asked = test::AskedWindow;

}  // namespace

class tst_Inspector : public QObject {
    Q_OBJECT
private slots:
    void theSurpriseMapIsTheEvaluators() {
        Asked w;
        QVERIFY(w.begin());
        QVERIFY(!w.find<NatsStrip>("natsStrip")->isVisible());
        choose(w.find<QComboBox>("map"), 1);
        QTRY_COMPARE_WITH_TIMEOUT(w.insight().reading().expectation().steps, w.roll().steps(), 20'000);
        const auto reference = surprise(w.insight().reading().model()->checkpoint, w.roll());
        const auto ours = w.insight().reading().expectation().nats;
        QCOMPARE(ours.size(), reference.size());
        for (std::size_t i = 0; i < ours.size(); ++i)
            QVERIFY(std::abs(static_cast<double>(ours[i]) - reference[i]) < 1e-5 * std::max(1.0, reference[i]));
        QVERIFY(w.find<NatsStrip>("natsStrip")->isVisible());

        // Another piece is read anew, and nothing is painted once the map is off.
        w.services->stage.showPiece(w.services->store.pieces().back().id);
        QTRY_VERIFY(w.services->stage.shown().id == w.services->store.pieces().back().id);
        QTRY_COMPARE_WITH_TIMEOUT(w.insight().reading().expectation().steps, w.roll().steps(), 20'000);
        QVERIFY(w.insight().reading().expectation().nats != ours);
        choose(w.find<QComboBox>("map"), 0);
        QVERIFY(!w.find<NatsStrip>("natsStrip")->isVisible());
    }

    /// Bar by bar: what is computed is painted, to the pixel, what is not is transparent; in the end the view shows it all.
    void theMapGrowsWithTheReading() {
        int times = 0;  // outlives the window
        Asked w;
        QVERIFY(w.begin(400));
        auto* painted = w.window->findChild<RollInsight*>();
        const auto asComputed = [&](Map map) {
            const Expectation& expectation = w.insight().reading().expectation();
            const QImage& image = painted->map();
            if (image.width() != w.roll().steps() || image.height() != w.roll().pitches()) return false;
            for (int step = 0; step < image.width(); ++step)
                for (int row = 0; row < image.height(); ++row) {
                    QRgb expected = 0;
                    if (step < expectation.steps) {
                        const std::size_t at = expectation.index(step, w.roll().range().highest - row);
                        const float value = map == Map::Play ? expectation.play[at] : expectation.nats[at];
                        expected = mapColor(map, static_cast<double>(value)).rgba();
                    }
                    if (image.pixel(step, row) != expected) return false;
                }
            return true;
        };
        QVERIFY(painted->map().isNull());
        connect(&w.insight().reading(), &PieceReading::grew, this, [&](int first) {
            ++times;
            if (first == 0) QVERIFY(w.insight().reading().expectation().steps <= w.roll().barSteps());
            QVERIFY(asComputed(w.insight().map()));
        });
        QTest::mouseClick(w.find<QTabWidget>("inspectorPages")->tabBar(), Qt::LeftButton, {},
                          w.find<QTabWidget>("inspectorPages")->tabBar()->tabRect(2).center());
        choose(w.find<QComboBox>("map"), 1);
        connect(&w.insight().reading(), &PieceReading::begun, this, [&times] { times = 0; });
        w.services->stage.showPiece(w.services->store.pieces().back().id);  // read anew
        QTRY_COMPARE(w.services->stage.shown().id, w.services->store.pieces().back().id);
        QTRY_COMPARE_WITH_TIMEOUT(w.insight().reading().expectation().steps, w.roll().steps(), 20'000);
        QCOMPARE(times, (w.roll().steps() + w.roll().barSteps() - 1) / w.roll().barSteps());
        auto* view = w.window->findChild<RollView*>();
        const QImage grown = view->grab().toImage();
        choose(w.find<QComboBox>("map"), 2);  // at once
        QVERIFY(asComputed(Map::Play));
        QVERIFY(view->grab().toImage() != grown);
        choose(w.find<QComboBox>("map"), 1);
        QVERIFY(asComputed(Map::Surprise));
        QCOMPARE(view->grab().toImage(), grown);
    }

    void theMostSurprisingNotesAreListedAndLead() {
        Asked w;
        QVERIFY(w.begin());
        auto* notes = w.find<QTreeWidget>("surprisingNotes");
        QTRY_VERIFY_WITH_TIMEOUT(notes->topLevelItemCount() > 3, 20'000);
        QTRY_COMPARE(w.insight().reading().expectation().steps, w.roll().steps());
        const auto expected = surprisingNotes(w.insight().reading().expectation(), w.roll(), 40);
        QTRY_COMPARE(notes->topLevelItemCount(), static_cast<int>(expected.size()));
        notes->setCurrentItem(notes->topLevelItem(2));
        QVERIFY(w.services->selection.selectedCell().has_value());
        QCOMPARE(*w.services->selection.selectedCell(), (CellRef{expected[2].step, expected[2].pitch}));
        QVERIFY(w.find<QLabel>("natsPerStep")
                    ->text()
                    .contains(figure(w.insight().reading().expectation().natsPerStep(0, w.roll().steps()))));
    }

    void aClickedCellTellsItsStory() {
        Asked w;
        QVERIFY(w.begin());
        const CellRef cell = w.someNote();
        w.click(cell.step, cell.pitch);
        QVERIFY(w.services->selection.selectedCell() == cell);
        QCOMPARE(w.find<QTabWidget>("inspectorPages")->currentIndex(), 1);
        QVERIFY(w.story());
        QVERIFY(w.find<QLabel>("cellTitle")->text().contains(pitchName(cell.pitch)));

        InferenceCache cache(w.insight().reading().model()->engine, w.roll());
        const StepExpectation step = stepExpectation(cache, w.roll(), cell.step, cell.step);
        const auto at = static_cast<std::size_t>(cell.pitch - w.roll().range().lowest);
        QCOMPARE(w.find<ShareBar>("play")->share(), static_cast<double>(step.play[at]));
        QCOMPARE(w.find<QTreeWidget>("completions")->topLevelItemCount(), 10);

        // The table's values are the feature builder's; gradients follow.
        const ModelConfig& config = w.insight().reading().model()->checkpoint.config.model;
        std::vector<float> features(static_cast<std::size_t>(w.roll().pitches()) * seedFeatures);
        PieceFeatures(config, w.roll()).step(cell.step - 1, features.data());
        auto* table = w.find<QTreeWidget>("featureTable");
        QCOMPARE(table->topLevelItemCount(), seedFeatures);
        for (int feature = 0; feature < seedFeatures; ++feature)
            QCOMPARE(table->topLevelItem(feature)->text(1),
                     QLocale().toString(static_cast<double>(features[at * seedFeatures + static_cast<std::size_t>(feature)]),
                                        'g', 4));
        QTRY_VERIFY_WITH_TIMEOUT(!table->topLevelItem(0)->text(2).isEmpty(), 20'000);

        // Nothing is selected in other music.
        w.services->stage.showPiece(w.services->store.pieces().back().id);
        QTRY_VERIFY(!w.services->selection.selectedCell());
        QVERIFY(!w.insight().story());
    }

    /// The places that a model has in mind, in words; each is shown in the roll, and hidden again.
    void aModelThatRemembersSaysWhy() {
        Asked w;
        QVERIFY(w.begin(64, FeatureLayout::Remembering));
        const PianoRoll themes = test::returningThemes();
        writeFile(toPath(w.path(QStringLiteral("themes.mid"))), writeMidi(toScore(themes, 100.0)));
        w.services->importing.start({toPath(w.path(QStringLiteral("themes.mid")))});
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{4}, 20'000);
        w.services->stage.showPiece(w.services->store.pieces().back().id);
        QTRY_VERIFY(w.services->stage.shown().id == w.services->store.pieces().back().id);
        QTRY_VERIFY_WITH_TIMEOUT(w.insight().reading().cache() && w.roll().plays(46, 59), 20'000);

        // The theme's last note in bar 3, which was another in bar 1.
        w.click(46, 59);
        QVERIFY(w.story());
        QVERIFY(!w.insight().story()->memory.empty());
        const QString sentence = w.find<QLabel>("memoryWords0")->text();
        QCOMPARE(sentence, QStringLiteral("The last 14 step(s) went as in bar 1; B3 was silent there."));
        QStringList all;
        for (std::size_t i = 0; i < w.insight().story()->memory.size(); ++i)
            all << w.find<QLabel>(qPrintable(QStringLiteral("memoryWords%1").arg(i)))->text();
        QVERIFY2(all.contains(QStringLiteral("2 bar(s) before: B3 was silent (agreement 1.0).")), qPrintable(all.join('\n')));

        auto* view = w.window->findChild<RollView*>();
        const QImage before = view->grab().toImage();
        auto* show = w.find<QToolButton>("showPlace0");
        const auto press = [&] { QTest::mouseClick(w.find<QToolButton>("showPlace0"), Qt::LeftButton); };
        press();
        QVERIFY(show->isChecked());
        QCOMPARE(w.insight().place()->place, 14);
        QVERIFY(view->grab().toImage() != before);
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!w.insight().place() && !show->isChecked());
        QCOMPARE(view->grab().toImage(), before);

        // Off the screen: the roll scrolls there.
        view->navigator().showSteps(40, 48);
        QVERIFY(view->geometryOfRoll().xOf(14) < view->geometryOfRoll().notes().left());
        press();
        QVERIFY(view->geometryOfRoll().xOf(14) >= view->geometryOfRoll().notes().left());
        QVERIFY(view->geometryOfRoll().xOf(0) < view->geometryOfRoll().notes().right());

        // Another cell has another memory.
        w.click(62, 64);
        QVERIFY(!w.insight().place());
        QVERIFY(w.story());
        QCOMPARE(w.find<QLabel>("memoryWords0")->text(),
                 QStringLiteral(
                     "The last 14 step(s) went as in bar 3, a major third higher; C4 was silent there, which is E4 here."));
        press();
        press();
        QVERIFY(!w.insight().place());
    }

    void theContextCanBeChanged() {
        Asked w;
        QVERIFY(w.begin());
        const CellRef cell = w.someNote();
        w.services->selection.selectCell(cell);
        QVERIFY(w.story());
        QTRY_VERIFY_WITH_TIMEOUT(w.insight().story() && w.insight().story()->saliency.steps > 0, 20'000);
        w.find<QTabWidget>("inspectorPages")->setCurrentIndex(2);
        const auto same = [&] { return w.insight().whatIf().play == w.insight().story()->step.play; };
        QTRY_VERIFY(same());

        auto* grid = w.find<ContextGrid>("contextGrid");
        const CellRef other{cell.step - 1, cell.pitch + 3};
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->rectOf(other.step, other.pitch).center().toPoint());
        QTRY_VERIFY(!same());
        PianoRoll changed = w.roll();
        changed.set(other.step, other.pitch, changed.plays(other.step, other.pitch) ? Cell{0} : Cell{playBit | articulateBit});
        InferenceCache anew(w.insight().reading().model()->engine, changed);
        QTRY_COMPARE(w.insight().whatIf().play, stepExpectation(anew, changed, cell.step, cell.step).play);
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->rectOf(other.step, other.pitch).center().toPoint());
        QTRY_VERIFY(same());

        auto* place = w.find<QSpinBox>("placeInBar");
        QCOMPARE(place->value(), w.roll().stepInBar(cell.step) + 1);
        place->setValue(place->value() % w.roll().barSteps() + 1);
        QTRY_VERIFY(!same());
        QTest::mouseClick(w.find<QPushButton>("asItIs"), Qt::LeftButton);
        QTRY_VERIFY(same());
        QVERIFY(w.find<QTreeWidget>("whatIfAnswer")->topLevelItemCount() > 0);
    }

    void aDrawnNoteIsExplainedAndTheTakeBranches() {
        Asked w;
        QVERIFY(w.begin());
        w.find<QSpinBox>("bars")->setValue(2);
        QSignalSpy finished(&w.services->generation, &Generation::finished);
        QTRY_VERIFY(w.find<QPushButton>("generate")->isEnabled());
        // The checkpoint that the inspector asks.
        auto* checkpoint = w.find<QComboBox>("checkpoint");
        checkpoint->setCurrentText(w.find<QComboBox>("askedModel")->currentText());
        w.find<QPushButton>("generate")->click();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QTRY_VERIFY(w.services->stage.shown().kind == StageContent::Kind::Take && w.insight().reading().cache());
        const PianoRoll before = w.services->stage.shown().roll;
        const CellRef cell{20, before.range().lowest + 30};
        w.services->selection.selectCell(cell);
        QVERIFY(w.story());
        QVERIFY(w.insight().story()->drawing.has_value());
        for (const CellDrawing& drawn : w.insight().story()->drawing->cells) QCOMPARE(drawn.drawn, drawn.cell);
        QVERIFY(!w.find<QLabel>("drawing")->text().isEmpty());

        auto* branch = w.find<QPushButton>("branch");
        QVERIFY(branch->isEnabled());
        const std::size_t takes = w.services->store.takes().size();
        branch->click();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60'000);
        QTRY_COMPARE(w.services->store.takes().size(), takes + 1);
        const PianoRoll after = w.services->store.takes().back().roll();
        QCOMPARE(after.steps(), before.steps());
        QCOMPARE(after.excerpt(0, cell.step), before.excerpt(0, cell.step));
        QCOMPARE(after.plays(cell.step, cell.pitch), !before.plays(cell.step, cell.pitch));
    }

    void twoModelsAreCompared() {
        Asked w;
        QVERIFY(w.begin());
        auto* other = w.find<QComboBox>("otherModel");
        auto* map = w.find<QComboBox>("map");
        choose(other, other->count() - 1);  // the demo model
        QTRY_VERIFY_WITH_TIMEOUT(w.insight().other().model() != nullptr, 20'000);
        choose(map, 3);
        QTRY_COMPARE_WITH_TIMEOUT(w.insight().other().expectation().steps, w.roll().steps(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(w.insight().reading().expectation().steps, w.roll().steps(), 60'000);
        choose(other, 0);
        QCOMPARE(map->currentIndex(), 0);  // there is nothing to compare with
        QVERIFY(w.insight().map() == Map::Off);
    }
};

QTEST_MAIN(tst_Inspector)
#include "tst_Inspector.moc"
