// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/DatasetPlan.h"
#include "core/workbench/Comparison.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ricercar {

/// The pieces that a dataset trains on, and in which version.
struct DatasetPieces {
    struct One {
        std::int64_t id = 0;
        std::string title;
    };
    std::vector<One> pieces;
    std::string hash;  ///< of the files and versions
};
/// `subset`: of a piece, by id.
DatasetPieces trainingPieces(const std::vector<Piece>& pieces, const std::function<Subset(std::int64_t)>& subset);
/// Of a dataset of a workspace. Throws Error NotFound.
DatasetPieces trainingPieces(Workspace& workspace, std::int64_t datasetId, const Task& task = {});

/// What takes are compared with.
struct DatasetIndex {
    DatasetPieces dataset;
    Comparison comparison;
};
/// As it was kept beside the workspace for the same pieces, which takes a fraction of a second; else the pieces are read one by
/// one, and it is kept, where that can be. The last few are kept. Null when stopped. Throws Error.
std::shared_ptr<const DatasetIndex> datasetIndex(const Workspace& workspace, DatasetPieces dataset, int bars = 32,
                                                 const Task& task = {});

}  // namespace ricercar
