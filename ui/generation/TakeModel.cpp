// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/TakeModel.h"

#include "ui/kit/TwoLineDelegate.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace ricercar {

TakeModel::TakeModel(WorkspaceStore& store, QObject* parent) : QAbstractListModel(parent), store_(store) {
    connect(&store_, &WorkspaceStore::takesChanged, this, &TakeModel::reload);
    reload();
}

TakeModel::Row TakeModel::rowFor(const Take& take) {
    const QJsonObject settings = QJsonDocument::fromJson(QByteArray::fromStdString(take.settings)).object();
    const int bars = barsOf(take.roll.steps(), take.roll.barOffset(), take.roll.meter());
    Row row;
    row.id = take.id;
    row.title = fromUtf8(take.name);
    QStringList parts{tr("%Ln bars", nullptr, bars)};
    const auto unusual = [&](const char* key, const QString& words, double usual = 1.0) {
        const double value = settings.value(QLatin1String(key)).toDouble(usual);
        if (value != usual) parts << words.arg(QLocale().toString(value, 'g', 3));
    };
    unusual("temperature", tr("temperature %1"));
    unusual("conservativity", tr("conservativity %1"));
    unusual("floor", tr("floor %1"), 0.0);
    if (take.primerSteps > 0) parts << tr("with a primer");
    row.unsaved = WorkspaceStore::isUnsaved(take.id);
    if (row.unsaved) parts.prepend(tr("not saved yet"));
    row.detail = parts.join(QStringLiteral(" · "));
    const QDateTime utc = QDateTime::fromString(fromUtf8(take.created), Qt::ISODate);
    row.tip = row.title + QLatin1Char('\n') + row.detail;
    if (utc.isValid()) row.tip += QLatin1Char('\n') + QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat);
    return row;
}

void TakeModel::reload() {
    const auto& takes = store_.takes();
    std::vector<Row> now;
    now.reserve(takes.size());
    for (auto take = takes.rbegin(); take != takes.rend(); ++take) now.push_back(rowFor(*take));
    const auto sameId = [](const Row& a, const Row& b) { return a.id == b.id; };
    if (now.size() == rows_.size() + 1 && std::equal(now.begin() + 1, now.end(), rows_.begin(), rows_.end(), sameId)) {
        beginInsertRows({}, 0, 0);
        rows_ = std::move(now);
        endInsertRows();
        return;
    }
    beginResetModel();
    rows_ = std::move(now);
    endResetModel();
}

int TakeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }

int TakeModel::rowOf(std::int64_t id) const {
    const auto at = std::find_if(rows_.begin(), rows_.end(), [id](const Row& row) { return row.id == id; });
    return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

Qt::ItemFlags TakeModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() && fileOf_ ? usual | Qt::ItemIsDragEnabled : usual;
}

QStringList TakeModel::mimeTypes() const { return {QStringLiteral("text/uri-list")}; }

QMimeData* TakeModel::mimeData(const QModelIndexList& rows) const {
    QList<QUrl> urls;
    for (const QModelIndex& row : rows) {
        const Take* take = store_.take(row.data(IdRole).toLongLong());
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
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return row.title;
        case Qt::ToolTipRole: return row.tip;
        case IdRole: return static_cast<qlonglong>(row.id);
        case TwoLineDelegate::DetailRole: return row.detail;
        case TwoLineDelegate::SignRole: return row.unsaved ? QStringLiteral("warning") : QStringLiteral("note");
        case TwoLineDelegate::ToneRole: return static_cast<int>(row.unsaved ? Tone::Warning : Tone::Plain);
        default: return {};
    }
}

}  // namespace ricercar
