// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/PieceModel.h"

#include "ui/kit/Icons.h"
#include "ui/kit/Theme.h"
#include "ui/kit/TwoLineDelegate.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ricercar {
namespace {

constexpr int manyGaps = 200;  ///< removing one by one takes longer than a new list

Tone toneOf(PieceState state) {
    return state == PieceState::Accepted ? Tone::Good : state == PieceState::Warned ? Tone::Warning : Tone::Error;
}

QString signOf(PieceState state) {
    return state == PieceState::Accepted ? QStringLiteral("check")
           : state == PieceState::Warned ? QStringLiteral("warning")
                                         : QStringLiteral("error");
}

QIcon signIcon(PieceState state) {
    const Theme theme = Theme::current();
    return icon(signOf(state), state == PieceState::Accepted ? theme.good
                               : state == PieceState::Warned ? theme.warning
                                                             : theme.error);
}

int stateColumn() {
    static const int column = pieceColumn("state");
    return column;
}

const PieceColumn& columnAt(int column) { return pieceColumns()[static_cast<std::size_t>(column)]; }

}  // namespace

PieceModel::PieceModel(WorkspaceStore& store, QObject* parent)
    : QAbstractTableModel(parent),
      store_(store),
      collator_(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale()) {
    collator_.setNumericMode(true);
    collator_.setCaseSensitivity(Qt::CaseInsensitive);
    connect(&store_, &WorkspaceStore::piecesChanged, this, &PieceModel::reload);
    reload(0);
}

void PieceModel::setPlan(MembershipOf membership, MembershipOf tried,
                         std::function<const DuplicateRelation*(std::int64_t)> kinship) {
    membership_ = std::move(membership);
    tried_ = std::move(tried);
    kinship_ = std::move(kinship);
    planChanged();
}

void PieceModel::planChanged() {
    forgetCaches();
    if (!pieces_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void PieceModel::reload(int same) {
    const auto& now = store_.pieces();
    if (opening_ != store_.openings()) {
        opening_ = store_.openings();
        beginResetModel();
        pieces_ = now;
        forgetCaches();
        endResetModel();
        return;
    }
    if (same < rowCount()) {
        removeMissing();
        updateChanged();
    }
    append();
}

void PieceModel::removeMissing() {
    const auto& now = store_.pieces();
    std::vector<std::pair<int, int>> gaps;  // rows, first and last
    auto at = now.begin();
    for (int row = 0; row < rowCount(); ++row) {
        const std::int64_t id = pieces_[static_cast<std::size_t>(row)].id;
        at = std::find_if(at, now.end(), [id](const Piece& piece) { return piece.id >= id; });
        if (at != now.end() && at->id == id) continue;
        if (!gaps.empty() && gaps.back().second == row - 1)
            gaps.back().second = row;
        else
            gaps.emplace_back(row, row);
    }
    if (gaps.size() > manyGaps) {
        beginResetModel();
        pieces_ = now;
        forgetCaches();
        endResetModel();
        return;
    }
    for (auto gap = gaps.rbegin(); gap != gaps.rend(); ++gap) {
        beginRemoveRows({}, gap->first, gap->second);
        pieces_.erase(pieces_.begin() + gap->first, pieces_.begin() + gap->second + 1);
        forgetCaches();
        endRemoveRows();
    }
}

void PieceModel::updateChanged() {
    const auto& now = store_.pieces();
    int first = -1, last = -1;
    std::size_t row = 0;
    for (std::size_t i = 0; i < now.size() && row < pieces_.size(); ++i) {
        if (now[i].id != pieces_[row].id) {  // an id between those that are there: a list from elsewhere
            beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
            pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(row), now[i]);
            forgetCaches();
            endInsertRows();
        } else if (!(now[i] == pieces_[row])) {
            pieces_[row] = now[i];
            first = first < 0 ? static_cast<int>(row) : first;
            last = static_cast<int>(row);
        }
        ++row;
    }
    if (first < 0) return;
    forgetCaches();
    emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void PieceModel::append() {
    const auto& now = store_.pieces();
    const int before = rowCount();
    if (static_cast<int>(now.size()) <= before) return;
    beginInsertRows({}, before, static_cast<int>(now.size()) - 1);
    pieces_.insert(pieces_.end(), now.begin() + before, now.end());
    endInsertRows();
}

void PieceModel::forgetCaches() {
    keyColumn_ = -1;
    numbers_.clear();
    texts_.clear();
    words_.clear();
}

int PieceModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(pieces_.size()); }

int PieceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(pieceColumns().size());
}

