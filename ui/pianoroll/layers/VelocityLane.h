#pragma once

#include "ui/pianoroll/layers/RollLayer.h"

namespace ricercar {

/// A stem for each note's velocity.
class VelocityLane final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
