// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learning/PieceFeatures.h"
#include "tests/ui/Window.h"
#include "ui/tensor/TensorPanel.h"
#include "ui/words/Words.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QWheelEvent>

using namespace ricercar;
using test::Window;

class tst_TensorPanel : public QObject {
    Q_OBJECT

    std::unique_ptr<Window> window_;
    TensorPanel* panel_ = nullptr;

    SceneView& view() const { return panel_->view(); }
    const Tensor& tensor() const { return panel_->scene()->tensor; }
    bool settled() const {
        return QTest::qWaitFor([this] { return panel_->settled() && panel_->scene() != nullptr; }, 20'000);
    }
    bool arrived() const {
        return QTest::qWaitFor([this] { return view().frame().camera.pose() == view().destination(); }, 5'000);
    }
    QPoint onScreen(int x, int y, int z) const {
        const ScreenPoint at = view().frame().camera.project(panel_->scene()->cells.box().toWorld({x + 0.5, y + 0.5, z + 0.5}));
        return {static_cast<int>(std::floor(at.x)), static_cast<int>(std::floor(at.y))};
    }
    /// A place where a vicinity cell can be hit, and the cell.
    std::pair<QPoint, std::array<int, 3>> somethingToHit() const {
        const SceneFrame& frame = view().frame();
        for (int y = 20; y < view().height(); y += 7)
            for (int x = 20; x < view().width(); x += 7)
                if (const auto found =
                        pick(frame.scene->cells, frame.look, frame.camera.ray(x, y, frame.scene->cells.box().radius())))
                    return {QPoint(x, y), found->cell};
        return {};
    }
    QString words() const { return window_->find<QLabel>("tensorWords")->text(); }
    static void wheel(QWidget& on, QPointF at, int turn, Qt::KeyboardModifiers keys) {
        QWheelEvent event(at, on.mapToGlobal(at), {}, {0, turn}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&on, &event);
    }
    /// Chooses an entry of the export menu and gives the file dialog this name.
    bool exportAs(const char* action, const QString& path) {
        window_->find<QAction>(action)->trigger();
        auto* dialog = view().findChild<QFileDialog*>();
        if (!dialog) return false;
        emit dialog->fileSelected(path);
        dialog->close();
        if (auto* ask = view().findChild<QInputDialog*>()) {
            ask->setIntValue(900);
            ask->accept();
        }
        return QTest::qWaitFor([&] { return QFileInfo(path).size() > 0; }, 20'000);
    }

private slots:
    void init() {
        window_ = std::make_unique<Window>();
        QVERIFY(window_->ready() && window_->importPieces(2, 200));
        panel_ = window_->find<TensorPanel>("tensorPanel");
        window_->find<QTabWidget>("stage")->setCurrentWidget(panel_);
        QVERIFY(QTest::qWaitFor([&] { return window_->services->stage.shown().roll.steps() > 0; }, 10'000));
        QVERIFY(settled());
    }
    void cleanup() { window_.reset(); }

    void showsTheFeaturesOfWhatIsShown() {
        const PianoRoll& roll = window_->services->stage.shown().roll;
        QCOMPARE(tensor().first, 0);
        QCOMPARE(tensor().steps, 128);
        QCOMPARE(tensor().range, roll.range());
        ModelConfig config;
        config.range = roll.range();
        const PieceFeatures builder(config, roll);
        std::vector<float> row(static_cast<std::size_t>(roll.pitches()) * seedFeatures);
        for (int step = 0; step < 128; step += 9) {
            builder.step(step, row.data());
            for (int y = 0; y < roll.pitches(); ++y)
                for (int unit = 0; unit < seedFeatures; ++unit)
                    QCOMPARE(panel_->scene()->cells.at(step, y, unit), row[static_cast<std::size_t>(y * seedFeatures + unit)]);
        }
        QVERIFY(view().canvas());
        QCOMPARE(view().canvas()->renderer(), QStringLiteral("software"));
        const QImage picture = view().grab().toImage();
        QSet<QRgb> colors;
        for (int y = 0; y < picture.height(); y += 3)
            for (int x = 0; x < picture.width(); x += 3) colors << picture.pixel(x, y);
        QVERIFY(colors.size() > 20);
    }

    void draggingTurnsAndWheelZooms() {
        const CameraPose home = view().frame().camera.pose();
        QTest::mousePress(&view(), Qt::LeftButton, {}, {300, 200});
        QTest::mouseMove(&view(), {340, 220});
        QTest::mouseMove(&view(), {380, 230});
        QVERIFY(view().moving());
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, {380, 230});
        const CameraPose turned = view().frame().camera.pose();
        QVERIFY(turned.yaw != home.yaw && turned.pitch != home.pitch);
        QVERIFY(QTest::qWaitFor([&] { return !view().moving(); }, 5'000));
        wheel(view(), {200, 200}, 120, {});
        QVERIFY(view().frame().camera.pose().halfHeight < turned.halfHeight);
        QTest::mousePress(&view(), Qt::MiddleButton, {}, {300, 200});
        QTest::mouseMove(&view(), {330, 200});
        QTest::mouseRelease(&view(), Qt::MiddleButton, {}, {330, 200});
        QVERIFY(view().frame().camera.pose().yaw == turned.yaw);
        QTest::keyClick(&view(), Qt::Key_Home);
        QVERIFY(arrived());
        QCOMPARE(view().frame().camera.pose().yaw, home.yaw);
        QCOMPARE(view().frame().camera.pose().halfHeight, home.halfHeight);
    }

    void presetsAndFlatViews() {
        window_->find<QToolButton>("tensorTimeNote")->click();
        QVERIFY(arrived());
        QCOMPARE(view().frame().camera.pose().yaw, 0.0);
        QVERIFY(onScreen(40, 10, 0).x() > onScreen(10, 10, 0).x());
        QVERIFY(onScreen(10, 40, 0).y() < onScreen(10, 10, 0).y());
        // The roll itself: what is seen is what sounds.
        const PianoRoll& roll = window_->services->stage.shown().roll;
        QVERIFY(window_->find<QCheckBox>("slice2")->isChecked());
        for (int step = 0; step < 128; ++step)
            for (int y = 0; y < roll.pitches(); ++y) {
                const ScreenPoint at =
                    view().frame().camera.project(panel_->scene()->cells.box().toWorld({step + 0.5, y + 0.5, 24.5}));
                const auto found = pick(panel_->scene()->cells, view().frame().look, view().frame().camera.ray(at.x, at.y, 3));
                QCOMPARE(found.has_value(), roll.plays(step, roll.range().lowest + y));
            }
        QTest::keyClick(&view(), Qt::Key_2);
        QVERIFY(!window_->find<QCheckBox>("slice2")->isChecked());
        QVERIFY(arrived());
        QVERIFY(view().frame().camera.pose().pitch > 1.5);
        window_->find<QToolButton>("tensorFlat")->click();
        QVERIFY(view().flat());
        QVERIFY(arrived());
        const CameraPose flat = view().frame().camera.pose();
        QTest::mousePress(&view(), Qt::LeftButton, {}, {300, 200});
        QTest::mouseMove(&view(), {350, 200});
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, {350, 200});
        QCOMPARE(view().frame().camera.pose().yaw, flat.yaw);
        QVERIFY(view().frame().camera.pose().target.x < flat.target.x);
        QTest::keyClick(&view(), Qt::Key_D);
        QVERIFY(!view().flat());
        QVERIFY(!window_->find<QToolButton>("tensorFlat")->isChecked());
    }

    void hoveringSpeaks() {
        const auto [at, cell] = somethingToHit();
        QVERIFY(!at.isNull());
        QTest::mouseMove(&view(), at + QPoint(0, 40));
        QTest::mouseMove(&view(), at);
        QVERIFY(view().frame().hovered.has_value());
        QCOMPARE(*view().frame().hovered, cell);
        const PianoRoll& roll = window_->services->stage.shown().roll;
        QCOMPARE(words(), cellWords(*panel_->scene(), roll, cell[0], roll.range().lowest + cell[1], cell[2]));
        QVERIFY(words().startsWith(QStringLiteral("Bar ")));
    }

    void aClickSelectsForAllAndBack() {
        QSignalSpy clicked(panel_, &TensorPanel::cellClicked);
        const auto [at, cell] = somethingToHit();
        QTest::mouseClick(&view(), Qt::LeftButton, {}, at);
        auto& services = *window_->services;
        QVERIFY(services.selection.selectedCell().has_value());
        QCOMPARE(services.selection.selectedCell()->step, cell[0]);
        QCOMPARE(services.selection.selectedCell()->pitch, tensor().range.lowest + cell[1]);
        QCOMPARE(clicked.front().at(2).toInt(), cell[2]);
        QCOMPARE(view().frame().selected, std::optional(cell));
        QCOMPARE(window_->services->playback.position(), static_cast<double>(cell[0]));  // and the playhead is there

        services.selection.selectCell(CellRef{17, 60});
        QCOMPARE(view().frame().selected, (std::optional(std::array{17, 60 - tensor().range.lowest, cell[2]})));
        services.selection.selectCell(CellRef{170, 60});  // outside the window: it moves there
        QVERIFY(settled());
        QVERIFY(panel_->first() <= 170 && 170 < panel_->first() + panel_->steps());
        QCOMPARE((*view().frame().selected)[0], 170 - panel_->first());
        QTest::keyClick(&view(), Qt::Key_Escape);
        QVERIFY(!services.selection.selectedCell());
        QVERIFY(!view().frame().selected);
    }

    void layersThresholdAndOpacity() {
        auto* counts = window_->find<QCheckBox>("layer3");
        QCOMPARE(counts->text(), QStringLiteral("Counts"));
        const bool before = view().frame().look.layers[3].visible;
        counts->click();
        QCOMPARE(view().frame().look.layers[3].visible, !before);
        window_->find<QSlider>("layerOpacity0")->setValue(10);
        QCOMPARE(view().frame().look.layers[0].opacity, 0.5);
        window_->find<QAction>("layerByValue0")->trigger();
        QVERIFY(view().frame().look.layers[0].byValue);
        QVERIFY(window_->find<QWidget>("scaleLegend")->isVisible());
        window_->find<QSlider>("tensorThreshold")->setValue(100);
        QVERIFY(view().frame().look.threshold > 0.9);
        QVERIFY(!view().grab().isNull());
    }

    void slicesBySliderWheelAndKeys() {
        auto* place = window_->find<QSlider>("slicePlace0");
        place->setValue(30);
        QVERIFY(window_->find<QCheckBox>("slice0")->isChecked());
        QCOMPARE(view().frame().look.slices.axis[0], (Slice{true, 30, 1}));
        QTest::keyClick(&view(), Qt::Key_BracketRight);
        QCOMPARE(place->value(), 31);
        wheel(view(), {200, 200}, -120, Qt::ControlModifier);
        QCOMPARE(place->value(), 30);
        wheel(view(), {200, 200}, 120, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(window_->find<QSpinBox>("sliceThickness0")->value(), 2);
        window_->find<QSlider>("slicePlace1")->setValue(20);
        QTest::keyClick(&view(), Qt::Key_BracketLeft);
        QCOMPARE(view().frame().look.slices.axis[1].position, 19);
        // What is seen lies in both.
        for (const SceneCell& cell : panel_->scene()->cells.all())
            if (const auto part = view().frame().look.seen(cell, panel_->scene()->cells.box())) {
                QVERIFY(part->x >= 30 && part->x + part->reach(0) <= 32);
                QVERIFY(part->y == 19 && part->reach(1) == 1);
            }
    }

    void windowAndSliceGoAlongWithTheMusic() {
        window_->find<QSlider>("slicePlace0")->setValue(3);
        window_->services->playback.seek(70);
        QCOMPARE(view().frame().playhead, std::optional(70.0));
        QCOMPARE(window_->find<QSlider>("slicePlace0")->value(), 70);
        window_->services->playback.seek(150);
        QVERIFY(settled());
        QVERIFY(panel_->first() <= 150 && 150 < panel_->first() + 128);
        QCOMPARE(window_->find<QSlider>("slicePlace0")->value(), 150 - panel_->first());
        // A selected cell does not hold it back.
        window_->services->selection.selectCell(CellRef{20, 60});
        QVERIFY(settled());
        QVERIFY(panel_->first() <= 20);
        window_->services->playback.seek(160);
        QVERIFY(settled());
        QVERIFY(panel_->first() <= 160 && 160 < panel_->first() + 128 && panel_->first() > 20);
        QVERIFY(!view().frame().selected);
        window_->services->playback.seek(150);
        QVERIFY(settled());
        window_->find<QCheckBox>("tensorFollow")->setChecked(false);
        const int first = panel_->first();
        window_->services->playback.seek(0);
        QCOMPARE(panel_->first(), first);
        QVERIFY(!view().frame().playhead);
    }

    void theWindowHasASize() {
        auto* size = window_->find<QComboBox>("tensorSteps");
        for (const int steps : {16, 32, 64, 256}) {
            size->setCurrentIndex(size->findData(steps));
            QVERIFY(settled());
            QCOMPARE(tensor().steps, std::min(steps, window_->services->stage.shown().roll.steps()));
        }
        size->setCurrentIndex(size->findData(16));
        window_->find<QSlider>("tensorStart")->setValue(50);
        QVERIFY(settled());
        QCOMPARE(tensor().first, 50);
    }

    void rubberBand() {
        QTest::mousePress(&view(), Qt::LeftButton, Qt::ShiftModifier, {5, 5});
        QMouseEvent move(QEvent::MouseMove, QPointF(400, 300), view().mapToGlobal(QPointF(400, 300)), Qt::NoButton,
                         Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(&view(), &move);
        QVERIFY(!view().frame().band.isEmpty());
        QTest::mouseRelease(&view(), Qt::LeftButton, Qt::ShiftModifier, {400, 300});
        QVERIFY(view().frame().box.has_value());
        const BoxSelection expected =
            cellsIn(panel_->scene()->cells, view().frame().look, view().frame().camera, 5, 5, 400, 300);
        QCOMPARE(*view().frame().box, expected.range);
        QVERIFY(words().startsWith(whole(static_cast<std::int64_t>(expected.cells))) ||
                words().contains(QStringLiteral("cells")));
        QTest::keyClick(&view(), Qt::Key_Escape);
        QVERIFY(!view().frame().box);
    }

    void otherSources() {
        TensorSource source;
        source.name = QStringLiteral("Layer 1");
        source.compute = [](const PianoRoll& roll, int first, int steps, const Task&) {
            Tensor made;
            made.unitAxis = QStringLiteral("Units");
            made.groupNames = QStringList{QStringLiteral("Layer 1")};
            made.first = first;
            made.steps = steps;
            made.range = roll.range();
            made.group.assign(10, 0);
            for (int i = 0; i < 10; ++i) made.unitNames << QStringLiteral("unit %1").arg(i + 1);
            made.values.resize(static_cast<std::size_t>(steps * roll.pitches() * 10));
            for (std::size_t i = 0; i < made.values.size(); ++i) made.values[i] = std::sin(static_cast<float>(i));
            return made;
        };
        panel_->setSources({source});
        auto* box = window_->find<QComboBox>("tensorSource");
        QVERIFY(box->isVisible());
        box->setCurrentIndex(1);
        QVERIFY(settled());
        QCOMPARE(tensor().units(), 10);
        QVERIFY(view().frame().look.layers[0].byValue);
        QVERIFY(view().frame().look.lowest < -0.9 && view().frame().look.highest > 0.9);
        source.compute = [](const PianoRoll&, int, int, const Task&) -> Tensor {
            throw Error(ErrorKind::Internal, {MessageId::Internal, {"no model"}});
        };
        panel_->setSources({source});
        QVERIFY(QTest::qWaitFor([&] { return panel_->settled(); }, 10'000));
        QVERIFY(!panel_->scene());
        box->setCurrentIndex(0);
        QVERIFY(settled());
        QCOMPARE(tensor().units(), predictionUnit());
    }

    void predictions() {
        const PianoRoll& roll = window_->services->stage.shown().roll;
        Predictions given{roll.range(), roll.steps(), {}};
        given.play.assign(static_cast<std::size_t>(roll.steps() * roll.pitches()), 0.25F);
        panel_->setPredictions(given);
        QVERIFY(settled());
        QCOMPARE(tensor().units(), predictionUnit() + 1);
        QCOMPARE(window_->find<QCheckBox>("layer6")->text(), QStringLiteral("Prediction"));
        panel_->setPredictions({});
        QVERIFY(settled());
        QCOMPARE(tensor().units(), predictionUnit());
    }

    void exports() {
        QVERIFY(exportAs("tensorPng", window_->path("view.png")));
        QCOMPARE(QImage(window_->path("view.png")).width(), 900);
        QVERIFY(exportAs("tensorSvg", window_->path("view.svg")));
        window_->find<QSlider>("slicePlace0")->setValue(4);
        QVERIFY(exportAs("tensorCsv", window_->path("slice.csv")));
        QFile csv(window_->path("slice.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray table = csv.readAll();
        QVERIFY2(table.startsWith("step,pitch"), table.left(200).constData());
        QCOMPARE(table.count('\n'), 1 + tensor().range.size());
        QVERIFY(exportAs("tensorNpy", window_->path("slice.npy")));
    }

    void floatsAndComesBack() {
        auto* stage = window_->find<QTabWidget>("stage");
        const int tabs = stage->count();
        const int index = stage->indexOf(panel_);
        for (int round = 0; round < 2; ++round) {
            window_->find<QToolButton>("tensorFloat")->click();
            QVERIFY(panel_->isWindow() && panel_->isVisible());
            QCOMPARE(stage->count(), tabs - 1);
            QVERIFY(!view().grab().isNull());
            if (round == 0)
                panel_->close();
            else
                panel_->findChild<QToolButton*>(QStringLiteral("tensorFloat"))->click();
            QVERIFY(!panel_->isWindow());
            QCOMPARE(stage->indexOf(panel_), index);
            QVERIFY(panel_->isVisible());
        }
    }

    void nothingIsComputedWhileItIsHidden() {
        window_->find<QTabWidget>("stage")->setCurrentIndex(0);
        const auto& pieces = window_->services->store.pieces();
        const TensorScene* before = panel_->scene();
        window_->services->stage.showPiece(pieces.back().id);
        QVERIFY(QTest::qWaitFor([&] { return window_->services->stage.shown().id == pieces.back().id; }, 10'000));
        QCOMPARE(panel_->scene(), before);
        QVERIFY(!panel_->settled());
        window_->find<QTabWidget>("stage")->setCurrentWidget(panel_);
        QVERIFY(settled());
        QVERIFY(panel_->scene() != before);
    }

    void emptyPanelSaysWhatToDo() {
        window_->services->stage.showNothing();
        QVERIFY(QTest::qWaitFor([&] { return panel_->settled() && !panel_->scene(); }, 10'000));
        QVERIFY(!view().grab().isNull());
        QTest::mouseMove(&view(), {50, 50});
        QTest::mouseClick(&view(), Qt::LeftButton, {}, {50, 50});
        for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_D, Qt::Key_Home, Qt::Key_Plus, Qt::Key_BracketLeft})
            QTest::keyClick(&view(), static_cast<Qt::Key>(key));
    }
};

QTEST_MAIN(tst_TensorPanel)
#include "tst_TensorPanel.moc"
