#pragma once

#include "core/dataset/Workspace.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace ricercar {

/// Rows whose title, key or remark contains the words searched for, and whose state is the one asked for.
class PieceFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit PieceFilter(QObject* parent = nullptr);

    void setWords(const QString& words);
    void setState(std::optional<PieceState> state);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
    std::optional<PieceState> state_;
};

}  // namespace ricercar
