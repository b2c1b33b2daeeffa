// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/NoteTool.h"

namespace ricercar {

/// The pencil: a drag on the ground draws a note. A double click does so with the other tools, too.
class DrawTool final : public NoteTool {
public:
    using NoteTool::NoteTool;
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void release(const RollPointer& pointer) override;
    void cancel() override;
    bool doubleClick(const RollPointer& pointer) override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;
    [[nodiscard]] QString help(const RollPointer& pointer) const override;

private:
    bool begin(const RollPointer& pointer);

    Note note_;
    Tick length_ = 0;  ///< of the last drawn note
    double pressedAt_ = 0.0;
};

}  // namespace ricercar
