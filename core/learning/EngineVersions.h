// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Versions.h"

#include <vector>

namespace ricercar {

/// libtorch, and the kernels that this processor runs.
std::vector<NamedVersion> engineVersions();

}  // namespace ricercar
