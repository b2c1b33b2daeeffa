#include "ui/pianoroll/RollLayers.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ricercar {

void paintNotes(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const QRect area = g.notes();
    const int from = static_cast<int>(std::floor(g.stepAt(area.left())));
    const int to = static_cast<int>(std::ceil(g.stepAt(area.right() + 1)));
    const bool round = g.stepWidth >= 5.0 && g.rowHeight >= 8.0;
    p.painter.save();
    p.painter.setClipRect(area);
    p.painter.setRenderHint(QPainter::Antialiasing, round);
    p.painter.setPen(Qt::NoPen);
    for (const RollNote& note : p.content.notes.between(from, to)) {
        if (note.start + note.length <= from) continue;
        const double y = g.yOf(note.pitch);
        if (y > area.bottom() || y + g.rowHeight < area.top()) continue;
        const double x = g.xOf(note.start);
        const double width = note.length * g.stepWidth;
        const double gap = width >= 3.0 ? 1.0 : 0.0;  // a re-strike stays visible
        const QRectF box(x, y + (g.rowHeight >= 5 ? 0.5 : 0.0), std::max(1.0, width - gap),
                         std::max(1.0, g.rowHeight - (g.rowHeight >= 5 ? 1.0 : 0.0)));
        const bool given = note.start < p.content.primerSteps;
        const QColor& color = given ? p.theme.primerNote : p.theme.note;
        if (!round) {
            p.painter.fillRect(box, color);
            continue;
        }
        p.painter.setBrush(color);
        p.painter.drawRoundedRect(box, 2.0, 2.0);
        if (!given) p.painter.fillRect(QRectF(box.left(), box.top() + 1, 2.0, box.height() - 2), p.theme.noteAttack);
    }
    p.painter.restore();
}

void paintPlayhead(const RollPaint& p, double step) {
    const RollGeometry& g = p.geometry;
    const double x = std::round(g.xOf(step));
    if (x < g.notes().left() - 6 || x > g.notes().right() + 6) return;
    p.painter.save();
    p.painter.setClipRect(QRect(g.notes().left() - 6, 0, g.notes().width() + 6, g.size.height()));
    p.painter.fillRect(QRectF(x - 0.5, RollGeometry::rulerHeight, 2, g.notes().height()), p.theme.accent);
    p.painter.setRenderHint(QPainter::Antialiasing);
    p.painter.setPen(Qt::NoPen);
    p.painter.setBrush(p.theme.accent);
    const double tip = RollGeometry::rulerHeight;
    const QPointF triangle[3]{{x - 5.5, tip - 8}, {x + 6.5, tip - 8}, {x + 0.5, tip}};
    p.painter.drawPolygon(triangle, 3);
    p.painter.restore();
}

}  // namespace ricercar
