// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/RollTool.h"

namespace ricercar {

/// In the mini-map: what is shown follows the pointer; its edges zoom.
class MapTool final : public RollTool {
public:
    using RollTool::RollTool;
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void cancel() override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;
    bool wheel(const RollPointer& pointer, QPoint turn) override;
    [[nodiscard]] QString help(const RollPointer& pointer) const override;

private:
    enum class Part { Outside, Inside, From, To };
    [[nodiscard]] Part partAt(const RollPointer& pointer) const;
    [[nodiscard]] std::pair<double, double> shown() const;

    Part part_ = Part::Outside;
    double grip_ = 0.0;   ///< steps from the left edge of what is shown to the pointer
    double other_ = 0.0;  ///< the edge that stays, steps
    RollGeometry before_;
};

}  // namespace ricercar
