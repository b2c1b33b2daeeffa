// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/TakeFilter.h"

#include "ui/generation/TakeModel.h"
#include "ui/words/Words.h"

#include <algorithm>

namespace ricercar {

TakeFilter::TakeFilter(TakeModel& model, QObject* parent) : QSortFilterProxyModel(parent), model_(model) {
    setSourceModel(&model);
    setDynamicSortFilter(true);
    sort(0);
    connect(&model, &TakeModel::ordered, this, [this] { invalidate(); });
}

void TakeFilter::setWords(const QString& words) {
    words_ = words.trimmed();
    invalidateFilter();
}

void TakeFilter::setLikedOnly(bool on) {
    liked_ = on;
    invalidateFilter();
}

void TakeFilter::setTag(const QString& tag) {
    tag_ = tag;
    invalidateFilter();
}

bool TakeFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    if (words_.isEmpty() && tag_.isEmpty() && !liked_) return true;
    const TakeRow* take = model_.takeAt(row);
    if (!take || (liked_ && !take->marks.liked)) return false;
    const auto& tags = take->marks.tags;
    if (!tag_.isEmpty() && std::ranges::find(tags, toUtf8(tag_)) == tags.end()) return false;
    if (words_.isEmpty()) return true;
    const auto has = [this](const std::string& text) { return fromUtf8(text).contains(words_, Qt::CaseInsensitive); };
    return has(take->name) || std::ranges::any_of(tags, has);
}

bool TakeFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto& a = model_.keyAt(left.row());
    const auto& b = model_.keyAt(right.row());
    if (a.has_value() != b.has_value()) return a.has_value();
    return a && *a != *b ? *a < *b : left.row() < right.row();
}

}  // namespace ricercar
