// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/WalkTool.h"

#include <QKeyEvent>

#include <cmath>

namespace ricercar {

const ShownNote* WalkTool::firstSeen() const {
    const RollContent& content = stage_.content();
    const RollGeometry& g = stage_.geometryOfRoll();
    const ShownNote* first = nullptr;
    content.notes.between(g.stepAt(g.notes().left()), g.stepAt(g.notes().right()), [&](const ShownNote& note) {
        if (!first && note.start >= g.stepAt(g.notes().left())) first = &note;
    });
    return first || content.notes.empty() ? first : &content.notes.notes().front();
}

const ShownNote* WalkTool::next(const ShownNote& from, int key) const {
    const std::vector<ShownNote>& notes = stage_.content().notes.notes();
    if (key == Qt::Key_Left) return &from == notes.data() ? &from : &from - 1;
    if (key == Qt::Key_Right) return &from == &notes.back() ? &from : &from + 1;
    // Of those that sound with it, the nearest in pitch; without one, of the bars around it.
    const ShownNote* best = nullptr;
    const auto look = [&](double first, double last) {
        stage_.content().notes.between(first, last, [&](const ShownNote& note) {
            const int above = key == Qt::Key_Up ? note.pitch - from.pitch : from.pitch - note.pitch;
            if (above <= 0) return;
            const int before = best ? std::abs(best->pitch - from.pitch) : 1000;
            if (above < before || (above == before && std::abs(note.start - from.start) < std::abs(best->start - from.start)))
                best = &note;
        });
    };
    look(from.start, std::max(from.end, from.start + 1e-6));
    if (!best) look(from.start - 16.0, from.end + 16.0);
    return best ? best : &from;
}

bool WalkTool::key(QKeyEvent& event) {
    const RollContent& content = stage_.content();
    if (event.key() == Qt::Key_Escape && event.modifiers() == Qt::NoModifier &&
        (content.current || !content.selection.empty())) {
        stage_.setCurrent(std::nullopt);
        stage_.select({});
        return true;
    }
    const bool arrow =
        event.key() == Qt::Key_Left || event.key() == Qt::Key_Right || event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (!arrow || !event.modifiers().testFlag(Qt::AltModifier) || event.modifiers().testFlag(Qt::ControlModifier)) return false;
    const ShownNote* from = content.current ? content.notes.find(*content.current) : nullptr;
    const ShownNote* to = from ? next(*from, event.key()) : firstSeen();
    if (!to) return true;
    NoteSet chosen = event.modifiers().testFlag(Qt::ShiftModifier) ? content.selection : NoteSet();
    const NoteId id = to->id;
    chosen.insert(id);
    stage_.setCurrent(id);
    stage_.select(chosen);
    return true;
}

}  // namespace ricercar
