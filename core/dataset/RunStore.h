// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Run.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace ricercar {

class Sqlite;

/// The runs of a workspace with every metric point. Contract: Workspace.
class RunStore {
public:
    /// The folder is where the runs' files and locks are.
    RunStore(Sqlite& database, std::filesystem::path folder) : database_(database), folder_(std::move(folder)) {}

    std::int64_t add(const Run& run);
    void update(const Run& run);
    [[nodiscard]] std::vector<Run> all() const;  ///< by id
    [[nodiscard]] std::optional<Run> find(std::int64_t id) const;
    void remove(std::int64_t id);  ///< with its metrics; the checkpoint files stay
    /// Undo of `remove`: with the id and the metrics it had.
    void restore(const Run& run, const std::vector<Metric>& metrics);

    /// A number of a series and step that is there already gives way to the new one.
    void addMetrics(std::int64_t runId, const std::vector<Metric>& metrics);
    [[nodiscard]] std::vector<Metric> metrics(std::int64_t runId) const;  ///< in the order they were added
    /// Of steps beyond `step`: a run that goes on from there writes them anew.
    void removeMetricsAfter(std::int64_t runId, std::int64_t step);
    /// The last step that was recorded; 0: none.
    [[nodiscard]] std::int64_t lastStep(std::int64_t runId) const;

private:
    Sqlite& database_;
    std::filesystem::path folder_;
};

}  // namespace ricercar
