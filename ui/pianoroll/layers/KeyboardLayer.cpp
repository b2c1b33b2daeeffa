// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/KeyboardLayer.h"

#include "ui/words/Words.h"

namespace ricercar {

void KeyboardLayer::paint(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const QRect area = g.keyboard();
    const Clipped clip(p.painter, area);
    p.painter.fillRect(area, p.theme.outside);
    QFont small = p.painter.font();
    small.setPointSizeF(small.pointSizeF() * (g.rowHeight >= 13.0 ? 0.85 : 0.78));
    p.painter.setFont(small);
    for (int pitch = g.range.lowest; pitch <= g.range.highest; ++pitch) {
        const double y = g.yOf(pitch);
        if (y > area.bottom() || y + g.rowHeight < area.top()) continue;
        const QRectF row(0, y, area.width() - 1, g.rowHeight);
        const bool black = isBlackKey(pitch);
        const bool pressed = p.content.keysDown.test(static_cast<std::size_t>(pitch));
        p.painter.fillRect(row, p.theme.whiteKey);
        if (pressed && !black) p.painter.fillRect(row, p.theme.accent);
        const QRectF key(0, y, area.width() * 0.58, g.rowHeight);
        if (black) {
            p.painter.fillRect(QRectF(key.right(), y + g.rowHeight / 2, area.width() - key.right(), 1), p.theme.keyLine);
            p.painter.fillRect(key, pressed ? p.theme.accent : p.theme.blackKey);
        }
        const int c = pitch % 12;
        if (c == 0 || c == 5) p.painter.fillRect(QRectF(0, y + g.rowHeight - 1, area.width(), 1), p.theme.keyLine);
        if (p.content.scale && p.content.scale->contains(pitch) && g.rowHeight >= 5.0) {
            const bool tonic = (pitch - p.content.scale->tonic) % 12 == 0;
            const double size = std::min(tonic ? 7.0 : 4.0, g.rowHeight - 2.0);
            p.painter.setRenderHint(QPainter::Antialiasing);
            p.painter.setPen(Qt::NoPen);
            p.painter.setBrush(black ? p.theme.whiteKey : p.theme.blackKey);
            p.painter.drawEllipse(QPointF(8, y + g.rowHeight / 2), size / 2, size / 2);
            p.painter.setRenderHint(QPainter::Antialiasing, false);
        }
        const bool everyWhite = g.rowHeight >= 13.0;
        if (c == 0 || (everyWhite && !black)) {
            p.painter.setPen(pressed ? p.theme.onAccent : p.theme.keyText);
            const QRectF label(0, y - 4, area.width() - 5, g.rowHeight + 8);
            p.painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, pitchName(pitch));
        }
    }
    p.painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), p.theme.barLine);
}

}  // namespace ricercar
