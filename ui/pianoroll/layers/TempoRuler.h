#pragma once

#include "ui/pianoroll/layers/RollLayer.h"

namespace ricercar {

/// Meters and tempos where they change, those that hold at the left edge always; many changes as a curve.
class TempoRuler final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
