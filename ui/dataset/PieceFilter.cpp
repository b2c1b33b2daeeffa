// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/PieceFilter.h"

#include "ui/dataset/PieceModel.h"

#include <algorithm>

namespace ricercar {

PieceFilter::PieceFilter(PieceModel& model, QObject* parent) : QSortFilterProxyModel(parent), model_(model) {
    setSourceModel(&model);
}

void PieceFilter::setWords(const QString& words) {
    const QStringList wanted = words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (wanted == words_) return;
    words_ = wanted;
    invalidateFilter();
}

void PieceFilter::setState(std::optional<PieceState> state) {
    if (state == state_) return;
    state_ = state;
    invalidateFilter();
}

void PieceFilter::setSubset(std::optional<Subset> subset) {
    if (subset == subset_) return;
    subset_ = subset;
    invalidateFilter();
}

bool PieceFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    if (state_ || subset_) {
        const PieceFacts facts = model_.facts(row);
        if (state_ && facts.piece.state != *state_) return false;
        if (subset_ && (!facts.membership || facts.membership->subset != *subset_)) return false;
    }
    if (words_.isEmpty()) return true;
    const QString& all = model_.words(row);
    return std::all_of(words_.begin(), words_.end(), [&](const QString& word) { return all.contains(word); });
}

bool PieceFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    return model_.less(left.column(), left.row(), right.row());
}

}  // namespace ricercar
