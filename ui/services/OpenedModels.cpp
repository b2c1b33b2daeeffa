// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/OpenedModels.h"

#include "ui/services/WorkspaceStore.h"

#include <utility>

namespace ricercar {
namespace {

std::vector<CheckpointChoice>& models() {
    static std::vector<CheckpointChoice> all;
    return all;
}

}  // namespace

const std::vector<CheckpointChoice>& openedModels() { return models(); }

void addOpenedModel(CheckpointChoice model) {
    std::erase_if(models(), [&](const CheckpointChoice& other) { return other.path == model.path; });
    models().insert(models().begin(), std::move(model));
}

}  // namespace ricercar
