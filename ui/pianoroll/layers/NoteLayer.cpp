// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/NoteLayer.h"

#include "ui/canvas/Density.h"
#include "ui/pianoroll/layers/NoteBox.h"
#include "ui/words/Words.h"

#include <array>
#include <cmath>

namespace ricercar {
namespace {

constexpr std::size_t roundedAtMost = 2500;  // more are painted as plain rectangles

/// The colours of a picture, looked up once.
struct Colors {
    explicit Colors(const Theme& theme) {
        for (std::size_t v = 0; v < byVelocity.size(); ++v) byVelocity[v] = theme.noteOf(static_cast<int>(v));
    }
    std::array<QColor, 128> byVelocity;
};

void paintMany(const RollPaint& p, const QRect& area) {
    const RollGeometry& g = p.geometry;
    const DensityView view{static_cast<int>(area.width() * p.scale), g.stepAt(area.left()), 1.0 / (g.stepWidth * p.scale),
                           g.range};
    const QRectF place(area.left(), g.yOf(g.range.highest), area.width(), g.contentHeight());
    const double primer = (p.content.primerSteps - view.firstStep) / view.stepsPerColumn;
    const QRgb given = p.theme.primerNote.rgb(), made = p.theme.note.rgb(), chosen = p.theme.accent.rgb();
    p.painter.drawImage(place,
                        densityPicture(p.content.notes, view, [&](int column) { return column < primer ? given : made; }));
    if (!p.content.selection.empty())
        p.painter.drawImage(place, densityPicture(
                                       p.content.notes, view, [&](int) { return chosen; }, &p.content.selection));
}

void paintName(const RollPaint& p, const QRectF& box, const ShownNote& note, const QColor& ground) {
    p.painter.setPen(contrast(ground, Qt::white) >= contrast(ground, Qt::black) ? Qt::white : Qt::black);
    p.painter.drawText(box.adjusted(5, 0, -2, 0), Qt::AlignLeft | Qt::AlignVCenter, pitchName(note.pitch));
    p.painter.setPen(Qt::NoPen);
}

}  // namespace

void NoteLayer::paint(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const QRect area = g.notes();
    const Clipped clip(p.painter, area);
    const std::size_t count = notesInWindow(p.content.notes, g);
    if (count > manyNotes) {
        paintMany(p, area);
        return;
    }
    const Colors colors(p.theme);
    const bool rounded = g.rowHeight >= 7.0 && count <= roundedAtMost;
    const bool named = g.rowHeight >= 13.0;
    const double inset = !p.content.ghosts.empty() && g.rowHeight >= 8.0 ? std::min(3.0, g.rowHeight * 0.18) : 0.0;
    if (named) {
        QFont small = p.painter.font();
        small.setPixelSize(static_cast<int>(std::clamp(g.rowHeight * 0.62, 8.0, 12.0)));
        p.painter.setFont(small);
    }
    p.painter.setRenderHint(QPainter::Antialiasing, rounded);
    p.painter.setPen(Qt::NoPen);
    p.content.notes.between(g.stepAt(area.left()), g.stepAt(area.right() + 1), [&](const ShownNote& note) {
        const QRectF box = noteBox(g, note, p.scale, inset);
        const QRectF seen = within(box, area);
        if (seen.isEmpty()) return;
        const bool selected = p.content.selection.contains(note.id);
        const QColor& color = selected                             ? p.theme.accent
                              : note.start < p.content.primerSteps ? p.theme.primerNote
                                                                   : colors.byVelocity[note.velocity & 127U];
        if (!rounded) {
            p.painter.fillRect(seen, color);
            if (!note.kept && seen.width() > 2.5 && seen.height() > 2.5)
                p.painter.fillRect(seen.adjusted(1, 1, -1, -1), p.theme.surface);
            return;
        }
        if (!note.kept) {
            p.painter.setPen(QPen(color, 1.5));
            p.painter.setBrush(p.theme.surface);
            p.painter.drawRoundedRect(seen.adjusted(0.75, 0.75, -0.75, -0.75), 2.0, 2.0);
            p.painter.setPen(Qt::NoPen);
            return;
        }
        if (selected) {
            p.painter.setBrush(p.theme.text);
            p.painter.drawRoundedRect(seen, 2.5, 2.5);
            p.painter.setBrush(color);
            p.painter.drawRoundedRect(seen.adjusted(1.5, 1.5, -1.5, -1.5), 1.5, 1.5);
        } else {
            p.painter.setBrush(color);
            p.painter.drawRoundedRect(seen, 2.5, 2.5);
            if (box.width() >= 5.0)
                p.painter.fillRect(QRectF(box.left(), box.top() + 1, 2.0, box.height() - 2), p.theme.noteAttack);
        }
        if (named && seen.width() >= 34.0) paintName(p, seen, note, color);
    });
}

}  // namespace ricercar
