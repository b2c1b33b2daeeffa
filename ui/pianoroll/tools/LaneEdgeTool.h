// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/RollTool.h"

namespace ricercar {

/// The edge above the velocity lane: a drag makes the lane higher or lower.
class LaneEdgeTool final : public RollTool {
public:
    using RollTool::RollTool;
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void cancel() override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;

private:
    double from_ = 0.0;
    int height_ = 0;
};

}  // namespace ricercar
