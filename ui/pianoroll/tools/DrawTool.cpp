// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/DrawTool.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace ricercar {

bool DrawTool::press(const RollPointer& pointer) { return editor_.mode() == EditMode::Pencil && begin(pointer); }

bool DrawTool::doubleClick(const RollPointer& pointer) {
    // the press that it begins with was the band's
    if (editor_.mode() != EditMode::Select || !begin(pointer)) return false;
    release(pointer);
    return true;
}

bool DrawTool::begin(const RollPointer& pointer) {
    if (pointer.button != Qt::LeftButton || pointer.region != RollRegion::Notes || pointer.note || !ready() ||
        !stage_.content().range.contains(pointer.pitch))
        return false;
    const bool free = pointer.modifiers.testFlag(Qt::AltModifier);
    note_ = editor_.pattern();
    note_.pitch = static_cast<std::uint8_t>(pointer.pitch);
    note_.start = std::max<Tick>(editor_.before(pointer.step, free), 0);
    note_.duration = length_ > 0 ? length_ : editor_.gridTicks();
    pressedAt_ = pointer.at.x();
    editor_.preview(addNotes(editor_.notes(), {note_}));
    stage_.pressKey(note_.pitch);
    return true;
}

void DrawTool::move(const RollPointer& pointer) {
    if (pointer.button != Qt::LeftButton) return;
    if (std::abs(pointer.at.x() - pressedAt_) >= 4.0) {
        const bool free = pointer.modifiers.testFlag(Qt::AltModifier);
        const Tick shortest = free ? 1 : editor_.gridTicks();
        note_.duration = std::max(editor_.nearest(pointer.step, free) - note_.start, shortest);
        pressedAt_ = -1e9;  // from now on in any case
    }
    const int pitch = std::clamp(pointer.pitch, stage_.content().range.lowest, stage_.content().range.highest);
    note_.pitch = static_cast<std::uint8_t>(pitch);
    stage_.pressKey(note_.pitch);
    editor_.preview(addNotes(editor_.notes(), {note_}));
}

void DrawTool::release(const RollPointer&) {
    stage_.pressKey(-1);
    length_ = note_.duration;
    editor_.commit(QCoreApplication::translate("Roll", "Draw a note"), addNotes(editor_.notes(), {note_}));
}

void DrawTool::cancel() {
    stage_.pressKey(-1);
    editor_.cancel();
}

std::optional<Qt::CursorShape> DrawTool::cursor(const RollPointer& pointer) {
    if (editor_.mode() != EditMode::Pencil || pointer.region != RollRegion::Notes || pointer.note) return std::nullopt;
    return ready() ? Qt::CrossCursor : Qt::ForbiddenCursor;
}

QString DrawTool::help(const RollPointer& pointer) const {
    if (editor_.mode() != EditMode::Pencil || pointer.region != RollRegion::Notes || pointer.note) return {};
    return ready() ? QCoreApplication::translate("Roll", "Drag to draw a note; Alt leaves the grid") : editor_.locked();
}

}  // namespace ricercar
