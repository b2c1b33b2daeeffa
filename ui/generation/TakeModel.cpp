// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/TakeModel.h"

#include "ui/kit/TwoLineDelegate.h"
#include "ui/services/TakeFigures.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <set>

namespace ricercar {

TakeModel::TakeModel(WorkspaceStore& store, TakeFigures& figures, QObject* parent)
    : QAbstractListModel(parent), store_(store), figures_(figures) {
    connect(&store_, &WorkspaceStore::takesChanged, this, &TakeModel::reload);
    connect(&store_, &WorkspaceStore::takesMarked, this, &TakeModel::tell);
    connect(&figures_, &TakeFigures::indexChanged, this, &TakeModel::makeKeys);
    reload();
}

QString TakeModel::detailOf(const TakeRow& take) {
    const QJsonObject settings = QJsonDocument::fromJson(QByteArray::fromStdString(take.settings)).object();
    QStringList parts{tr("%Ln bars", nullptr, barsOf(take.steps, take.barOffset, take.meter))};
    if (take.facts.nats) parts << tr("%1 nats").arg(QLocale().toString(*take.facts.nats, 'f', 2));
    const auto unusual = [&](const char* key, const QString& words, double usual = 1.0) {
        const double value = settings.value(QLatin1String(key)).toDouble(usual);
        if (value != usual) parts << words.arg(QLocale().toString(value, 'g', 3));
    };
    unusual("temperature", tr("temperature %1"));
    unusual("conservativity", tr("conservativity %1"));
    unusual("floor", tr("floor %1"), 0.0);
    if (take.primerSteps > 0) parts << tr("with a primer");
    if (WorkspaceStore::isUnsaved(take.id)) parts.prepend(tr("not saved yet"));
    return parts.join(QStringLiteral(" · "));
}

QString TakeModel::tipOf(const TakeRow& take) {
    QStringList lines{fromUtf8(take.name), detailOf(take)};
    QStringList marks{take.marks.heard ? tr("heard") : tr("not heard yet")};
    if (take.marks.liked) marks << tr("liked");
    if (take.marks.exported) marks << tr("exported");
    for (const std::string& tag : take.marks.tags) marks << QLatin1Char('#') + fromUtf8(tag);
    lines << marks.join(QStringLiteral(" · "));
    const QDateTime utc = QDateTime::fromString(fromUtf8(take.created), Qt::ISODate);
    if (utc.isValid()) lines << QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat);
    return lines.join(QLatin1Char('\n'));
}

void TakeModel::reload() {
    std::vector<std::int64_t> now;
    const auto& takes = store_.takes();
    now.reserve(takes.size());
    for (auto take = takes.rbegin(); take != takes.rend(); ++take) now.push_back(take->id);
    const auto adopt = [this](std::vector<std::int64_t> ids) {
        ids_ = std::move(ids);
        rows_.clear();
        for (std::size_t row = 0; row < ids_.size(); ++row) rows_[ids_[row]] = static_cast<int>(row);
        keys_.assign(ids_.size(), std::nullopt);
    };
    if (now == ids_) {
        if (!ids_.empty()) emit dataChanged(index(0), index(rowCount() - 1));
    } else if (now.size() == ids_.size() + 1 && std::equal(now.begin() + 1, now.end(), ids_.begin())) {
        beginInsertRows({}, 0, 0);
        adopt(std::move(now));
        endInsertRows();
    } else {
        beginResetModel();
        adopt(std::move(now));
        endResetModel();
    }
    makeKeys();
}

void TakeModel::tell(const std::vector<std::int64_t>& takes) {
    makeKeys();
    for (const std::int64_t id : takes)
        if (const int row = rowOf(id); row >= 0) emit dataChanged(index(row), index(row));
}

void TakeModel::setOrder(TakeOrder order, std::int64_t chosen) {
    order_ = order;
    chosen_ = chosen;
    makeKeys();
}

std::optional<double> TakeModel::keyOf(const TakeRow& take, const TakeRow* chosen) const {
    switch (order_) {
        case TakeOrder::Date: break;
        case TakeOrder::Likelihood: return take.facts.nats;
        case TakeOrder::Closeness: return figures_.distance(take.facts);
        case TakeOrder::Density:
            if (take.facts.figures) return -valueOf(*take.facts.figures, Figure::NotesPerBar);
            break;
        case TakeOrder::Similarity:
            if (chosen) return figures_.distance(take.facts, chosen->facts);
            break;
    }
    return std::nullopt;
}

void TakeModel::makeKeys() {
    const TakeRow* chosen = chosen_ != 0 ? store_.takeRow(chosen_) : nullptr;
    const auto& takes = store_.takes();
    bool changed = false;
    if (takes.size() != ids_.size()) return;
    for (std::size_t row = 0; row < ids_.size(); ++row) {
        auto key = keyOf(takes[takes.size() - 1 - row], chosen);
        changed |= key != keys_[row];
        keys_[row] = key;
    }
    if (changed) emit ordered();
}

QStringList TakeModel::tags() const {
    std::set<std::string> tags;
    for (const TakeRow& take : store_.takes()) tags.insert(take.marks.tags.begin(), take.marks.tags.end());
    QStringList words;
    for (const std::string& tag : tags) words << fromUtf8(tag);
    return words;
}

const TakeRow* TakeModel::takeAt(int row) const {
    const auto& takes = store_.takes();
    if (takes.size() == ids_.size()) {
        const TakeRow& take = takes[takes.size() - 1 - static_cast<std::size_t>(row)];
        if (take.id == idAt(row)) return &take;
    }
    return store_.takeRow(idAt(row));
}

int TakeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(ids_.size()); }

int TakeModel::rowOf(std::int64_t id) const {
    const auto row = rows_.find(id);
    return row == rows_.end() ? -1 : row->second;
}

Qt::ItemFlags TakeModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (!index.isValid()) return flags;
    if (fileOf_) flags |= Qt::ItemIsDragEnabled;
    if (!WorkspaceStore::isUnsaved(idAt(index.row()))) flags |= Qt::ItemIsEditable;
    return flags;
}

bool TakeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::EditRole) return false;
    store_.renameTake(idAt(index.row()), value.toString());
    return true;
}

QStringList TakeModel::mimeTypes() const { return {QStringLiteral("text/uri-list")}; }

QMimeData* TakeModel::mimeData(const QModelIndexList& rows) const {
    QList<QUrl> urls;
    for (const QModelIndex& row : rows) {
        const std::optional<Take> take = store_.take(idAt(row.row()));
        const QString file = take && fileOf_ ? fileOf_(*take) : QString();
        if (!file.isEmpty()) urls << QUrl::fromLocalFile(file);
    }
    if (urls.isEmpty()) return nullptr;
    auto* data = new QMimeData;
    data->setUrls(urls);
    return data;
}

QVariant TakeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == IdRole) return static_cast<qlonglong>(idAt(index.row()));
    const TakeRow* take = takeAt(index.row());
    if (!take) return {};
    const bool unsaved = WorkspaceStore::isUnsaved(take->id);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: return fromUtf8(take->name);
        case Qt::ToolTipRole: return tipOf(*take);
        case TwoLineDelegate::DetailRole: return detailOf(*take);
        case TwoLineDelegate::SignRole: return unsaved ? QStringLiteral("warning") : QStringLiteral("note");
        case TwoLineDelegate::ToneRole: return static_cast<int>(unsaved ? Tone::Warning : Tone::Plain);
        default: return {};
    }
}

}  // namespace ricercar
