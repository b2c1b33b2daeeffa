// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/MiniMap.h"

#include "ui/canvas/Density.h"

#include <algorithm>

namespace ricercar {

void MiniMap::paint(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    if (!g.mapShown) return;
    const QRect area = g.map();
    p.painter.fillRect(QRect(0, area.top(), g.size.width(), area.height()), p.theme.window);
    p.painter.fillRect(QRect(0, area.top(), g.size.width(), 1), p.theme.barLine);
    const QRect music = area.adjusted(0, 3, 0, -3);
    p.painter.fillRect(music, p.theme.surface);
    if (g.steps <= 0.0) return;
    if (revision_ != p.revision || size_ != music.size() || scale_ != p.scale || color_ != p.theme.note.rgb()) {
        revision_ = p.revision;
        size_ = music.size();
        scale_ = p.scale;
        color_ = p.theme.note.rgb();
        int low = 127, high = 0;
        for (const ShownNote& note : p.content.notes.notes()) {
            low = std::min<int>(low, note.pitch);
            high = std::max<int>(high, note.pitch);
        }
        if (low > high) {
            low = 48;
            high = 84;
        }
        const int columns = std::max(1, static_cast<int>(music.width() * p.scale));
        const DensityView view{columns, 0.0, g.steps / columns, {std::max(0, low - 3), std::min(127, high + 3)}};
        const double primer = p.content.primerSteps / view.stepsPerColumn;
        picture_ =
            packed(densityPicture(p.content.notes, view,
                                  [&](int column) { return (column < primer ? p.theme.primerNote : p.theme.note).rgb(); }),
                   std::max(1, static_cast<int>(music.height() * p.scale)));
    }
    const Clipped clip(p.painter, area);
    p.painter.drawImage(QRectF(music), picture_);
    if (p.content.loop && p.content.loopOn)
        p.painter.fillRect(QRectF(g.mapX(p.content.loop->from), music.top(),
                                  g.mapX(p.content.loop->to) - g.mapX(p.content.loop->from), music.height()),
                           p.theme.loopWash);
    const double from = g.mapX(g.stepAt(g.notes().left())), to = g.mapX(std::min(g.steps, g.stepAt(g.notes().right() + 1)));
    QColor veil = p.theme.window;
    veil.setAlphaF(0.42F);
    p.painter.fillRect(QRectF(area.left(), music.top(), from - area.left(), music.height()), veil);
    p.painter.fillRect(QRectF(to, music.top(), area.right() + 1 - to, music.height()), veil);
    p.painter.setRenderHint(QPainter::Antialiasing);
    p.painter.setPen(QPen(p.theme.mutedText, 1.5));
    p.painter.setBrush(Qt::NoBrush);
    p.painter.drawRoundedRect(QRectF(from, music.top(), std::max(4.0, to - from), music.height()).adjusted(0.75, 0, -0.75, 0),
                              3, 3);
}

}  // namespace ricercar
