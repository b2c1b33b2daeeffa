// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QString>

namespace ricercar {

class TakeModel;

/// The takes that are looked for, in the model's order.
class TakeFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    TakeFilter(TakeModel& model, QObject* parent);

    /// Of a name or a tag; empty: any.
    void setWords(const QString& words);
    void setLikedOnly(bool on);
    /// Empty: any.
    void setTag(const QString& tag);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    TakeModel& model_;
    QString words_;
    QString tag_;
    bool liked_ = false;
};

}  // namespace ricercar
