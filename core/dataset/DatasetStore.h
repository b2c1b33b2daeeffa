// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Dataset.h"
#include "core/dataset/Subset.h"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ricercar {

class Sqlite;

/// The datasets of a workspace, with the subsets that were chosen by hand. Contract: Workspace.
class DatasetStore {
public:
    explicit DatasetStore(Sqlite& database) : database_(database) {}

    /// By id; one at least in a new workspace. Adding or renaming throws Error Invalid for a name that is empty or taken.
    [[nodiscard]] std::vector<Dataset> all() const;
    [[nodiscard]] std::optional<Dataset> find(std::int64_t id) const;
    std::int64_t add(const Dataset& dataset);
    void update(const Dataset& dataset);
    void remove(std::int64_t id);  ///< the pieces stay
    /// Undo of `remove`: with the id and the subsets by hand it had.
    void restore(const Dataset& dataset, const std::unordered_map<std::int64_t, Subset>& subsets);

    /// Subsets chosen by hand, by piece.
    [[nodiscard]] std::unordered_map<std::int64_t, Subset> subsets(std::int64_t datasetId) const;
    /// Nothing: no longer by hand.
    void setSubsets(std::int64_t datasetId, const std::vector<std::int64_t>& pieceIds, std::optional<Subset> subset);

private:
    Sqlite& database_;
};

}  // namespace ricercar
