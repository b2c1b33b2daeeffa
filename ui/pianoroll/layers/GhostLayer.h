#pragma once

#include "ui/pianoroll/layers/RollLayer.h"

namespace ricercar {

/// What lies beneath the notes, as frames: where the grid moved a note, its frame looks out.
class GhostLayer final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
