// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestData.h"
#include "tests/ui/pianoroll/RollHands.h"

#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>

using namespace ricercar;
using test::drag;
using test::note;
using test::played;
using test::viewOf;
using test::wheel;

class tst_RollGestures : public QObject {
    Q_OBJECT

    static std::unique_ptr<RollView> longMusic() { return viewOf(gridContent(test::randomRoll(1, 2000))); }
    static const RollGeometry& of(const std::unique_ptr<RollView>& view) { return view->geometryOfRoll(); }

private slots:
    void wheelZoomsTimeAtThePointer() {
        const auto view = longMusic();
        view->zoomTime(20);
        const double under = of(view).stepAt(300), before = of(view).stepWidth;
        wheel(*view, {300, 200}, 120, Qt::ControlModifier);
        QCOMPARE(of(view).stepWidth, before * 1.2);
        QVERIFY(std::abs(of(view).stepAt(300) - under) < 1e-6);
        wheel(*view, {300, 200}, -120, Qt::ControlModifier);
        QVERIFY(std::abs(of(view).stepWidth - before) < 1e-9);
    }

    void wheelZoomsPitchAtThePointer() {
        const auto view = longMusic();
        const int under = of(view).pitchAt(200);
        const double before = of(view).rowHeight;
        wheel(*view, {300, 200}, 240, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(of(view).rowHeight > before);
        QCOMPARE(of(view).pitchAt(200), under);
    }

    void wheelScrolls() {
        const auto view = longMusic();
        view->zoomTime(20);
        view->zoomPitch(3);
        view->scrollTo(500, 300);
        wheel(*view, {300, 200}, -120);
        QCOMPARE(QPointF(of(view).scrollX, of(view).scrollY), QPointF(500, 360));
        wheel(*view, {300, 200}, -120, Qt::ShiftModifier);
        QCOMPARE(QPointF(of(view).scrollX, of(view).scrollY), QPointF(560, 360));
        wheel(*view, {300, 200}, 0, {}, -120);
        QCOMPARE(QPointF(of(view).scrollX, of(view).scrollY), QPointF(620, 360));
        wheel(*view, {300, 10}, -120);  // over the ruler the wheel goes through time
        QCOMPARE(QPointF(of(view).scrollX, of(view).scrollY), QPointF(680, 360));
    }

    void zoomAndScrollAreClamped() {
        const auto view = longMusic();
        for (int i = 0; i < 100; ++i) wheel(*view, {300, 200}, 120, Qt::ControlModifier);
        QCOMPARE(of(view).stepWidth, RollGeometry::maxStepWidth);
        for (int i = 0; i < 200; ++i) wheel(*view, {300, 200}, -120, Qt::ControlModifier);
        QCOMPARE(of(view).stepWidth, of(view).leastStepWidth());
        QCOMPARE(of(view).scrollX, 0.0);
        for (int i = 0; i < 100; ++i) wheel(*view, {300, 200}, -120, Qt::ShiftModifier);
        QVERIFY(of(view).scrollX <= std::max(0.0, of(view).contentWidth() - of(view).notes().width()) + 1e-6);
        for (int i = 0; i < 100; ++i) wheel(*view, {300, 200}, 120);
        QCOMPARE(of(view).scrollY, 0.0);
    }

    void pinchZoomsAtTheFingers() {
        const auto view = longMusic();
        view->zoomTime(20);
        const double under = of(view).stepAt(500), before = of(view).stepWidth;
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, {500, 200}, {500, 200},
                                  view->mapToGlobal(QPointF(500, 200)), 0.25, {});
        QApplication::sendEvent(view.get(), &pinch);
        QCOMPARE(of(view).stepWidth, before * 1.25);
        QVERIFY(std::abs(of(view).stepAt(500) - under) < 1e-6);
    }

    void middleButtonPans() {
        const auto view = longMusic();
        view->zoomTime(8);
        view->zoomPitch(3);
        view->scrollTo(400, 300);
        drag(*view, {400, 200}, {350, 230}, Qt::MiddleButton);
        view->navigator().rest();
        QVERIFY(of(view).scrollX >= 450 && of(view).scrollX < 480);
        QVERIFY(of(view).scrollY <= 270 && of(view).scrollY > 240);
    }

