// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DatasetNames.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

namespace ricercar::cli {

Dataset datasetNamed(const Workspace& workspace, const std::string& wanted) {
    const std::vector<Dataset> datasets = workspace.datasets().all();
    if (wanted.empty() && !datasets.empty()) return datasets.front();
    for (const Dataset& dataset : datasets)
        if (wanted == dataset.name) return dataset;
    for (const Dataset& dataset : datasets)
        if (wanted == std::to_string(dataset.id)) return dataset;
    throw Error(ErrorKind::NotFound, {MessageId::WorkspaceNoDataset, {displayPath(workspace.path()), validUtf8(wanted)}});
}

}  // namespace ricercar::cli
