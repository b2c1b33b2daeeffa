// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Piece.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace ricercar {

class PieceModel;

/// Rows that hold all words searched for, in the state and on the subset asked for.
class PieceFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit PieceFilter(PieceModel& model, QObject* parent = nullptr);

    void setWords(const QString& words);
    void setState(std::optional<PieceState> state);
    void setSubset(std::optional<Subset> subset);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    PieceModel& model_;
    QStringList words_;
    std::optional<PieceState> state_;
    std::optional<Subset> subset_;
};

}  // namespace ricercar
