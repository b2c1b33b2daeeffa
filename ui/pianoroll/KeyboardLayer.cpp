#include "ui/Words.h"
#include "ui/pianoroll/RollLayers.h"

#include <QPainter>

namespace ricercar {

void paintKeyboard(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const QRect area = g.keyboard();
    p.painter.save();
    p.painter.setClipRect(area);
    p.painter.fillRect(area, p.theme.outside);
    QFont small = p.painter.font();
    small.setPointSizeF(small.pointSizeF() * (g.rowHeight >= 13.0 ? 0.85 : 0.78));
    p.painter.setFont(small);
    for (int pitch = g.range.lowest; pitch <= g.range.highest; ++pitch) {
        const double y = g.yOf(pitch);
        if (y > area.bottom() || y + g.rowHeight < area.top()) continue;
        const QRectF row(0, y, area.width() - 1, g.rowHeight);
        const bool black = isBlackKey(pitch);
        const bool pressed = pitch == p.content.pressedKey;
        p.painter.fillRect(row, p.theme.whiteKey);
        if (pressed && !black) p.painter.fillRect(row, p.theme.accent);
        if (black) {
            const QRectF key(0, y, area.width() * 0.62, g.rowHeight);
            p.painter.fillRect(QRectF(key.right(), y + g.rowHeight / 2, area.width() - key.right(), 1), p.theme.keyLine);
            p.painter.fillRect(key, pressed ? p.theme.accent : p.theme.blackKey);
        }
        const int c = pitch % 12;
        if (c == 0 || c == 5) p.painter.fillRect(QRectF(0, y + g.rowHeight - 1, area.width(), 1), p.theme.keyLine);
        const bool everyWhite = g.rowHeight >= 13.0;
        if (c == 0 || (everyWhite && !black)) {
            p.painter.setPen(pressed ? p.theme.onAccent : p.theme.keyText);
            const QRectF label(0, y - 4, area.width() - 5, g.rowHeight + 8);
            p.painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, pitchName(pitch));
        }
    }
    p.painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), p.theme.barLine);
    p.painter.restore();
}

}  // namespace ricercar
