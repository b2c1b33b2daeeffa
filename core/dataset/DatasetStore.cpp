// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/DatasetStore.h"

#include "core/base/Error.h"
#include "core/dataset/Sqlite.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ricercar {
namespace {

constexpr const char* selectDatasets = "SELECT id, name, rules, seed, validation, test FROM dataset";

Dataset readDataset(const Sqlite::Statement& row) {
    const auto share = [&](int column) {
        return std::isfinite(row.real(column)) ? std::clamp(row.real(column), 0.0, 1.0) : 0.0;
    };
    return {row.integer(0),
            row.text(1),
            rulesFromJson(row.text(2)),
            static_cast<std::uint64_t>(row.integer(3)),
            {share(4), share(5)}};
}

void bindDataset(Sqlite::Statement& statement, const Dataset& dataset) {
    statement.bind(dataset.name).bind(toJson(dataset.rules)).bind(static_cast<std::int64_t>(dataset.seed));
    statement.bind(dataset.shares.validation).bind(dataset.shares.test);
}

void check(Sqlite& database, const Dataset& dataset) {
    auto taken = database.prepare("SELECT 1 FROM dataset WHERE name = ? AND id <> ?");
    if (dataset.name.empty() || taken.bind(dataset.name).bind(dataset.id).step())
        rejectSetting("name", "\"" + dataset.name + "\"", Message{MessageId::ValueOtherName, {}});
    const SplitShares& shares = dataset.shares;
    if (!(shares.validation >= 0) || !(shares.test >= 0) || !(shares.validation + shares.test <= 1))
        rejectSetting("shares", std::to_string(shares.validation) + " + " + std::to_string(shares.test),
                      Message{MessageId::ValueShares, {}});
}

}  // namespace

std::vector<Dataset> DatasetStore::all() const {
    std::vector<Dataset> list;
    auto select = database_.prepare(std::string(selectDatasets) + " ORDER BY id");
    while (select.step()) list.push_back(readDataset(select));
    return list;
}

std::optional<Dataset> DatasetStore::find(std::int64_t id) const {
    auto select = database_.prepare(std::string(selectDatasets) + " WHERE id = ?");
    if (!select.bind(id).step()) return std::nullopt;
    return readDataset(select);
}

std::int64_t DatasetStore::add(const Dataset& dataset) {
    Sqlite::Transaction transaction(database_);
    Dataset added = dataset;
    added.id = 0;
    check(database_, added);
    auto insert = database_.prepare("INSERT INTO dataset (name, rules, seed, validation, test) VALUES (?, ?, ?, ?, ?)");
    bindDataset(insert, added);
    insert.run();
    const std::int64_t id = database_.lastId();
    transaction.commit();
    return id;
}

void DatasetStore::update(const Dataset& dataset) {
    Sqlite::Transaction transaction(database_);
    check(database_, dataset);
    auto update = database_.prepare("UPDATE dataset SET name = ?, rules = ?, seed = ?, validation = ?, test = ? WHERE id = ?");
    bindDataset(update, dataset);
    update.bind(dataset.id).run();
    if (database_.changes() == 0) database_.noRecord(MessageId::WorkspaceNoDataset, dataset.id);
    transaction.commit();
}

void DatasetStore::remove(std::int64_t id) { database_.prepare("DELETE FROM dataset WHERE id = ?").bind(id).run(); }

void DatasetStore::restore(const Dataset& dataset, const std::unordered_map<std::int64_t, Subset>& subsets) {
    Sqlite::Transaction transaction(database_);
    check(database_, dataset);
    {
        auto insert =
            database_.prepare("INSERT INTO dataset (name, rules, seed, validation, test, id) VALUES (?, ?, ?, ?, ?, ?)");
        bindDataset(insert, dataset);
        insert.bind(dataset.id).run();
        auto subset =
            database_.prepare("INSERT INTO side (dataset_id, piece_id, side) SELECT ?, id, ? FROM piece WHERE id = ?");
        for (const auto& [piece, where] : subsets) subset.bind(dataset.id).bind(static_cast<int>(where)).bind(piece).run();
    }
    transaction.commit();
}

std::unordered_map<std::int64_t, Subset> DatasetStore::subsets(std::int64_t datasetId) const {
    std::unordered_map<std::int64_t, Subset> result;
    auto select = database_.prepare("SELECT piece_id, side FROM side WHERE dataset_id = ?");
    select.bind(datasetId);
    while (select.step()) result[select.integer(0)] = static_cast<Subset>(std::clamp<std::int64_t>(select.integer(1), 0, 3));
    return result;
}

void DatasetStore::setSubsets(std::int64_t datasetId, const std::vector<std::int64_t>& pieceIds, std::optional<Subset> subset) {
    Sqlite::Transaction transaction(database_);
    if (!find(datasetId)) database_.noRecord(MessageId::WorkspaceNoDataset, datasetId);
    {
        auto remove = database_.prepare("DELETE FROM side WHERE dataset_id = ? AND piece_id = ?");
        auto insert =
            database_.prepare("INSERT INTO side (dataset_id, piece_id, side) SELECT ?, id, ? FROM piece WHERE id = ?");
        for (const std::int64_t id : pieceIds) {
            remove.bind(datasetId).bind(id).run();
            if (subset) insert.bind(datasetId).bind(static_cast<int>(*subset)).bind(id).run();
        }
    }
    transaction.commit();
}

}  // namespace ricercar
