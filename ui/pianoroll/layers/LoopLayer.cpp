// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/LoopLayer.h"

namespace ricercar {

void LoopLayer::paint(const RollPaint& p) {
    if (!p.content.loop) return;
    const RollGeometry& g = p.geometry;
    const double from = g.xOf(p.content.loop->from), to = g.xOf(p.content.loop->to);
    const QRect ruler = g.bars(), area = g.notes();
    QColor wash = p.theme.loopWash;
    {
        const Clipped clip(p.painter, ruler);
        if (p.content.loopOn) wash.setAlphaF(0.35F);
        p.painter.fillRect(QRectF(from, 0, to - from, ruler.height()), wash);
        const QColor& edge = p.content.loopOn ? p.theme.accent : p.theme.mutedText;
        for (const double x : {from, to - 2}) p.painter.fillRect(QRectF(x, 0, 2, ruler.height()), edge);
        p.painter.setRenderHint(QPainter::Antialiasing);
        p.painter.setPen(Qt::NoPen);
        p.painter.setBrush(edge);
        const QPointF left[3]{{from, 0}, {from + 7, 0}, {from, 7}}, right[3]{{to, 0}, {to - 7, 0}, {to, 7}};
        p.painter.drawPolygon(left, 3);
        p.painter.drawPolygon(right, 3);
    }
    if (!p.content.loopOn) return;
    const Clipped clip(p.painter, area);
    wash = p.theme.loopWash;
    wash.setAlphaF(wash.alphaF() * 0.4F);
    p.painter.fillRect(QRectF(from, area.top(), to - from, area.height()), wash);
}

}  // namespace ricercar
