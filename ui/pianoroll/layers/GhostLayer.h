// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

namespace ricercar {

/// What lies beneath the notes, as frames: where the grid moved a note, its frame looks out.
class GhostLayer final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
