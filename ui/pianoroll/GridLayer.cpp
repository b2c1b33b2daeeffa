#include "ui/pianoroll/BarBeat.h"
#include "ui/pianoroll/RollLayers.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double narrowest = 6.0;  // lines closer than this are left out

void paintRows(const RollPaint& p, const QRect& area, double right) {
    const RollGeometry& g = p.geometry;
    for (int pitch = g.range.lowest; pitch <= g.range.highest; ++pitch) {
        const double y = g.yOf(pitch);
        if (y > area.bottom() || y + g.rowHeight < area.top()) continue;
        if (isBlackKey(pitch)) p.painter.fillRect(QRectF(area.left(), y, right - area.left(), g.rowHeight), p.theme.rowDark);
        if (pitch % 12 == 0)
            p.painter.fillRect(QRectF(area.left(), y + g.rowHeight - 1, right - area.left(), 1), p.theme.beatLine);
    }
}

void paintColumns(const RollPaint& p, const QRect& area) {
    const RollGeometry& g = p.geometry;
    const PianoRoll& roll = p.content.roll;
    const int beat = beatSteps(roll);
    const int first = std::max(0, static_cast<int>(std::floor(g.stepAt(area.left()))));
    const int last = std::min(g.steps, static_cast<int>(std::ceil(g.stepAt(area.right()))));
    const bool showSteps = g.stepWidth >= narrowest;
    const bool showBeats = g.stepWidth * beat >= narrowest;
    const double barWidth = g.stepWidth * roll.barSteps();
    const int everyBar = std::max(1, static_cast<int>(std::ceil(narrowest / std::max(0.01, barWidth))));
    for (int step = first; step <= last; ++step) {
        const int inBar = roll.stepInBar(step);
        const bool bar = inBar == 0;
        if (bar && roll.bar(step) % everyBar != 0) continue;
        if (!bar && !(inBar % beat == 0 ? showBeats : showSteps)) continue;
        const QColor& color = bar ? p.theme.barLine : inBar % beat == 0 ? p.theme.beatLine : p.theme.stepLine;
        p.painter.fillRect(QRectF(std::round(g.xOf(step)), area.top(), 1, area.height()), color);
    }
}

}  // namespace

bool isBlackKey(int pitch) {
    const int c = pitch % 12;
    return c == 1 || c == 3 || c == 6 || c == 8 || c == 10;
}

void paintGrid(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const QRect area = g.notes();
    const double right = std::min(static_cast<double>(area.right()) + 1, g.xOf(g.steps));
    const double bottom = std::min(static_cast<double>(area.bottom()) + 1, g.yOf(g.range.lowest) + g.rowHeight);
    p.painter.save();
    p.painter.setClipRect(area);
    p.painter.fillRect(area, p.theme.outside);
    const QRect inside(area.left(), area.top(), static_cast<int>(std::ceil(right)) - area.left(),
                       static_cast<int>(std::ceil(bottom)) - area.top());
    p.painter.setClipRect(inside);
    p.painter.fillRect(inside, p.theme.surface);
    paintRows(p, inside, right);
    paintColumns(p, inside);
    if (p.content.primerSteps > 0) {
        const double x = g.xOf(p.content.primerSteps);
        p.painter.fillRect(QRectF(area.left(), area.top(), x - area.left(), area.height()), p.theme.primerWash);
        p.painter.fillRect(QRectF(std::round(x) - 1, area.top(), 2, area.height()), p.theme.mutedText);
        p.painter.setPen(p.theme.mutedText);
        p.painter.drawText(QRectF(area.left() + 6, area.top() + 4, std::max(0.0, x - area.left() - 12), 20),
                           Qt::AlignRight | Qt::AlignTop, QCoreApplication::translate("Roll", "primer"));
    }
    if (p.content.loop && p.content.loopOn) {
        const double from = g.xOf(p.content.loop->from), to = g.xOf(p.content.loop->to);
        QColor wash = p.theme.loopWash;
        wash.setAlphaF(wash.alphaF() * 0.4F);
        p.painter.fillRect(QRectF(from, area.top(), to - from, area.height()), wash);
    }
    p.painter.restore();
}

}  // namespace ricercar
