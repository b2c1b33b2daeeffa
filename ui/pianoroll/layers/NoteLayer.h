// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

namespace ricercar {

/// The notes, by velocity in one hue; selected ones framed; those that the grid leaves out hollow. Many at once as density.
class NoteLayer final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
