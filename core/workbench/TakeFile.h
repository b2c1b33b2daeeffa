// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"

#include <filesystem>
#include <optional>

namespace ricercar {

/// The take that a MIDI file of ours holds, with its settings; nothing for any other file, and for one that cannot be read.
std::optional<Take> readTakeFile(const std::filesystem::path& path);

}  // namespace ricercar
