// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>
#include <unordered_map>

namespace ricercar {

class TakeFigures;
class WorkspaceStore;

enum class TakeOrder { Date, Likelihood, Closeness, Density, Similarity };

/// The takes of the workspace, the newest first. Words are made when a row is painted; of thousands most never are.
class TakeModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole };

    TakeModel(WorkspaceStore& store, TakeFigures& figures, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Renames a take: a step that can be undone.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& rows) const override;
    /// Writes a take to a file that can be dragged to other programs; its path.
    void setFileOf(std::function<QString(const Take&)> fileOf) { fileOf_ = std::move(fileOf); }
    [[nodiscard]] int rowOf(std::int64_t id) const;
    [[nodiscard]] std::int64_t idAt(int row) const { return ids_[static_cast<std::size_t>(row)]; }
    /// Null while the list is about to change.
    [[nodiscard]] const TakeRow* takeAt(int row) const;

    /// What the takes are put in order by. `chosen`: of Similarity.
    void setOrder(TakeOrder order, std::int64_t chosen);
    [[nodiscard]] TakeOrder order() const { return order_; }
    /// The lower comes first; nothing: last.
    [[nodiscard]] const std::optional<double>& keyAt(int row) const { return keys_[static_cast<std::size_t>(row)]; }
    /// Every tag there is.
    [[nodiscard]] QStringList tags() const;

signals:
    /// Other keys.
    void ordered();

private:
    void reload();
    void tell(const std::vector<std::int64_t>& takes);
    void makeKeys();
    [[nodiscard]] std::optional<double> keyOf(const TakeRow& take, const TakeRow* chosen) const;
    [[nodiscard]] static QString detailOf(const TakeRow& take);
    [[nodiscard]] static QString tipOf(const TakeRow& take);

    WorkspaceStore& store_;
    TakeFigures& figures_;
    std::vector<std::int64_t> ids_;
    std::unordered_map<std::int64_t, int> rows_;  ///< by id
    std::vector<std::optional<double>> keys_;
    TakeOrder order_ = TakeOrder::Date;
    std::int64_t chosen_ = 0;
    std::function<QString(const Take&)> fileOf_;
};

}  // namespace ricercar
