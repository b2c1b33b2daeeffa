// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/Workspace.h"

#include <cstdint>
#include <vector>

namespace ricercar {

/// How strong the notes of a dataset's training pieces are on each step of a bar (meanVelocities): of the pieces whose bars
/// have `barSteps` steps, three hundred at most, spread over the set. Pieces without a score of their own, and those with one
/// strength throughout, are left out. Empty: there is none. Stopped: of the pieces so far. Throws Error where the workspace
/// fails.
std::vector<int> datasetVelocities(Workspace& workspace, std::int64_t datasetId, int barSteps, const Task& task = {});

}  // namespace ricercar
