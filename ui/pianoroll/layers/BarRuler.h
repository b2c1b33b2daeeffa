// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

namespace ricercar {

/// Bars and beats in the meters of the piece.
class BarRuler final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
