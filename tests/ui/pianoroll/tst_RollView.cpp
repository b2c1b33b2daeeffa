#include "core/base/Random.h"
#include "tests/support/TestData.h"
#include "ui/pianoroll/BarBeat.h"
#include "ui/pianoroll/RollView.h"

#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

using namespace ricercar;

class tst_RollView : public QObject {
    Q_OBJECT

    static void wheel(QWidget& on, QPointF at, int turn, Qt::KeyboardModifiers keys) {
        QWheelEvent event(at, on.mapToGlobal(at), {}, {0, turn}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&on, &event);
    }

    static std::unique_ptr<RollView> view(const PianoRoll& roll, int primer = 0) {
        auto made = std::make_unique<RollView>();
        made->resize(900, 500);
        made->show();
        made->setRoll(roll, primer);
        return made;
    }

private slots:
    void zoomStaysAtThePointer() {
        RollGeometry g;
        g.size = {900, 500};
        g.steps = 4000;
        g.scrollX = 3000;
        g.scrollY = 200;
        g.clamp();
        const double step = g.stepAt(500);
        g.zoomTime(1.3, 500);
        QVERIFY(std::abs(g.stepAt(500) - step) < 1e-6);
        const int pitch = g.pitchAt(300);
        g.zoomPitch(1.4, 300);
        QCOMPARE(g.pitchAt(300), pitch);
        for (int pitchAgain = g.range.lowest; pitchAgain <= g.range.highest; ++pitchAgain)
            QCOMPARE(g.pitchAt(g.yOf(pitchAgain) + g.rowHeight / 2), pitchAgain);
    }

    void scrollAndZoomStayInside() {
        RollGeometry g;
        g.size = {900, 500};
        g.steps = 64;
        Random random(8);
        for (int i = 0; i < 500; ++i) {
            if (random.below(2) == 0) g.zoomTime(random.uniform() * 3, 60 + random.uniform() * 800);
            if (random.below(2) == 0) g.zoomPitch(random.uniform() * 3, 30 + random.uniform() * 400);
            g.scrollX += random.uniform() * 2000 - 1000;
            g.scrollY += random.uniform() * 2000 - 1000;
            g.clamp();
            QVERIFY(g.scrollX >= 0 && g.scrollY >= 0);
            QVERIFY(g.stepWidth >= std::min(g.leastStepWidth(), RollGeometry::minStepWidth) &&
                    g.stepWidth <= RollGeometry::maxStepWidth);
        }
    }

