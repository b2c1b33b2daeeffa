// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ricercar {

class WorkspaceStore;

/// A take as a small roll over its name and its facts.
class TakeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TakeDelegate(const WorkspaceStore& store, QObject* parent);

    /// As high as the view, side by side, rather than one below the other.
    void setStrip(bool on) { strip_ = on; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const WorkspaceStore& store_;
    bool strip_ = false;
};

}  // namespace ricercar
