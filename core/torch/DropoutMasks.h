// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/torch/BiaxialModel.h"

namespace ricercar {

/// dropoutMasks() into `masks`, whose memory is used again where it fits.
void drawMasks(DropoutMasks& masks, const ModelConfig& config, int batch, int window, std::uint64_t seed);

}  // namespace ricercar
