// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Take.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ricercar {

class Sqlite;

/// The takes of a workspace, and the ranges they are judged by. Contract: Workspace.
class TakeStore {
public:
    explicit TakeStore(Sqlite& database) : database_(database) {}

    std::int64_t add(const Take& take);
    /// Another name and other music, by its id: its facts are forgotten, its marks stay. Throws Error NotFound.
    void update(const Take& take);
    [[nodiscard]] std::vector<Take> all() const;      ///< by id
    [[nodiscard]] std::vector<TakeRow> rows() const;  ///< the same, packed
    [[nodiscard]] std::optional<Take> find(std::int64_t id) const;
    void remove(std::int64_t id);
    void restore(const Take& take);  ///< undo of `remove`: with the id it had
    // Of takes that are gone meanwhile: nothing.
    void rename(std::int64_t id, const std::string& name);
    void setMarks(std::int64_t id, const TakeMarks& marks);
    void setFacts(const std::vector<std::pair<std::int64_t, TakeFacts>>& facts);

    /// 5th and 95th percentile of the nats a step that a model gives to passages of a dataset; kept by the hashes of both.
    [[nodiscard]] std::optional<FigureRange> natsRange(const std::string& modelHash, const std::string& datasetHash) const;
    void setNatsRange(const std::string& modelHash, const std::string& datasetHash, const FigureRange& range);

private:
    Sqlite& database_;
};

}  // namespace ricercar
