// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/PlayheadLayer.h"

#include <cmath>

namespace ricercar {

QRect PlayheadLayer::columnAt(const RollGeometry& g, double step) {
    return {static_cast<int>(std::round(g.xOf(step))) - 7, 0, 15, g.map().top()};
}

QRect PlayheadLayer::mapColumnAt(const RollGeometry& g, double step) {
    return {static_cast<int>(std::round(g.mapX(step))) - 2, g.map().top(), 5, g.map().height()};
}

void PlayheadLayer::paint(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    if (g.mapShown && g.steps > 0.0) {
        const Clipped clip(p.painter, g.map());
        p.painter.fillRect(QRectF(std::round(g.mapX(p.playhead)) - 0.5, g.map().top(), 2, g.map().height()), p.theme.accent);
    }
    const double x = std::round(g.xOf(p.playhead));
    if (x < g.notes().left() - 6 || x > g.notes().right() + 6) return;
    const Clipped clip(p.painter, QRect(g.notes().left() - 6, 0, g.notes().width() + 6, g.map().top()));
    const double tip = RollGeometry::barsHeight;
    p.painter.fillRect(QRectF(x - 0.5, tip, 2, g.map().top() - tip), p.theme.accent);
    p.painter.setRenderHint(QPainter::Antialiasing);
    p.painter.setPen(Qt::NoPen);
    p.painter.setBrush(p.theme.accent);
    const QPointF triangle[3]{{x - 5.5, tip - 8}, {x + 6.5, tip - 8}, {x + 0.5, tip}};
    p.painter.drawPolygon(triangle, 3);
}

}  // namespace ricercar
