#pragma once

#include "ui/pianoroll/layers/RollLayer.h"

namespace ricercar {

/// The loop in the ruler and over the notes.
class LoopLayer final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
