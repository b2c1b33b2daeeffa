// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/NoteTool.h"

namespace ricercar {

/// A drag of a note's edge makes what is selected longer or shorter; Alt bypasses the grid, Ctrl leaves the others as they are.
class ResizeTool final : public NoteTool {
public:
    using NoteTool::NoteTool;
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void release(const RollPointer& pointer) override;
    void cancel() override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;
    [[nodiscard]] QString help(const RollPointer& pointer) const override;

private:
    [[nodiscard]] NoteEdit edit(const RollPointer& pointer) const;

    Note grabbed_;
    NoteList chosen_;
    double pressedAt_ = 0.0;  ///< step
    bool start_ = false;      ///< the first edge
    bool dragging_ = false;
};

}  // namespace ricercar
