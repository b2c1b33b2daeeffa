// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/MoveTool.h"

#include "core/music/ScoreOrder.h"
#include "ui/pianoroll/RollNavigator.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double noteDragFrom = 4.0;  // pixels

}  // namespace

bool MoveTool::press(const RollPointer& pointer) {
    const std::optional<Note> note = noteAt(pointer);
    if (pointer.button != Qt::LeftButton || !note || editor_.mode() == EditMode::Eraser) return false;
    pressed_ = pointer;
    grabbed_ = *note;
    dragging_ = copy_ = false;
    const bool was = isChosen(pointer);
    const bool add = pointer.modifiers.testFlag(Qt::ShiftModifier) || pointer.modifiers.testFlag(Qt::ControlModifier);
    toggled_ = was && pointer.modifiers.testFlag(Qt::ControlModifier);
    alone_ = was && !add;
    if (!was) {
        NoteSet selection = add ? stage_.content().selection : NoteSet();
        selection.insert(pointer.note->id);
        stage_.select(selection);
    }
    chosen_ = editor_.chosen();
    stage_.pressKey(grabbed_.pitch);
    return true;
}

NoteEdit MoveTool::edit(const RollPointer& pointer) const {
    const bool free = pointer.modifiers.testFlag(Qt::AltModifier);
    const double moved = pointer.step - pressed_.step;
    int semitones = pointer.pitch - pressed_.pitch;
    Tick ticks = editor_.nearest(editor_.scale().step(grabbed_.start) + moved, free) - grabbed_.start;
    if (pointer.modifiers.testFlag(Qt::ShiftModifier)) {
        if (std::abs(pointer.at.x() - pressed_.at.x()) >= std::abs(pointer.at.y() - pressed_.at.y()))
            semitones = 0;
        else
            ticks = 0;
    }
    if (std::abs(pointer.at.x() - pressed_.at.x()) < noteDragFrom) ticks = 0;
    return moveNotes(editor_.notes(), chosen_, ticks, semitones, pointer.modifiers.testFlag(Qt::ControlModifier));
}

void MoveTool::move(const RollPointer& pointer) {
    if (pointer.button != Qt::LeftButton) return;
    if (!dragging_) {
        if ((pointer.at - pressed_.at).manhattanLength() < noteDragFrom || !ready()) return;
        dragging_ = true;
    }
    const NoteEdit change = edit(pointer);
    copy_ = pointer.modifiers.testFlag(Qt::ControlModifier);
    editor_.preview(change);
    if (!change.chosen.empty()) stage_.pressKey(std::clamp(grabbed_.pitch + pointer.pitch - pressed_.pitch, 0, 127));
}

void MoveTool::release(const RollPointer& pointer) {
    stage_.pressKey(-1);
    if (!dragging_) {
        NoteSet selection = alone_ ? NoteSet() : stage_.content().selection;
        if (alone_) selection.insert(pressed_.note->id);
        if (toggled_) selection.erase(pressed_.note->id);
        stage_.select(selection);
        return;
    }
    dragging_ = false;
    const NoteEdit change = edit(pointer);
    const int count = static_cast<int>(chosen_.size());
    editor_.commit(pointer.modifiers.testFlag(Qt::ControlModifier)
                       ? QCoreApplication::translate("Roll", "Copy %n notes", nullptr, count)
                       : QCoreApplication::translate("Roll", "Move %n notes", nullptr, count),
                   change);
}

void MoveTool::cancel() {
    stage_.pressKey(-1);
    if (std::exchange(dragging_, false)) editor_.cancel();
}

std::optional<Qt::CursorShape> MoveTool::cursor(const RollPointer& pointer) {
    if (dragging_) return copy_ ? Qt::DragCopyCursor : Qt::ClosedHandCursor;
    if (!noteAt(pointer) || editor_.mode() == EditMode::Eraser) return std::nullopt;
    return pointer.modifiers.testFlag(Qt::ControlModifier) ? Qt::PointingHandCursor : Qt::SizeAllCursor;
}

QString MoveTool::help(const RollPointer& pointer) const {
    if (!noteAt(pointer)) return {};
    return QCoreApplication::translate("Roll", "Drag to move; Ctrl copies, Alt leaves the grid, Shift keeps to one axis");
}

}  // namespace ricercar
