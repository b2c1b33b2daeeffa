// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "ui/canvas/RollGeometry.h"
#include "ui/canvas/Snap.h"
#include "ui/words/BarBeat.h"

#include <QtTest>

using namespace ricercar;

class tst_RollGeometry : public QObject {
    Q_OBJECT

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

    void barsAreCountedAsMusiciansDo() {
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64), 0), QStringLiteral("1.1"));
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64), 23.9), QStringLiteral("2.2"));
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64, {4, 4}, 12), 0), QStringLiteral("0.4"));
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64, {4, 4}, 12), 4), QStringLiteral("1.1"));
        QCOMPARE(barBeat(PianoRoll(pianoRange, 64, {6, 8}), 14), QStringLiteral("2.2"));
    }

    void regionsCoverTheWidget() {
        RollGeometry g;
        g.size = {900, 500};
        g.steps = 400;
        for (const int lane : {0, 72})
            for (const bool map : {false, true}) {
                g.laneHeight = lane;
                g.mapShown = map;
                const std::pair<QRect, RollRegion> parts[]{
                    {g.bars(), RollRegion::Bars},   {g.tempo(), RollRegion::Tempo},       {g.keyboard(), RollRegion::Keyboard},
                    {g.notes(), RollRegion::Notes}, {g.laneEdge(), RollRegion::LaneEdge}, {g.lane(), RollRegion::Lane},
                    {g.map(), RollRegion::Map}};
                int area = 0;
                for (const auto& [part, region] : parts) {
                    if (part.height() == 0) continue;
                    area += part.width() * part.height();
                    for (const QPoint& at : {part.topLeft(), part.bottomRight(), part.center()})
                        QCOMPARE(g.regionAt(at), region);
                }
                const int corners = RollGeometry::keyboardWidth * (RollGeometry::rulerHeight + lane + g.map().height());
                QCOMPARE(area + corners, 900 * 500);
            }
    }

    void snapGoesByTheBars() {
        const BarMap bars(Meter{7, 16}, 0.0);  // 7 steps
        const Snap quarter{4.0, false}, triplet{2.0, true}, off{0.0, false};
        QCOMPARE(quarter.nearest(7.9, bars), 7.0);
        QCOMPARE(quarter.nearest(9.5, bars), 11.0);
        QCOMPARE(quarter.nearest(13.6, bars), 14.0);  // the bar line, nearer than the next quarter
        QCOMPARE(quarter.before(13.6, bars), 11.0);
        QVERIFY(std::abs(triplet.width() - 4.0 / 3.0) < 1e-12);
        QVERIFY(std::abs(triplet.nearest(1.5, BarMap()) - 4.0 / 3.0) < 1e-9);
        QCOMPARE(triplet.nearest(3.9, BarMap()), 4.0);
        QCOMPARE(off.nearest(3.21, bars), 3.21);
        Random random(4);
        for (const Snap& snap : snaps)
            for (int i = 0; i < 200; ++i) {
                const double step = random.uniform() * 100.0;
                const double near = snap.nearest(step, bars);
                QVERIFY(std::abs(near - step) <= std::max(1e-9, snap.width() / 2.0 + 1e-9));
                QVERIFY(std::abs(snap.nearest(near, bars) - near) < 1e-6);
            }
    }
};

QTEST_MAIN(tst_RollGeometry)
#include "tst_RollGeometry.moc"
