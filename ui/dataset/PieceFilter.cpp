#include "ui/dataset/PieceFilter.h"

#include "ui/dataset/PieceModel.h"
#include "ui/theme/TwoLineDelegate.h"

#include <algorithm>

namespace ricercar {

PieceFilter::PieceFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(PieceModel::SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void PieceFilter::setWords(const QString& words) {
    words_ = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void PieceFilter::setState(std::optional<PieceState> state) {
    state_ = state;
    invalidateFilter();
}

bool PieceFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex title = sourceModel()->index(row, PieceModel::Title, parent);
    if (state_ && title.data(PieceModel::StateRole).toInt() != static_cast<int>(*state_)) return false;
    if (words_.isEmpty()) return true;
    const QString all = title.data().toString() + QLatin1Char(' ') + title.data(TwoLineDelegate::DetailRole).toString() +
                        QLatin1Char(' ') + sourceModel()->index(row, PieceModel::Key, parent).data().toString();
    return std::all_of(words_.begin(), words_.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace ricercar
