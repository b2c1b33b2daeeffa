// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

namespace ricercar {

/// A stem for each note's velocity.
class VelocityLane final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
