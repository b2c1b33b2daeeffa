// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/RollTool.h"

#include <QElapsedTimer>

namespace ricercar {

/// Middle button, or Space held down: the roll follows the pointer, and glides on when it is let go in movement.
class HandTool final : public RollTool {
public:
    using RollTool::RollTool;
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void release(const RollPointer& pointer) override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;

private:
    QPointF start_, last_, speed_;  ///< pixels a second
    double scrollX_ = 0.0, scrollY_ = 0.0;
    QElapsedTimer since_;
};

}  // namespace ricercar
