// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/BarRuler.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double labelRoom = 40.0;
constexpr double beatLabelRoom = 34.0;

}  // namespace

void BarRuler::paint(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const BarMap& bars = p.content.bars;
    const QRect area = g.bars();
    p.painter.fillRect(QRect(0, 0, g.size.width(), RollGeometry::rulerHeight), p.theme.window);
    const Clipped clip(p.painter, area);
    QFont large = p.painter.font();
    large.setPointSizeF(large.pointSizeF() * 0.9);
    QFont small = large;
    small.setPointSizeF(large.pointSizeF() * 0.88);
    const double from = std::max(0.0, g.stepAt(area.left() - labelRoom)), to = std::min(g.steps, g.stepAt(area.right() + 1));
    int every = 1;
    while (g.stepWidth * bars.sectionAt(from).barSteps * every < labelRoom && every < 1 << 20) every *= 2;
    const double base = area.bottom() - 9;
    for (double bar = bars.barStart(from); bar < to; bar = bars.nextBar(bar)) {
        const int number = bars.bar(bar);
        const double beat = bars.beatSteps(bar), end = std::min(bars.nextBar(bar), to);
        if (number % every == 0 || every == 1) {
            const double x = std::round(g.xOf(std::max(0.0, bar)));
            p.painter.fillRect(QRectF(x, area.bottom() - 13, 1, 14), p.theme.barLine);
            p.painter.setFont(large);
            p.painter.setPen(p.theme.text);
            p.painter.drawText(QPointF(x + 4, base), QString::number(number));
        }
        if (g.stepWidth * beat < 9.0) continue;
        p.painter.setFont(small);
        p.painter.setPen(p.theme.mutedText);
        for (int i = 1; bar + i * beat < end - 1e-6; ++i) {
            if (bar + i * beat < 0.0) continue;
            const double x = std::round(g.xOf(bar + i * beat));
            p.painter.fillRect(QRectF(x, area.bottom() - 5, 1, 6), p.theme.barLine);
            if (g.stepWidth * beat >= beatLabelRoom)
                p.painter.drawText(QPointF(x + 4, base), QStringLiteral("%1.%2").arg(number).arg(i + 1));
        }
    }
}

}  // namespace ricercar
