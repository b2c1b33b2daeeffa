// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/NoteTool.h"

namespace ricercar {

std::optional<Note> NoteTool::noteAt(const RollPointer& pointer) const {
    if (pointer.region != RollRegion::Notes || !pointer.note || pointer.note->id >= editor_.notes().size()) return std::nullopt;
    return editor_.notes()[pointer.note->id];
}

bool NoteTool::isChosen(const RollPointer& pointer) const {
    return pointer.note && stage_.content().selection.contains(pointer.note->id);
}

}  // namespace ricercar
