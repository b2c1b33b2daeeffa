// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/RollTool.h"

namespace ricercar {

/// On the keyboard: the key under the pointer sounds; with Ctrl every note of that pitch is selected, with Shift added.
class KeyboardTool final : public RollTool {
public:
    using RollTool::RollTool;
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void release(const RollPointer& pointer) override;
    void cancel() override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;
    [[nodiscard]] QString help(const RollPointer& pointer) const override;

private:
    void selectPitch(int pitch, bool add);
    bool selecting_ = false;
};

}  // namespace ricercar
