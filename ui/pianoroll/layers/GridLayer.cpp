// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/GridLayer.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double narrowest = 7.0;  // lines closer than this are left out

void paintRows(const RollPaint& p, const QRect& area) {
    const RollGeometry& g = p.geometry;
    for (int pitch = g.range.lowest; pitch <= g.range.highest; ++pitch) {
        const double y = g.yOf(pitch);
        if (y > area.bottom() + 1 || y + g.rowHeight < area.top()) continue;
        const QRectF row(area.left(), y, area.width(), g.rowHeight);
        if (!p.content.scale) {
            if (isBlackKey(pitch)) p.painter.fillRect(row, p.theme.rowDark);
        } else if (!p.content.scale->contains(pitch)) {
            p.painter.fillRect(row, p.theme.rowOut);
        } else if ((pitch - p.content.scale->tonic) % 12 == 0) {
            p.painter.fillRect(row, p.theme.rowTonic);
        }
        if (pitch % 12 == 0 || (pitch % 12 == 5 && g.rowHeight >= 10.0))
            p.painter.fillRect(QRectF(area.left(), y + g.rowHeight - 1, area.width(), 1),
                               pitch % 12 == 0 ? p.theme.beatLine : p.theme.stepLine);
    }
}

void line(const RollPaint& p, double x, const QRect& area, const QColor& color, bool dotted) {
    const QRectF whole(std::round(x), area.top(), 1, area.height());
    if (!dotted) {
        p.painter.fillRect(whole, color);
        return;
    }
    for (int y = area.top(); y <= area.bottom(); y += 6) p.painter.fillRect(QRectF(whole.left(), y, 1, 3), color);
}

void paintColumns(const RollPaint& p, const QRect& area) {
    const RollGeometry& g = p.geometry;
    const BarMap& bars = p.content.bars;
    const double first = std::max(0.0, g.stepAt(area.left()));
    const double last = std::min(g.steps, g.stepAt(area.right() + 1));
    const double snap = p.content.snap.width() > 0.0 ? p.content.snap.width() : 1.0;
    int every = 1;
    while (g.stepWidth * bars.sectionAt(first).barSteps * every < narrowest && every < 1 << 20) every *= 2;
    for (double bar = bars.barStart(first); bar < last; bar = bars.nextBar(bar)) {
        const double end = std::min(bars.nextBar(bar), last);
        const double beat = bars.beatSteps(bar);
        if (g.stepWidth * snap >= narrowest && snap < end - bar)
            for (int i = 1; bar + i * snap < end - 1e-6; ++i) {
                const double step = bar + i * snap;
                if (step >= first && std::abs(std::remainder(step - bar, beat)) > 1e-6)
                    line(p, g.xOf(step), area, p.theme.stepLine, p.content.snap.triplet);
            }
        if (g.stepWidth * beat >= narrowest)
            for (int i = 1; bar + i * beat < end - 1e-6; ++i)
                if (bar + i * beat >= first) line(p, g.xOf(bar + i * beat), area, p.theme.beatLine, false);
        if (bar >= first - 1e-6 && bars.bar(bar) % every == 0) line(p, g.xOf(bar), area, p.theme.barLine, false);
    }
}

}  // namespace

void GridLayer::paint(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const QRect area = g.notes();
    const double right = std::min(static_cast<double>(area.right()) + 1, g.xOf(g.steps));
    const double bottom = std::min(static_cast<double>(area.bottom()) + 1, g.yOf(g.range.lowest) + g.rowHeight);
    const Clipped clip(p.painter, area);
    p.painter.fillRect(area, p.theme.outside);
    const QRect inside(area.left(), area.top(), std::max(0, static_cast<int>(std::ceil(right)) - area.left()),
                       std::max(0, static_cast<int>(std::ceil(bottom)) - area.top()));
    p.painter.setClipRect(inside, Qt::IntersectClip);
    p.painter.fillRect(inside, p.theme.surface);
    paintRows(p, inside);
    paintColumns(p, inside);
    if (p.content.primerSteps <= 0.0) return;
    const double x = g.xOf(p.content.primerSteps);
    p.painter.fillRect(QRectF(area.left(), area.top(), x - area.left(), area.height()), p.theme.primerWash);
    p.painter.fillRect(QRectF(std::round(x) - 1, area.top(), 2, area.height()), p.theme.mutedText);
    p.painter.setPen(p.theme.mutedText);
    p.painter.drawText(QRectF(area.left() + 6, area.top() + 4, std::max(0.0, x - area.left() - 12), 20),
                       Qt::AlignRight | Qt::AlignTop, QCoreApplication::translate("Roll", "primer"));
}

}  // namespace ricercar
