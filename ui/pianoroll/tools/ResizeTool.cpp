// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/ResizeTool.h"

#include <QCoreApplication>

#include <utility>

namespace ricercar {

bool ResizeTool::press(const RollPointer& pointer) {
    const std::optional<Note> note = noteAt(pointer);
    if (pointer.button != Qt::LeftButton || !note || pointer.part == RollPointer::Part::Body ||
        editor_.mode() == EditMode::Eraser || pointer.modifiers.testFlag(Qt::ControlModifier) ||
        pointer.modifiers.testFlag(Qt::ShiftModifier) || !ready())
        return false;
    grabbed_ = *note;
    start_ = pointer.part == RollPointer::Part::Start;
    pressedAt_ = pointer.step;
    dragging_ = false;
    if (!isChosen(pointer)) {
        NoteSet selection;
        selection.insert(pointer.note->id);
        stage_.select(selection);
    }
    chosen_ = editor_.chosen();
    return true;
}

NoteEdit ResizeTool::edit(const RollPointer& pointer) const {
    const bool free = pointer.modifiers.testFlag(Qt::AltModifier);
    const NoteList chosen = pointer.modifiers.testFlag(Qt::ControlModifier) ? NoteList{grabbed_} : chosen_;
    const Tick edge = start_ ? grabbed_.start : grabbed_.start + grabbed_.duration;
    const Tick ticks = editor_.nearest(editor_.scale().step(edge) + pointer.step - pressedAt_, free) - edge;
    const Tick shortest = free ? editor_.scale().tick(0.125) - editor_.scale().tick(0.0) : editor_.gridTicks();
    return start_ ? resizeStarts(editor_.notes(), chosen, ticks, shortest)
                  : resizeEnds(editor_.notes(), chosen, ticks, shortest);
}

void ResizeTool::move(const RollPointer& pointer) {
    if (pointer.button != Qt::LeftButton) return;
    dragging_ = true;
    editor_.preview(edit(pointer));
}

void ResizeTool::release(const RollPointer& pointer) {
    if (!std::exchange(dragging_, false)) return;
    const NoteEdit change = edit(pointer);
    editor_.commit(QCoreApplication::translate("Roll", "Resize %Ln notes", nullptr, static_cast<int>(change.chosen.size())),
                   change);
}

void ResizeTool::cancel() {
    if (std::exchange(dragging_, false)) editor_.cancel();
}

std::optional<Qt::CursorShape> ResizeTool::cursor(const RollPointer& pointer) {
    if (dragging_) return Qt::SizeHorCursor;
    if (!noteAt(pointer) || pointer.part == RollPointer::Part::Body || editor_.mode() == EditMode::Eraser ||
        pointer.modifiers.testFlag(Qt::ControlModifier) || !ready())
        return std::nullopt;
    return Qt::SizeHorCursor;
}

QString ResizeTool::help(const RollPointer& pointer) const {
    if (!noteAt(pointer) || pointer.part == RollPointer::Part::Body) return {};
    return QCoreApplication::translate("Roll", "Drag to change the length; Alt leaves the grid, Ctrl changes this note alone");
}

}  // namespace ricercar
