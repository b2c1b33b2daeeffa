// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/GhostLayer.h"

#include "ui/pianoroll/layers/Density.h"
#include "ui/pianoroll/layers/NoteBox.h"

namespace ricercar {
namespace {

constexpr double narrowestGhost = 6.0;  // pixels

}  // namespace

void GhostLayer::paint(const RollPaint& p) {
    const NoteIndex& ghosts = p.content.ghosts;
    if (ghosts.empty()) return;
    const RollGeometry& g = p.geometry;
    const QRect area = g.notes();
    const Clipped clip(p.painter, area);
    if (notesInWindow(ghosts, g) > manyNotes) {
        const DensityView view{static_cast<int>(area.width() * p.scale), g.stepAt(area.left()), 1.0 / (g.stepWidth * p.scale),
                               g.range};
        const QRgb color = p.theme.ghost.rgb();
        p.painter.setOpacity(0.6);
        p.painter.drawImage(QRectF(area.left(), g.yOf(g.range.highest), area.width(), g.contentHeight()),
                            densityPicture(ghosts, view, [color](int) { return color; }));
        return;
    }
    const bool high = g.rowHeight >= 7.0;
    ghosts.between(g.stepAt(area.left()), g.stepAt(area.right() + 1), [&](const ShownNote& note) {
        const QRectF box = within(noteBox(g, note, p.scale), area);
        if (box.isEmpty()) return;
        p.painter.fillRect(box, p.theme.ghostFill);
        if (!high || box.width() < narrowestGhost) {
            p.painter.fillRect(box, p.theme.ghostFill);  // twice as strong, in place of a frame
            return;
        }
        const double line = 1.0;
        p.painter.fillRect(QRectF(box.left(), box.top(), box.width(), line), p.theme.ghost);
        p.painter.fillRect(QRectF(box.left(), box.bottom() - line, box.width(), line), p.theme.ghost);
        p.painter.fillRect(QRectF(box.left(), box.top(), line, box.height()), p.theme.ghost);
        p.painter.fillRect(QRectF(box.right() - line, box.top(), line, box.height()), p.theme.ghost);
    });
}

}  // namespace ricercar