    void wheelZoomsAndScrolls() {
        const auto roll = view(test::randomRoll(1, 2000));
        roll->zoomTime(20);
        const double before = roll->geometryOfRoll().stepWidth;
        const double under = roll->geometryOfRoll().stepAt(400);
        wheel(*roll, {400, 200}, 120, Qt::ControlModifier);
        QVERIFY(roll->geometryOfRoll().stepWidth > before);
        QVERIFY(std::abs(roll->geometryOfRoll().stepAt(400) - under) < 0.01);
        const double height = roll->geometryOfRoll().rowHeight;
        wheel(*roll, {400, 200}, 120, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(roll->geometryOfRoll().rowHeight > height);
        roll->scrollTo(500, roll->geometryOfRoll().scrollY);
        wheel(*roll, {400, 200}, -120, Qt::ShiftModifier);
        QVERIFY(roll->geometryOfRoll().scrollX > 500);
        roll->fit();
        QCOMPARE(roll->geometryOfRoll().scrollX, 0.0);
    }

    void rulerSeeksAndLoops() {
        const auto roll = view(test::randomRoll(2, 128));
        QSignalSpy seek(roll.get(), &RollView::seekWanted), loop(roll.get(), &RollView::loopDragged);
        const RollGeometry& g = roll->geometryOfRoll();
        const auto at = [&](double step) { return QPoint(static_cast<int>(g.xOf(step)), 10); };
        QTest::mouseDClick(roll.get(), Qt::LeftButton, {}, at(32));
        QCOMPARE(seek.size(), 1);
        QVERIFY(std::abs(seek.front().front().toDouble() - 32) < 0.5);
        QTest::mousePress(roll.get(), Qt::LeftButton, {}, at(15.2));
        QTest::mouseMove(roll.get(), at(40));
        QTest::mouseMove(roll.get(), at(64.4));
        QTest::mouseRelease(roll.get(), Qt::LeftButton, {}, at(64.4));
        QVERIFY(!loop.isEmpty());
        QCOMPARE(loop.back()[0].toInt(), 16);
        QCOMPARE(loop.back()[1].toInt(), 64);
        const qsizetype drags = loop.size();
        QTest::mouseClick(roll.get(), Qt::LeftButton, {}, at(20));
        QCOMPARE(loop.size(), drags);
    }

    void keyboardSounds() {
        const auto roll = view(test::randomRoll(3, 64));
        QSignalSpy on(roll.get(), &RollView::keyPressed), off(roll.get(), &RollView::keyReleased);
        const RollGeometry& g = roll->geometryOfRoll();
        const int pitch = g.pitchAt(250);
        QTest::mousePress(roll.get(), Qt::LeftButton, {}, {20, 250});
        QCOMPARE(on.size(), 1);
        QCOMPARE(on.front().front().toInt(), pitch);
        QTest::mouseMove(roll.get(), {20, static_cast<int>(250 + g.rowHeight)});
        QCOMPARE(off.size(), 1);
        QCOMPARE(on.size(), 2);
        QTest::mouseRelease(roll.get(), Qt::LeftButton, {}, {20, 260});
        QCOMPARE(off.size(), 2);
    }

    void middleButtonPans() {
        const auto roll = view(test::randomRoll(4, 1000));
        roll->zoomTime(8);
        roll->scrollTo(400, 100);
        const double x = roll->geometryOfRoll().scrollX;
        QTest::mousePress(roll.get(), Qt::MiddleButton, {}, {400, 200});
        QTest::mouseMove(roll.get(), {350, 200});
        QTest::mouseRelease(roll.get(), Qt::MiddleButton, {}, {350, 200});
        QCOMPARE(roll->geometryOfRoll().scrollX, x + 50);
    }

    void hoverSaysTheNote() {
        PianoRoll roll(pianoRange, 64);
        roll.addNote(20, 4, 63);
        const auto shown = view(roll);
        QSignalSpy hovered(shown.get(), &RollView::hovered);
        const RollGeometry& g = shown->geometryOfRoll();
        QTest::mouseMove(shown.get(), QPoint(static_cast<int>(g.xOf(22)), static_cast<int>(g.yOf(63) + g.rowHeight / 2)));
        QTRY_VERIFY(!hovered.isEmpty());
        const QString words = hovered.back().front().toString();
        QVERIFY2(words.contains(QStringLiteral("E♭4")) && words.contains(QStringLiteral("2.2")), qPrintable(words));
    }

    void playheadIsFollowedPageByPage() {
        const auto roll = view(test::randomRoll(6, 2000));
        roll->zoomTime(30);
        roll->scrollTo(0, 0);
        const int steps = static_cast<int>(roll->geometryOfRoll().stepAt(roll->width()));
        roll->setPlayhead(steps / 2.0);
        QCOMPARE(roll->geometryOfRoll().scrollX, 0.0);
        roll->setPlayhead(steps + 2.0);
        const double x = roll->geometryOfRoll().xOf(steps + 2.0);
        QVERIFY(x > roll->geometryOfRoll().notes().left() && x < roll->width() / 2);
        roll->setFollow(Follow::Off);
        roll->setPlayhead(0);
        QVERIFY(roll->geometryOfRoll().scrollX > 0);
    }

    void notesAndPlayheadArePainted() {
        PianoRoll roll(pianoRange, 64);
        roll.addNote(8, 16, 60);
        const auto shown = view(roll);
        shown->setPlayhead(40);
        const QImage image = shown->grab().toImage();
        const RollGeometry& g = shown->geometryOfRoll();
        const qreal scale = image.devicePixelRatio();
        const auto color = [&](double x, double y) {
            return image.pixelColor(static_cast<int>(x * scale), static_cast<int>(y * scale));
        };
        const Theme theme = Theme::current();
        QCOMPARE(color(g.xOf(16), g.yOf(60) + g.rowHeight / 2), theme.note);
        QCOMPARE(color(std::round(g.xOf(40)) + 0.5, 300), theme.accent);
        QVERIFY(color(g.xOf(30), g.yOf(60) + g.rowHeight / 2) != theme.note);
    }

    void barsAreCountedAsMusiciansDo() {
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64), 0), QStringLiteral("1.1"));
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64), 23.9), QStringLiteral("2.2"));
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64, {4, 4}, 12), 0), QStringLiteral("0.4"));
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64, {4, 4}, 12), 4), QStringLiteral("1.1"));
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64, {6, 8}), 14), QStringLiteral("2.2"));
    }

    void manyNotesArePaintedSoon() {
        const auto roll = view(test::randomRoll(7, 20'000, pianoRange, 8.0));
        qInfo("%zu notes", roll->content().notes.notes().size());
        QBENCHMARK {
            roll->zoomTime(1.01);
            roll->grab();
        }
    }
};

QTEST_MAIN(tst_RollView)
#include "tst_RollView.moc"
