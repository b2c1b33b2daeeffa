// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/SelectionLayer.h"

#include "ui/pianoroll/layers/NoteBox.h"

namespace ricercar {

void SelectionLayer::paint(const RollPaint& p) {
    if (!p.content.current) return;
    const ShownNote* note = p.content.notes.find(*p.content.current);
    if (!note) return;
    const QRect area = p.geometry.notes();
    const Clipped clip(p.painter, area);
    p.painter.setRenderHint(QPainter::Antialiasing);
    p.painter.setBrush(Qt::NoBrush);
    const QRectF box = within(noteBox(p.geometry, *note, p.scale), area).adjusted(-2.5, -2.5, 2.5, 2.5);
    p.painter.setPen(QPen(p.theme.surface, 3.0));
    p.painter.drawRoundedRect(box, 4.0, 4.0);
    p.painter.setPen(QPen(p.theme.text, 1.5));
    p.painter.drawRoundedRect(box, 4.0, 4.0);
}

}  // namespace ricercar
