// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Versions.h"

namespace ricercar {

/// The FluidSynth that is loaded.
NamedVersion fluidSynthVersion();

}  // namespace ricercar
