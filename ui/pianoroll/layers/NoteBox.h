#pragma once

#include "ui/pianoroll/layers/RollLayer.h"

#include <algorithm>

namespace ricercar {

/// As many at once are painted as density.
inline constexpr std::size_t manyNotes = 4000;

/// The rectangle of a note; `inset`: taken off above and below.
inline QRectF noteBox(const RollGeometry& g, const ShownNote& note, double inset = 0.0) {
    const double x = g.xOf(note.start), width = (note.end - note.start) * g.stepWidth;
    const double gap = width >= 3.0 ? 1.0 : 0.0;  // a re-strike stays visible
    const double edge = (g.rowHeight >= 5.0 ? 0.5 : 0.0) + inset;
    return {x, g.yOf(note.pitch) + edge, std::max(1.0, width - gap), std::max(1.0, g.rowHeight - 2.0 * edge)};
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
