// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/Take.h"
#include "core/workbench/DatasetIndex.h"
#include "ui/services/AskedModel.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace ricercar {

/// Finds models by their hashes among files, and keeps the last one. Any thread.
class ModelShelf {
public:
    /// Null: it is none of these.
    std::shared_ptr<const AskedModel> find(const std::string& hash, const std::vector<std::filesystem::path>& files,
                                           const Task& task);

private:
    using File = std::pair<std::filesystem::path, std::filesystem::file_time_type>;
    std::mutex mutex_;
    std::map<File, std::string> hashes_;  ///< "": it cannot be read
    std::shared_ptr<const AskedModel> last_;
};

/// A step, of what comes after the first `given` steps. Nothing when stopped, or where there is nothing.
std::optional<double> natsPerStep(const AskedModel& model, const PianoRoll& music, int given, const Task& task);

/// 5th to 95th percentile of the nats a step that a model gives to passages of the dataset, two dozen at most; kept in the
/// workspace. Nothing when stopped, or where there is none.
std::optional<FigureRange> natsRangeOf(const std::filesystem::path& workspace, const DatasetPieces& dataset,
                                       const AskedModel& model, const Task& task);

}  // namespace ricercar
