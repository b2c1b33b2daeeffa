// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ricercar {

/// The MIDI files (.mid .midi .kar .rmi .smf, any case), zip archives and published rolls (beginsAsRolls) in files and folders,
/// folders searched to their depths (a folder reached twice by links is searched once), sorted, each once. A file named
/// outright is listed whatever its extension, and a folder that cannot be searched stands for itself, so that reading it says
/// why. Stopped: what was found.
std::vector<std::filesystem::path> findMidiFiles(const std::vector<std::filesystem::path>& paths, const Task& task = {});

/// The extension with its dot, letters of ASCII in lower case.
std::string lowerExtension(const std::filesystem::path& path);

/// By its name: one of these extensions, in any case.
bool namedAsMidi(const std::filesystem::path& path);

}  // namespace ricercar
