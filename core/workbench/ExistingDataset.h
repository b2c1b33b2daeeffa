// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"

#include <cstdint>

namespace ricercar {

/// A dataset of a workspace. Throws Error NotFound (WorkspaceNoDataset).
Dataset existingDataset(const Workspace& workspace, std::int64_t datasetId);

}  // namespace ricercar
