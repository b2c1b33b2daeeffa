// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/Activations.h"
#include "tests/ui/inspector/AskedWindow.h"
#include "ui/inspector/FeatureTable.h"
#include "ui/inspector/NatsStrip.h"
#include "ui/tensor/TensorPanel.h"
#include "ui/words/Words.h"

#include <QLabel>
#include <QSlider>
#include <QTabWidget>
#include <QTreeWidget>

#include <cmath>

using namespace ricercar;

namespace {

/// The same with the tensor in front.
struct Seen : test::AskedWindow {
    TensorPanel* panel = nullptr;

    bool start() {
        if (!begin()) return false;
        panel = find<TensorPanel>("tensorPanel");
        find<QTabWidget>("stage")->setCurrentWidget(panel);
        return settled();
    }
    [[nodiscard]] bool settled() const {
        return QTest::qWaitFor([this] { return panel->settled() && panel->scene() != nullptr; }, 20'000);
    }
    [[nodiscard]] const Tensor& tensor() const { return panel->scene()->tensor; }
    [[nodiscard]] bool take(const QString& source) const {
        auto* box = find<QComboBox>("tensorSource");
        const int index = box->findText(source);
        if (index < 0) return false;
        box->setCurrentIndex(index);
        return QTest::qWaitFor([this] { return panel->settled(); }, 20'000);
    }
    [[nodiscard]] QString words() const { return find<QLabel>("tensorWords")->text(); }
    /// A cell that a click on the tensor hits, and the place.
    [[nodiscard]] std::pair<QPoint, std::array<int, 3>> somethingToHit() const {
        const SceneFrame& frame = panel->view().frame();
        for (int y = 20; y < panel->view().height(); y += 7)
            for (int x = 20; x < panel->view().width(); x += 7)
                if (const auto found =
                        pick(frame.scene->cells, frame.look, frame.camera.ray(x, y, frame.scene->cells.box().radius())))
                    if (found->cell[0] > 0 && found->cell[2] < seedFeatures &&
                        roll().range().contains(tensor().range.lowest + found->cell[1]))
                        return {QPoint(x, y), found->cell};
        return {};
    }
};

}  // namespace

class tst_TensorInsight : public QObject {
    Q_OBJECT
private slots:
    void predictionsAreTheModels() {
        Seen w;
        QVERIFY(w.start());
        QTRY_VERIFY_WITH_TIMEOUT(w.panel->settled() && w.panel->scene() && w.tensor().units() == predictionUnit() + 1, 20'000);
        const Expectation& expectation = w.insight().reading().expectation();
        QCOMPARE(expectation.steps, w.roll().steps());
        for (int step = w.tensor().first; step + 1 < w.tensor().first + w.tensor().steps; ++step)
            for (int pitch = w.roll().range().lowest; pitch <= w.roll().range().highest; ++pitch)
                QCOMPARE(w.tensor().at(step, pitch, predictionUnit()), expectation.play[expectation.index(step + 1, pitch)]);
    }

    void unitsAreSortedByVarianceOrByCorrelation() {
        Seen w;
        QVERIFY(w.start());
        auto* order = w.find<QComboBox>("unitOrder");
        QVERIFY(!order->isVisible());
        for (const bool noteAxis : {false, true}) {
            QVERIFY(w.take(noteAxis ? QStringLiteral("Note layer 1") : QStringLiteral("Time layer 1")));
            QVERIFY(order->isVisible());
            InferenceCache cache(w.insight().reading().model()->engine, w.roll());
            const LayerName layer{noteAxis, 0, noteAxis ? 6 : 8};
            const Activations made = activationsOf(cache, layer, 0, w.roll().steps());
            for (const int feature : {-1, 24, 75}) {
                order->setCurrentIndex(order->findData(feature < 0 ? QVariant() : QVariant(feature)));
                QVERIFY(w.settled());
                const std::vector<double> figures =
                    feature < 0
                        ? unitVariances(made)
                        : unitCorrelations(made, w.roll(), w.insight().reading().model()->checkpoint.config.model, feature);
                QCOMPARE(w.tensor().units(), layer.units);
                double before = 2;
                for (int z = 0; z < layer.units; ++z) {
                    const int unit = w.tensor().unitNames[z].section(QLatin1Char(' '), 1, 1).toInt() - 1;
                    const double figure = figures[static_cast<std::size_t>(unit)];
                    QVERIFY(std::abs(figure) <= before);
                    before = std::abs(figure);
                    QVERIFY2(w.tensor().unitNames[z].contains(QLocale().toString(figure, 'f', 2)),
                             qPrintable(w.tensor().unitNames[z]));
                    for (int step = 0; step < w.roll().steps(); step += 7)
                        for (int pitch = w.roll().range().lowest; pitch <= w.roll().range().highest; pitch += 5)
                            QCOMPARE(w.tensor().at(step, pitch, z), made.at(step, pitch, unit));
                }
            }
        }
    }

    void saliencyIsTheGradientOfTheChosenCell() {
        Seen w;
        QVERIFY(w.start());
        QVERIFY(w.take(QStringLiteral("Saliency")));
        QVERIFY(!w.panel->scene());  // of what?
        QVERIFY(!w.find<QComboBox>("unitOrder")->isVisible());
        for (const CellRef cell : {w.someNote(), CellRef{40, 60}}) {
            w.services->selection.selectCell(cell);
            QVERIFY(w.settled());
            const Saliency reference =
                saliencyOf(w.insight().reading().model()->checkpoint, w.roll(), cell.step, cell.pitch, false, cell.step);
            QCOMPARE(w.tensor().units(), seedFeatures);
            QCOMPARE(w.tensor().steps, cell.step + 1);  // up to the cell
            float largest = 0;
            for (int step = 0; step < cell.step; ++step)
                for (int pitch = w.roll().range().lowest; pitch <= w.roll().range().highest; ++pitch)
                    for (int unit = 0; unit < seedFeatures; ++unit) {
                        const auto at =
                            (static_cast<std::size_t>(step - reference.first) * static_cast<std::size_t>(w.roll().pitches()) +
                             static_cast<std::size_t>(pitch - w.roll().range().lowest)) *
                                seedFeatures +
                            static_cast<std::size_t>(unit);
                        QCOMPARE(w.tensor().at(step, pitch, unit), reference.values[at]);
                        largest = std::max(largest, std::abs(reference.values[at]));
                    }
            QVERIFY(largest > 0);
            QCOMPARE((*w.panel->view().frame().selected)[0], cell.step);
            QCOMPARE((*w.panel->view().frame().seen)[0], cell.step - 1);
        }
        const int ofGradients = w.find<QSlider>("tensorThreshold")->value();
        QVERIFY(ofGradients > 0);  // most of it is small
        QVERIFY(w.take(QStringLiteral("Features")));
        QVERIFY(w.find<QSlider>("tensorThreshold")->value() < ofGradients);  // hides what is hardly expected, no more
    }

    /// Roll, tensor, table, list, strip and playhead: whichever is clicked, all follow.
    void oneSelectionEverywhere() {
        Seen w;
        QVERIFY(w.start());
        auto& services = *w.services;
        auto* stage = w.find<QTabWidget>("stage");
        auto* table = w.find<FeatureTable>("featureTable");
        const auto& selected = [&]() -> std::optional<std::array<int, 3>> { return w.panel->view().frame().selected; };
        const auto& seen = [&]() -> std::optional<std::array<int, 3>> { return w.panel->view().frame().seen; };
        const auto follows = [&](CellRef cell) {
            const int x = cell.step - w.tensor().first, y = cell.pitch - w.tensor().range.lowest;
            return services.selection.selectedCell() == cell && selected() && (*selected())[0] == x && (*selected())[1] == y &&
                   seen() && (*seen())[0] == x - 1 && w.find<QLabel>("cellTitle")->text().contains(pitchName(cell.pitch));
        };

        // In the roll.
        stage->setCurrentIndex(0);
        const CellRef note = w.someNote();
        w.click(note.step, note.pitch);
        stage->setCurrentWidget(w.panel);
        QVERIFY(w.settled());
        QVERIFY(follows(note));
        QVERIFY(w.story());
        QVERIFY(w.insight().story()->cell == note);

        // In the table: the value in the column that the cell was predicted from.
        table->setCurrentItem(table->topLevelItem(30));
        QVERIFY(follows(note));
        QCOMPARE((*seen())[2], 30);
        QCOMPARE(table->topLevelItem(30)->text(1),
                 QLocale().toString(static_cast<double>(w.tensor().at(note.step - 1, note.pitch, 30)), 'g', 4));
        QVERIFY(w.words().contains(cellWords(*w.panel->scene(), w.roll(), note.step - 1, note.pitch, 30)));

        // In the tensor: the playhead goes there, the table's row is the feature.
        const auto [at, cell] = w.somethingToHit();
        QVERIFY(!at.isNull());
        QTest::mouseClick(&w.panel->view(), Qt::LeftButton, {}, at);
        const CellRef hit{w.tensor().first + cell[0], w.tensor().range.lowest + cell[1]};
        QVERIFY(follows(hit));
        QCOMPARE((*selected())[2], cell[2]);
        QCOMPARE(table->currentItem(), table->topLevelItem(cell[2]));
        QCOMPARE(w.services->playback.position(), static_cast<double>(hit.step));
        QVERIFY(w.story());
        QVERIFY(w.insight().story()->cell == hit);

        // In the list of what surprised most.
        w.find<QTabWidget>("inspectorPages")->setCurrentIndex(0);
        auto* notes = w.find<QTreeWidget>("surprisingNotes");
        QTRY_VERIFY_WITH_TIMEOUT(notes->topLevelItemCount() > 3, 20'000);
        QTRY_COMPARE(w.insight().reading().expectation().steps, w.roll().steps());
        const auto expected = surprisingNotes(w.insight().reading().expectation(), w.roll(), 40);
        const auto listed = std::ranges::find_if(expected, [](const NotedCell& one) { return one.step > 0; });
        QVERIFY(listed != expected.end());
        notes->setCurrentItem(notes->topLevelItem(static_cast<int>(listed - expected.begin())));
        QVERIFY(w.settled());
        QVERIFY(follows({listed->step, listed->pitch}));

        // In the strip under the roll.
        w.find<QComboBox>("map")->setCurrentIndex(1);
        stage->setCurrentIndex(0);
        auto* strip = w.find<NatsStrip>("natsStrip");
        QTRY_VERIFY(strip->isVisible());
        w.window->findChild<RollView*>()->fit();
        const double x = w.window->findChild<RollView*>()->geometryOfRoll().xOf(21.5);
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPointF(x, strip->height() / 2.0).toPoint());
        QVERIFY(services.selection.selectedCell().has_value());
        QCOMPARE(services.selection.selectedCell()->step, 21);
        stage->setCurrentWidget(w.panel);
        QVERIFY(w.settled());
        QVERIFY(follows(*services.selection.selectedCell()));

        // Nothing anywhere.
        QTest::keyClick(&w.panel->view(), Qt::Key_Escape);
        QVERIFY(!services.selection.selectedCell() && !selected() && !seen() && !w.insight().story());
    }
};

QTEST_MAIN(tst_TensorInsight)
#include "tst_TensorInsight.moc"
