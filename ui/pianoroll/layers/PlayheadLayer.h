// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

namespace ricercar {

/// The playhead, from the ruler down, and in the mini-map.
class PlayheadLayer final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
    [[nodiscard]] bool overlay() const override { return true; }
    /// What it covers at a step: in the roll, and in the mini-map.
    static QRect columnAt(const RollGeometry& geometry, double step);
    static QRect mapColumnAt(const RollGeometry& geometry, double step);
};

}  // namespace ricercar
