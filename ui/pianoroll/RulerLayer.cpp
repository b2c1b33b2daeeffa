#include "ui/pianoroll/BarBeat.h"
#include "ui/pianoroll/RollLayers.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

/// 1, 2, 4, 8 ... bars from label to label, so that none touches the next.
int labelEvery(double barWidth) {
    int every = 1;
    while (barWidth * every < 40.0 && every < 4096) every *= 2;
    return every;
}

}  // namespace

void paintRuler(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const PianoRoll& roll = p.content.roll;
    const QRect area = g.ruler();
    p.painter.save();
    p.painter.fillRect(QRect(0, 0, g.size.width(), RollGeometry::rulerHeight), p.theme.window);
    p.painter.fillRect(QRect(0, RollGeometry::rulerHeight - 1, g.size.width(), 1), p.theme.barLine);
    p.painter.setClipRect(area);
    if (p.content.loop) {
        const double from = g.xOf(p.content.loop->from), to = g.xOf(p.content.loop->to);
        QColor wash = p.theme.loopWash;
        if (p.content.loopOn) wash.setAlphaF(0.35F);
        p.painter.fillRect(QRectF(from, 0, to - from, area.height() - 1), wash);
        for (const double x : {from, to - 2}) p.painter.fillRect(QRectF(x, 0, 2, area.height() - 1), p.theme.accent);
    }
    QFont small = p.painter.font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    p.painter.setFont(small);
    const int every = labelEvery(g.stepWidth * roll.barSteps());
    const int beat = beatSteps(roll);
    const bool showBeats = g.stepWidth * beat >= 10.0;
    const int first = std::max(0, static_cast<int>(std::floor(g.stepAt(area.left()))) - roll.barSteps() * every);
    const int last = std::min(g.steps, static_cast<int>(std::ceil(g.stepAt(area.right()))));
    for (int step = first; step < last; ++step) {
        const int inBar = roll.stepInBar(step);
        const double x = std::round(g.xOf(step));
        if (inBar == 0 && roll.bar(step) % every == 0) {
            p.painter.fillRect(QRectF(x, area.bottom() - 12, 1, 12), p.theme.barLine);
            p.painter.setPen(p.theme.text);
            p.painter.drawText(QPointF(x + 4, area.bottom() - 9), QString::number(barNumber(roll, step)));
        } else if (inBar % beat == 0 && showBeats) {
            p.painter.fillRect(QRectF(x, area.bottom() - 5, 1, 5), p.theme.barLine);
        }
    }
    p.painter.restore();
}

}  // namespace ricercar
