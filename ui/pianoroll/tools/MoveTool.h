// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/NoteTool.h"

namespace ricercar {

/// Drags the selection; Shift locks one axis, Ctrl copies.
class MoveTool final : public NoteTool {
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
    void follow(const RollPointer& pointer);

    Note grabbed_;
    NoteList chosen_;
    RollPointer pressed_;
    bool dragging_ = false;
    bool alone_ = false;    ///< a press without a drag leaves only this note selected
    bool toggled_ = false;  ///< a press without a drag takes it out of the selection
    bool copy_ = false;
};

}  // namespace ricercar
