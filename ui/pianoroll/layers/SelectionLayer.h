// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

namespace ricercar {

/// A ring around the note that the keyboard is at.
class SelectionLayer final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
