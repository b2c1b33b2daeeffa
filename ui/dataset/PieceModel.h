#pragma once

#include "core/dataset/Workspace.h"

#include <QAbstractTableModel>

namespace ricercar {

class Session;

/// The pieces of the session, a row each.
class PieceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Title, Bars, Meter, Key, Notes, ColumnCount };
    enum Role { SortRole = Qt::UserRole, IdRole, StateRole };

    explicit PieceModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void reload();
    [[nodiscard]] QVariant shown(const Piece& piece, int column) const;
    [[nodiscard]] QVariant sorted(const Piece& piece, int column) const;

    Session& session_;
    std::vector<Piece> pieces_;
};

/// What was repaired or why it was rejected, else its figures in a line.
QString pieceDetail(const Piece& piece);

}  // namespace ricercar
