// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/RollTool.h"

namespace ricercar {

/// In the ruler: a drag is a loop from beat to beat, an edge of the loop can be taken; a click that does not move leaves the
/// loop as it is, a double click moves the playhead.
class RulerTool final : public RollTool {
public:
    using RollTool::RollTool;
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void cancel() override;
    bool doubleClick(const RollPointer& pointer) override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;
    [[nodiscard]] QString help(const RollPointer& pointer) const override;

private:
    enum class Edge { None, From, To };
    [[nodiscard]] Edge edgeAt(const RollPointer& pointer) const;
    [[nodiscard]] int snapped(double step) const;

    double pressedAt_ = 0.0;  ///< pixels
    double anchor_ = 0.0;     ///< the end that stays, steps
    bool dragging_ = false;
    std::optional<RollContent::Loop> before_;
};

}  // namespace ricercar
