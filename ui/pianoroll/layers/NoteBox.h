// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

#include <algorithm>
#include <cmath>

namespace ricercar {

/// As many at once are painted as density.
inline constexpr std::size_t manyNotes = 4000;

/// The rectangle of a note; `inset`: taken off above and below. `scale`: its edges lie between device pixels of that size.
inline QRectF noteBox(const RollGeometry& g, const ShownNote& note, double scale, double inset = 0.0) {
    const auto sharp = [scale](double at) { return std::round(at * scale) / scale; };
    const double left = g.xOf(note.start), right = g.xOf(note.end);
    const double gap = right - left >= 3.0 ? 1.0 : 0.0;  // a re-strike stays visible
    const double edge = (g.rowHeight >= 5.0 ? 0.5 : 0.0) + inset;
    const double x = sharp(left), y = sharp(g.yOf(note.pitch) + edge);
    const double bottom = sharp(g.yOf(note.pitch) + g.rowHeight - edge);
    return {x, y, std::max(1.0, sharp(right - gap) - x), std::max(1.0, bottom - y)};
}

/// Notes that start in the window: all that are seen but the few that began before.
inline std::size_t notesInWindow(const NoteIndex& notes, const RollGeometry& g) {
    return notes.startingBefore(g.stepAt(g.notes().right() + 1)) - notes.startingBefore(g.stepAt(g.notes().left()));
}

/// A longest side that painters can be given.
inline QRectF within(const QRectF& box, const QRect& area) {
    const QRectF room = QRectF(area).adjusted(-20, -20, 20, 20);
    return box.intersected(room);
}

}  // namespace ricercar
