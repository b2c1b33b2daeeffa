// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Versions.h"

#include <string>
#include <vector>

namespace ricercar {

/// This version under the program's name, then `more` (Qt, FluidSynth), then libtorch, SQLite and the kernels.
std::vector<NamedVersion> programVersions(const std::string& program, std::vector<NamedVersion> more);

/// "ricercar 0.1.0\nlibtorch 1.13.1\n…", without a line end at the end: what --version prints and a bug report wants.
std::string versionLines(const std::vector<NamedVersion>& versions);

}  // namespace ricercar
