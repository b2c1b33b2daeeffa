// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/Editor.h"
#include "ui/pianoroll/tools/RollTool.h"

namespace ricercar {

/// A tool that changes notes; it leaves the pointer alone where there is nothing to change them through.
class NoteTool : public RollTool {
public:
    NoteTool(RollStage& stage, Editor& editor) : RollTool(stage), editor_(editor) {}

protected:
    /// The note under the pointer; none outside of the notes.
    [[nodiscard]] std::optional<Note> noteAt(const RollPointer& pointer) const;
    [[nodiscard]] bool isChosen(const RollPointer& pointer) const;
    [[nodiscard]] bool ready() const { return editor_.locked().isEmpty(); }

    Editor& editor_;
};

}  // namespace ricercar