int PieceModel::rowOf(std::int64_t id) const {
    const auto at = std::lower_bound(pieces_.begin(), pieces_.end(), id,
                                     [](const Piece& piece, std::int64_t wanted) { return piece.id < wanted; });
    return at == pieces_.end() || at->id != id ? -1 : static_cast<int>(at - pieces_.begin());
}

PieceFacts PieceModel::facts(int row) const {
    const Piece& piece = pieces_[static_cast<std::size_t>(row)];
    PieceFacts facts{piece, membership_ ? membership_(piece.id) : nullptr, kinship_ ? kinship_(piece.id) : nullptr};
    if (const Membership* tried = tried_ ? tried_(piece.id) : nullptr) facts.before = std::exchange(facts.membership, tried);
    if (facts.kinship) {
        const int other = rowOf(facts.kinship->same != 0 ? facts.kinship->same : facts.kinship->near);
        if (other >= 0) facts.relative = &pieces_[static_cast<std::size_t>(other)];
    }
    return facts;
}

QVariant PieceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
    const PieceColumn& column = columnAt(index.column());
    const Piece& piece = pieces_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return column.text(facts(index.row()));
        case Qt::ToolTipRole: {
            QString tip = fromUtf8(piece.title) + QLatin1Char('\n') + fromUtf8(piece.path);
            const QString reasons = pieceReasons(facts(index.row()));
            if (!reasons.isEmpty()) tip += QStringLiteral("\n\n") + reasons;
            return tip;
        }
        case Qt::DecorationRole: return index.column() == stateColumn() ? QVariant(signIcon(piece.state)) : QVariant();
        case Qt::TextAlignmentRole: return static_cast<int>((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case IdRole: return static_cast<qlonglong>(piece.id);
        case StateRole: return static_cast<int>(piece.state);
        case SideRole: {
            const Membership* membership = facts(index.row()).membership;
            return membership ? static_cast<int>(membership->subset) : -1;
        }
        case TwoLineDelegate::DetailRole: return pieceDetail(piece);
        case TwoLineDelegate::ToneRole: return static_cast<int>(toneOf(piece.state));
        case TwoLineDelegate::SignRole: return signOf(piece.state);
        default: return {};
    }
}

QVariant PieceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const PieceColumn& column = columnAt(section);
    switch (role) {
        case Qt::DisplayRole: return column.title();
        case Qt::ToolTipRole: return column.tooltip();
        case Qt::TextAlignmentRole: return static_cast<int>((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        default: return {};
    }
}

void PieceModel::makeKeys(int column) const {
    const bool numeric = columnAt(column).number;
    if (keyColumn_ != column) {
        keyColumn_ = column;
        numbers_.clear();
        texts_.clear();
    }
    for (int row = static_cast<int>(numeric ? numbers_.size() : texts_.size()); row < rowCount(); ++row) {
        const PieceFacts facts = this->facts(row);
        if (numeric)
            numbers_.push_back(columnAt(column).number(facts));
        else
            texts_.push_back(collator_.sortKey(columnAt(column).text(facts)));
    }
}

bool PieceModel::less(int column, int left, int right) const {
    if (keyColumn_ != column || std::max(numbers_.size(), texts_.size()) < pieces_.size()) makeKeys(column);
    const auto l = static_cast<std::size_t>(left), r = static_cast<std::size_t>(right);
    return columnAt(column).number ? numbers_[l] < numbers_[r] : texts_[l] < texts_[r];
}

const QString& PieceModel::words(int row) const {
    words_.resize(pieces_.size());
    QString& all = words_[static_cast<std::size_t>(row)];
    if (all.isNull()) {
        const PieceFacts facts = this->facts(row);
        static const std::array searched{pieceColumn("title"), pieceColumn("tags"), pieceColumn("key"), pieceColumn("meter")};
        for (const int column : searched) all += columnAt(column).text(facts) + QLatin1Char('\n');
        all += fromUtf8(facts.piece.path) + QLatin1Char('\n') + pieceReasons(facts);
        all = all.toCaseFolded();
    }
    return all;
}

}  // namespace ricercar
