// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/VelocityLane.h"

#include "ui/pianoroll/layers/NoteBox.h"

#include <QCoreApplication>

#include <cmath>
#include <vector>

namespace ricercar {
namespace {

/// The loudest of every column.
void paintManyStems(const RollPaint& p, const QRect& area) {
    const RollGeometry& g = p.geometry;
    std::vector<int> loudest(static_cast<std::size_t>(area.width()));
    p.content.notes.between(g.stepAt(area.left()), g.stepAt(area.right() + 1), [&](const ShownNote& note) {
        const double x = g.xOf(note.start) - area.left();
        if (x < 0.0 || x >= area.width()) return;
        int& at = loudest[static_cast<std::size_t>(x)];
        at = std::max<int>(at, note.velocity);
    });
    for (int x = 0; x < area.width(); ++x) {
        const int velocity = loudest[static_cast<std::size_t>(x)];
        if (velocity == 0) continue;
        const double y = g.yOfVelocity(velocity);
        p.painter.fillRect(QRectF(area.left() + x, y, 1, area.bottom() + 1 - y), p.theme.note);
    }
}

}  // namespace

void VelocityLane::paint(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    if (g.laneHeight <= 0) return;
    const QRect area = g.lane(), edge = g.laneEdge();
    p.painter.fillRect(edge, p.theme.window);
    p.painter.fillRect(QRect(0, edge.top(), g.size.width(), 1), p.theme.barLine);
    const int grip = edge.left() + edge.width() / 2;
    p.painter.fillRect(QRect(grip - 14, edge.top() + 2, 28, 2), p.theme.mutedText);
    const QRect corner(0, area.top(), RollGeometry::keyboardWidth, area.height());
    p.painter.fillRect(corner, p.theme.window);
    p.painter.fillRect(area, p.theme.surface);
    p.painter.fillRect(QRect(corner.right(), area.top(), 1, area.height()), p.theme.barLine);
    QFont small = p.painter.font();
    small.setPointSizeF(small.pointSizeF() * 0.78);
    p.painter.save();
    p.painter.setFont(small);
    p.painter.setPen(p.theme.mutedText);
    p.painter.drawText(corner.adjusted(4, 2, -5, -2), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                       QCoreApplication::translate("Roll", "velocity"));
    for (const int level : {32, 64, 96, 127}) {
        const double y = std::round(g.yOfVelocity(level));
        p.painter.fillRect(QRectF(area.left(), y, area.width(), 1), level % 64 == 0 ? p.theme.beatLine : p.theme.stepLine);
        if (level == 64 && area.height() >= 40)
            p.painter.drawText(QRectF(0, y - 8, corner.width() - 5, 16), Qt::AlignRight | Qt::AlignVCenter,
                               QString::number(level));
    }
    p.painter.restore();
    const Clipped clip(p.painter, area);
    if (notesInWindow(p.content.notes, g) > manyNotes) {
        paintManyStems(p, area);
        return;
    }
    const bool headed = g.stepWidth >= 4.0;
    p.painter.setRenderHint(QPainter::Antialiasing, headed);
    p.painter.setPen(Qt::NoPen);
    const auto stem = [&](const ShownNote& note, bool selected) {
        const double x = std::round(g.xOf(note.start)), y = g.yOfVelocity(note.velocity);
        const QColor color = selected ? p.theme.accent : p.theme.noteOf(note.velocity);
        p.painter.fillRect(QRectF(x, y, headed ? 2 : 1, area.bottom() + 1 - y), color);
        if (!headed) return;
        p.painter.setBrush(color);
        p.painter.drawEllipse(QPointF(x + 1, y), selected ? 4.0 : 3.0, selected ? 4.0 : 3.0);
    };
    const double from = g.stepAt(area.left() - 6), to = g.stepAt(area.right() + 6);
    for (const bool selected : {false, true})  // those are on top
        p.content.notes.between(from, to, [&](const ShownNote& note) {
            if (note.start >= from && p.content.selection.contains(note.id) == selected) stem(note, selected);
        });
}

}  // namespace ricercar
