// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"

#include <string>

namespace ricercar::cli {

/// A dataset by its name, else by its number; the first one where `wanted` is empty. Throws Error NotFound.
Dataset datasetNamed(const Workspace& workspace, const std::string& wanted);

}  // namespace ricercar::cli
