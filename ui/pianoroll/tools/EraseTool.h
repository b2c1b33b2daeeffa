// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/NoteTool.h"

#include <functional>
#include <utility>

namespace ricercar {

/// Dragging with the eraser, or with the right button in any mode, erases; a right click in the mode Select asks for the menu.
class EraseTool final : public NoteTool {
public:
    EraseTool(RollStage& stage, Editor& editor, std::function<void(QPointF)> menu)
        : NoteTool(stage, editor), menu_(std::move(menu)) {}
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void release(const RollPointer& pointer) override;
    void cancel() override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;
    [[nodiscard]] QString help(const RollPointer& pointer) const override;

private:
    void touch(QPointF from, QPointF to);

    std::function<void(QPointF)> menu_;
    NoteSet touched_;
    QPointF last_, pressed_;
    bool active_ = false, right_ = false, moved_ = false;
};

}  // namespace ricercar
