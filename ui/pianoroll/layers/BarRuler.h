#pragma once

#include "ui/pianoroll/layers/RollLayer.h"

namespace ricercar {

/// Bars and beats in the meters of the piece.
class BarRuler final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
};

}  // namespace ricercar
