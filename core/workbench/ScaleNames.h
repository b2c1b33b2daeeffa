// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Scale.h"

#include <optional>
#include <string>
#include <string_view>

namespace ricercar {

/// "D minor", "F# mixolydian", "Bb" (major): the tonic, then the mode, of any case; nothing for another text.
std::optional<Scale> scaleFromText(std::string_view text);
/// "D minor"; sharps are written as they are commonest in keys (C#, Eb, F#, Ab, Bb).
std::string scaleText(const Scale& scale);
/// The modes in the order of Mode, as scaleFromText reads them: "major", "harmonic minor" ...
std::string_view modeText(Mode mode);

}  // namespace ricercar
