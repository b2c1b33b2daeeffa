#include "ui/dataset/PieceModel.h"

#include "ui/Words.h"
#include "ui/session/Session.h"
#include "ui/theme/TwoLineDelegate.h"

#include <algorithm>

namespace ricercar {
namespace {

Tone toneOf(PieceState state) {
    return state == PieceState::Accepted ? Tone::Good : state == PieceState::Warned ? Tone::Warning : Tone::Error;
}

QString signOf(PieceState state) {
    return state == PieceState::Accepted ? QStringLiteral("check")
           : state == PieceState::Warned ? QStringLiteral("warning")
                                         : QStringLiteral("error");
}

}  // namespace

QString pieceDetail(const Piece& piece) {
    if (!piece.remarks.empty()) return text(piece.remarks.front());
    const int bars = barsOf(piece.steps, piece.barOffset, piece.meter);
    return PieceModel::tr("%1 · %n bars · %2 bpm", nullptr, bars)
        .arg(fromUtf8(piece.meter.text()), QLocale().toString(piece.tempo, 'f', 0));
}

PieceModel::PieceModel(Session& session, QObject* parent) : QAbstractTableModel(parent), session_(session) {
    connect(&session_, &Session::piecesChanged, this, &PieceModel::reload);
    reload();
}

void PieceModel::reload() {
    const auto& now = session_.pieces();
    const auto sameId = [](const Piece& a, const Piece& b) { return a.id == b.id; };
    const bool grown = now.size() >= pieces_.size() && std::equal(pieces_.begin(), pieces_.end(), now.begin(), sameId);
    if (!grown) {
        beginResetModel();
        pieces_ = now;
        endResetModel();
        return;
    }
    const int before = static_cast<int>(pieces_.size());
    std::copy(now.begin(), now.begin() + before, pieces_.begin());
    if (before > 0) emit dataChanged(index(0, 0), index(before - 1, ColumnCount - 1));
    if (now.size() == pieces_.size()) return;
    beginInsertRows({}, before, static_cast<int>(now.size()) - 1);
    pieces_.insert(pieces_.end(), now.begin() + before, now.end());
    endInsertRows();
}

int PieceModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(pieces_.size()); }

int PieceModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant PieceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Piece& piece = pieces_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return shown(piece, index.column());
        case Qt::ToolTipRole: {
            QString tip = fromUtf8(piece.title) + QLatin1Char('\n') + fromUtf8(piece.path);
            if (!piece.remarks.empty()) tip += QLatin1Char('\n') + text(piece.remarks);
            return tip;
        }
        case Qt::TextAlignmentRole:
            return index.column() == Bars || index.column() == Notes ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
        case SortRole: return sorted(piece, index.column());
        case IdRole: return static_cast<qlonglong>(piece.id);
        case StateRole: return static_cast<int>(piece.state);
        case TwoLineDelegate::DetailRole: return pieceDetail(piece);
        case TwoLineDelegate::ToneRole: return static_cast<int>(toneOf(piece.state));
        case TwoLineDelegate::SignRole: return signOf(piece.state);
        default: return {};
    }
}

QVariant PieceModel::shown(const Piece& piece, int column) const {
    const bool rejected = piece.state == PieceState::Rejected;
    switch (column) {
        case Title:
            return piece.parts > 1 ? tr("%1 (part %2)").arg(fromUtf8(piece.title)).arg(piece.part + 1) : fromUtf8(piece.title);
        case Bars: return rejected ? QString() : whole(barsOf(piece.steps, piece.barOffset, piece.meter));
        case Meter: return fromUtf8(piece.meter.text());
        case Key: return rejected ? QString() : keyName(piece.key);
        case Notes: return rejected ? QString() : whole(piece.statistics.notes);
        default: return {};
    }
}

QVariant PieceModel::sorted(const Piece& piece, int column) const {
    switch (column) {
        case Bars: return barsOf(piece.steps, piece.barOffset, piece.meter);
        case Notes: return piece.statistics.notes;
        default: return shown(piece, column);
    }
}

QVariant PieceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Title: return tr("Piece");
        case Bars: return tr("Bars");
        case Meter: return tr("Meter");
        case Key: return tr("Key");
        case Notes: return tr("Notes");
        default: return {};
    }
}

}  // namespace ricercar