    void spaceHeldPansAndSpaceTappedPlays() {
        const auto view = longMusic();
        QSignalSpy play(view.get(), &RollView::playRequested);
        view->zoomTime(8);
        view->scrollTo(400, 100);
        QTest::keyPress(view.get(), Qt::Key_Space);
        QCOMPARE(view->cursor().shape(), Qt::OpenHandCursor);
        drag(*view, {400, 200}, {300, 200});
        view->navigator().rest();
        QTest::keyRelease(view.get(), Qt::Key_Space);
        QVERIFY(of(view).scrollX >= 500);
        QCOMPARE(play.size(), 0);
        QTest::keyClick(view.get(), Qt::Key_Space);
        QCOMPARE(play.size(), 1);
        const double x = of(view).scrollX;
        drag(*view, {400, 200}, {300, 200});  // without Space it is another gesture
        QCOMPARE(of(view).scrollX, x);
    }

    void lettingGoInMovementGlidesOnAndComesToRest() {
        const auto view = longMusic();
        view->zoomTime(30);
        view->scrollTo(2000, 0);
        view->navigator().glide({1500, 0});
        QVERIFY(view->navigator().isGliding());
        QTRY_VERIFY(of(view).scrollX > 2100);
        QTRY_VERIFY(!view->navigator().isGliding());
        QVERIFY(of(view).scrollX < 2000 + 1500);
        view->navigator().glide({-1e6, 0});  // as far as there is music
        QTRY_COMPARE(of(view).scrollX, 0.0);
        QTRY_VERIFY(!view->navigator().isGliding());
        view->navigator().glide({1500, 0});
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, {400, 200});
        QVERIFY(!view->navigator().isGliding());
        view->navigator().setCalm(true);
        view->navigator().glide({1500, 0});
        QVERIFY(!view->navigator().isGliding());
    }

    void escapeTakesADragBack() {
        const auto view = longMusic();
        QSignalSpy loop(view.get(), &RollView::loopDragged);
        view->setLoop(RollContent::Loop{16, 32}, true);
        const auto at = [&](double step) { return QPoint(static_cast<int>(of(view).xOf(step)), 10); };
        QTest::mousePress(view.get(), Qt::LeftButton, {}, at(200));
        QTest::mouseMove(view.get(), at(600));
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QCOMPARE(loop.back()[0].toInt(), 16);
        QCOMPARE(loop.back()[1].toInt(), 32);
        const qsizetype told = loop.size();
        QTest::mouseMove(view.get(), at(900));
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, at(900));
        QCOMPARE(loop.size(), told);
    }

    void loopIsDraggedAndItsEdgesAreTaken() {
        const auto view = viewOf(gridContent(test::randomRoll(2, 128)));
        QSignalSpy loop(view.get(), &RollView::loopDragged);
        connect(view.get(), &RollView::loopDragged, view.get(), [&](int from, int to) {
            view->setLoop(RollContent::Loop{from, to}, true);
        });
        const auto at = [&](double step) { return QPoint(static_cast<int>(std::lround(of(view).xOf(step))), 10); };
        drag(*view, at(15.2), at(64.4));
        QCOMPARE(view->content().loop, (RollContent::Loop{16, 64}));
        drag(*view, at(64), at(96.3));
        QCOMPARE(view->content().loop, (RollContent::Loop{16, 96}));
        drag(*view, at(16), at(31));
        QCOMPARE(view->content().loop, (RollContent::Loop{32, 96}));
        const qsizetype told = loop.size();
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, at(50));
        QCOMPARE(loop.size(), told);
        QSignalSpy seek(view.get(), &RollView::seekRequested);
        QTest::mouseDClick(view.get(), Qt::LeftButton, {}, at(40));
        QCOMPARE(seek.size(), 1);
        QVERIFY(std::abs(seek.front().front().toDouble() - 40) < 0.5);
    }

    void keyboardSoundsAndCtrlSelectsThePitch() {
        const auto view = viewOf(played({note(0, 4, 60), note(8, 9, 62), note(10, 12, 60), note(20, 21, 64)}, 32));
        QSignalSpy on(view.get(), &RollView::keyPressed), off(view.get(), &RollView::keyReleased);
        const auto key = [&](int pitch) { return QPoint(20, static_cast<int>(of(view).yOf(pitch) + of(view).rowHeight / 2)); };
        QTest::mousePress(view.get(), Qt::LeftButton, {}, key(60));
        QCOMPARE(on.size(), 1);
        QVERIFY(view->content().keysDown.test(60));
        QTest::mouseMove(view.get(), key(61));
        QCOMPARE(off.size(), 1);
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, key(61));
        QCOMPARE(off.size(), 2);
        QVERIFY(view->content().keysDown.none());
        QVERIFY(view->content().selection.empty());
        QSignalSpy selected(view.get(), &RollView::selectionChanged);
        QTest::mouseClick(view.get(), Qt::LeftButton, Qt::ControlModifier, key(60));
        QCOMPARE(view->content().selection.ids(), (std::vector<NoteId>{0, 2}));
        QCOMPARE(selected.size(), 1);
        QCOMPARE(on.size(), 2);
        QTest::mouseClick(view.get(), Qt::LeftButton, Qt::ControlModifier | Qt::ShiftModifier, key(64));
        QCOMPARE(view->content().selection.ids(), (std::vector<NoteId>{0, 2, 3}));
    }

    void miniMapNavigates() {
        const auto view = longMusic();
        view->zoomTime(20);
        const QRect map = of(view).map();
        const auto middle = [&] { return of(view).stepAt(of(view).notes().center().x()); };
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, {map.left() + map.width() / 2, map.center().y()});
        QVERIFY(std::abs(middle() - 1000) < 10);
        const double width = of(view).stepWidth;
        const int from = static_cast<int>(of(view).mapX(middle()));
        drag(*view, {from, map.center().y()}, {from + 200, map.center().y()});
        QCOMPARE(of(view).stepWidth, width);
        QVERIFY(std::abs(middle() - (1000 + of(view).stepAtMap(map.left() + 200))) < 15);
        view->scrollTo(0, of(view).scrollY);
        const double right = of(view).stepAt(of(view).notes().right() + 1);
        const auto edge = static_cast<int>(std::lround(of(view).mapX(right)));
        drag(*view, {edge, map.center().y()}, {edge + 100, map.center().y()});
        QVERIFY(of(view).stepWidth < width);
        QCOMPARE(of(view).scrollX, 0.0);
        QVERIFY(std::abs(of(view).mapX(of(view).stepAt(of(view).notes().right() + 1)) - (edge + 100)) < 3);
    }

    void theLaneIsMadeHigher() {
        const auto view = viewOf(played({note(0, 4, 60)}, 32));
        const int before = of(view).laneHeight;
        QVERIFY(before > 0);
        const QPoint edge = of(view).laneEdge().center();
        drag(*view, edge, edge - QPoint(0, 40));
        QCOMPARE(of(view).laneHeight, before + 40);
        view->setLaneShown(false);
        QCOMPARE(of(view).laneHeight, 0);
        view->setLaneShown(true);
        QCOMPARE(of(view).laneHeight, before + 40);
        view->setRoll(test::randomRoll(1, 64), 0);  // the grid has no velocities
        QCOMPARE(of(view).laneHeight, 0);
    }

    void keysScroll() {
        const auto view = longMusic();
        view->zoomTime(20);
        view->zoomPitch(3);
        view->scrollTo(1000, 300);
        QTest::keyClick(view.get(), Qt::Key_Right);
        QVERIFY(of(view).scrollX > 1000);
        QTest::keyClick(view.get(), Qt::Key_Left);
        QCOMPARE(of(view).scrollX, 1000.0);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QVERIFY(of(view).scrollY > 300);
        QTest::keyClick(view.get(), Qt::Key_Up);
        QCOMPARE(of(view).scrollY, 300.0);
        QTest::keyClick(view.get(), Qt::Key_PageDown);
        QVERIFY(of(view).scrollX > 1500);
        QTest::keyClick(view.get(), Qt::Key_PageUp);
        QCOMPARE(of(view).scrollX, 1000.0);
    }

    void keysTakeThePlayheadFromBarToBar() {
        const auto view = longMusic();
        connect(view.get(), &RollView::seekRequested, view.get(), &RollView::setPlayhead);
        for (const double bar : {16.0, 32.0}) {
            QTest::keyClick(view.get(), Qt::Key_Period);
            QCOMPARE(view->playhead(), bar);
        }
        view->setPlayhead(32.4);  // it plays on meanwhile
        for (const double bar : {16.0, 0.0, 0.0}) {
            QTest::keyClick(view.get(), Qt::Key_Comma);
            QCOMPARE(view->playhead(), bar);
        }
        view->setPlayhead(1999);
        QTest::keyClick(view.get(), Qt::Key_Period);
        QCOMPARE(view->playhead(), 2000.0);
    }

    void keysGoFromNoteToNote() {
        const auto view = viewOf(played({note(0, 4, 60), note(0, 4, 64), note(4, 8, 62), note(500, 504, 90)}, 600));
        view->zoomTime(12);
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(view->content().current, std::optional<NoteId>(0));
        QTest::keyClick(view.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(view->content().current, std::optional<NoteId>(1));
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(view->content().current, std::optional<NoteId>(2));
        QCOMPARE(view->content().selection.ids(), std::vector<NoteId>{2});
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(view->content().selection.ids(), (std::vector<NoteId>{2, 3}));
        const QRect notes = of(view).notes();
        QVERIFY(notes.contains(test::middleOf(*view, view->content().notes.notes()[3])));  // it came into view
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(view->content().current, std::optional<NoteId>(3));  // the last one
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QVERIFY(view->content().selection.empty() && !view->content().current);
    }

    void allSelectionAndLoopAreFitted() {
        const auto view = viewOf(played({note(0, 4, 40), note(100, 108, 60), note(110, 120, 62), note(1990, 2000, 90)}, 2000));
        NoteSet two;
        two.insert(1);
        two.insert(2);
        view->select(two);
        view->navigator().fitSelection();
        const QRect area = of(view).notes();
        for (const NoteId id : {1U, 2U}) {
            const ShownNote& n = *view->content().notes.find(id);
            QVERIFY(area.contains(QPointF(of(view).xOf(n.start), of(view).yOf(n.pitch)).toPoint()));
            QVERIFY(area.contains(QPointF(of(view).xOf(n.end), of(view).yOf(n.pitch) + of(view).rowHeight).toPoint()));
        }
        QVERIFY(of(view).stepAt(area.right()) - of(view).stepAt(area.left()) < 60);
        view->setLoop(RollContent::Loop{400, 464}, true);
        view->navigator().fitLoop();
        QVERIFY(of(view).xOf(400) >= area.left() && of(view).xOf(464) <= area.right() + 1);
        QVERIFY(of(view).stepAt(area.right()) - of(view).stepAt(area.left()) < 80);
        view->fit();
        QVERIFY(of(view).xOf(0) >= area.left() && of(view).xOf(2000) <= area.right() + 2);
        view->resize(1200, 600);
        QVERIFY(of(view).xOf(2000) <= of(view).notes().right() + 2);
        QVERIFY(of(view).xOf(2000) > of(view).notes().right() - 20);
    }

    void playheadIsFollowed() {
        const auto view = longMusic();
        view->zoomTime(30);
        view->scrollTo(0, 0);
        const double steps = of(view).stepAt(view->width());
        view->setPlayhead(steps / 2.0);
        QCOMPARE(of(view).scrollX, 0.0);
        view->setPlayhead(steps + 2.0);
        QVERIFY(of(view).xOf(steps + 2.0) < view->width() / 4.0);
        view->setFollow(Follow::Smooth);
        for (double at = 400; at < 420; at += 0.5) {
            view->setPlayhead(at);
            const double share = (of(view).xOf(at) - of(view).notes().left()) / of(view).notes().width();
            QVERIFY(std::abs(share - 0.35) < 0.01);
        }
        view->setFollow(Follow::Off);
        const double x = of(view).scrollX;
        view->setPlayhead(1900);
        QCOMPARE(of(view).scrollX, x);
    }

    void notesAndTheirEdgesAreUnderThePointer() {
        const auto view = viewOf(played({note(8, 16, 60), note(30, 30, 62)}, 64));
        RollInput input(*view);
        const double y = of(view).yOf(60) + of(view).rowHeight / 2;
        const auto at = [&](double x) { return input.pointerAt({x, y}); };
        QVERIFY(!at(of(view).xOf(8) - 2).note);
        QCOMPARE(at(of(view).xOf(8) + 2).part, RollPointer::Part::Start);
        QCOMPARE(at(of(view).xOf(12)).part, RollPointer::Part::Body);
        QCOMPARE(at(of(view).xOf(16) - 2).part, RollPointer::Part::End);
        QVERIFY(!at(of(view).xOf(16) + 2).note);
        QVERIFY(input.pointerAt({of(view).xOf(30) + 1, of(view).yOf(62) + 2}).note);  // a note without length can be taken
    }

    void hoverSaysWhatIsThere() {
        const auto view = viewOf(played({note(20, 24, 63, 97)}, 64));
        QSignalSpy hovered(view.get(), &RollView::hovered);
        QTest::mouseMove(view.get(), test::middleOf(*view, view->content().notes.notes()[0]));
        QTRY_VERIFY(!hovered.isEmpty());
        const QString words = hovered.back().front().toString();
        for (const char* part : {"E♭4", "2.2", "97"}) QVERIFY2(words.contains(QString::fromUtf8(part)), qPrintable(words));
    }
};

QTEST_MAIN(tst_RollGestures)
#include "tst_RollGestures.moc"
