// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/FluidVersion.h"

#include <fluidsynth.h>

namespace ricercar {

NamedVersion fluidSynthVersion() { return {"FluidSynth", fluid_version_str()}; }

}  // namespace ricercar
