// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <optional>
#include <string>
#include <utility>

namespace ricercar::cli {

/// "3/4" or "21-108" as its two numbers, and nothing else.
std::optional<std::pair<int, int>> twoNumbers(const std::string& text, char between);

/// "21-108"; throws Error Invalid that names the flag.
PitchRange pitchRangeFrom(const char* flag, const std::string& text);

}  // namespace ricercar::cli
