// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

namespace ricercar {

/// The loop in the ruler and over the notes.
class LoopLayer final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
