// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

namespace ricercar {

/// The keys with their names; what sounds is lit, what is in the scale has a dot.
class KeyboardLayer final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
