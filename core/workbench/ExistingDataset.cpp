// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/ExistingDataset.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <optional>
#include <string>

namespace ricercar {

Dataset existingDataset(const Workspace& workspace, std::int64_t datasetId) {
    std::optional<Dataset> dataset = workspace.datasets().find(datasetId);
    if (!dataset)
        throw Error(ErrorKind::NotFound,
                    {MessageId::WorkspaceNoDataset, {displayPath(workspace.path()), std::to_string(datasetId)}});
    return *std::move(dataset);
}

}  // namespace ricercar
