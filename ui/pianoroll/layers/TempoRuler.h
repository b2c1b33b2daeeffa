// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

namespace ricercar {

/// Meters and tempos where they change, those that hold at the left edge always; many changes as a curve.
class TempoRuler final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
