// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/KeyboardTool.h"

#include <QCoreApplication>

namespace ricercar {

void KeyboardTool::selectPitch(int pitch, bool add) {
    NoteSet chosen = add ? stage_.content().selection : NoteSet();
    for (const ShownNote& note : stage_.content().notes.notes())
        if (note.pitch == pitch) chosen.insert(note.id);
    stage_.select(chosen);
}

bool KeyboardTool::press(const RollPointer& pointer) {
    if (pointer.region != RollRegion::Keyboard || pointer.button != Qt::LeftButton) return false;
    selecting_ = pointer.modifiers.testFlag(Qt::ControlModifier);
    if (selecting_)
        selectPitch(pointer.pitch, pointer.modifiers.testFlag(Qt::ShiftModifier));
    else
        stage_.pressKey(pointer.pitch);
    return true;
}

void KeyboardTool::move(const RollPointer& pointer) {
    if (selecting_)
        selectPitch(pointer.pitch, true);
    else
        stage_.pressKey(pointer.pitch);
}

void KeyboardTool::release(const RollPointer&) { stage_.pressKey(-1); }

void KeyboardTool::cancel() { stage_.pressKey(-1); }

std::optional<Qt::CursorShape> KeyboardTool::cursor(const RollPointer& pointer) {
    if (pointer.region != RollRegion::Keyboard) return std::nullopt;
    return Qt::PointingHandCursor;
}

QString KeyboardTool::help(const RollPointer& pointer) const {
    return pointer.region == RollRegion::Keyboard
               ? QCoreApplication::translate("Roll", "Click to hear the note, Ctrl+click to select every note of this pitch")
               : QString();
}

}  // namespace ricercar
