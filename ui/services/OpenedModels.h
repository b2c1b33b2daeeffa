// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ricercar {

struct CheckpointChoice;

/// Models from elsewhere that were opened since the program started, the newest first; they stand among the checkpoints of
/// every workspace. UI thread.
const std::vector<CheckpointChoice>& openedModels();
/// One that is there already comes to the front. Shown once the store lists its checkpoints again (WorkspaceStore::reloadRuns).
void addOpenedModel(CheckpointChoice model);

}  // namespace ricercar
