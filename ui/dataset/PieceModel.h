// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/PieceColumns.h"

#include <QAbstractTableModel>
#include <QCollator>

#include <functional>
#include <vector>

namespace ricercar {

class WorkspaceStore;

/// The pieces of the workspace, a row each, by id. What comes in later is inserted, what goes is removed; nothing is reset but
/// when another workspace opens.
class PieceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int Title = 0;
    enum Role { IdRole = Qt::UserRole, StateRole, SideRole };

    explicit PieceModel(WorkspaceStore& store, QObject* parent = nullptr);

    using MembershipOf = std::function<const Membership*(std::int64_t)>;
    /// Where split and duplicates come from; each may give nothing. `tried`: with the rules that are tried out. Call
    /// planChanged() when they say something else.
    void setPlan(MembershipOf membership, MembershipOf tried, std::function<const DuplicateRelation*(std::int64_t)> kinship);
    void planChanged();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// -1: there is none.
    [[nodiscard]] int rowOf(std::int64_t id) const;
    [[nodiscard]] PieceFacts facts(int row) const;
    /// The order of two rows by a column.
    [[nodiscard]] bool less(int column, int left, int right) const;
    /// Title, file, tags, key, meter and reasons in one.
    [[nodiscard]] const QString& words(int row) const;

private:
    void reload(int same);
    void removeMissing();
    void updateChanged();
    void append();
    void forgetCaches();
    /// Makes the keys of a column for all rows.
    void makeKeys(int column) const;

    WorkspaceStore& store_;
    MembershipOf membership_;
    MembershipOf tried_;
    std::function<const DuplicateRelation*(std::int64_t)> kinship_;
    std::vector<Piece> pieces_;
    int opening_ = 0;  ///< of the store, when the pieces were taken over
    QCollator collator_;
    mutable int keyColumn_ = -1;
    mutable std::vector<double> numbers_;          ///< keys of that column, or
    mutable std::vector<QCollatorSortKey> texts_;  ///< these
    mutable std::vector<QString> words_;           ///< null: not made yet
};

}  // namespace ricercar
