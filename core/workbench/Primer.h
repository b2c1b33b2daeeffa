// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <filesystem>

namespace ricercar {

/// Music to go on from.
struct Primer {
    PianoRoll roll;  ///< of all pitches: what a model does not know is left out, and said, when it generates
    double tempo = 120;
};

/// The first part of a MIDI file that can be used. Throws Error; Invalid (PrimerWithoutMusic) where there is none.
Primer readPrimer(const std::filesystem::path& path);

}  // namespace ricercar
