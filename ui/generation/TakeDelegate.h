// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace ricercar {

class WorkspaceStore;
struct TakeRow;
struct Theme;

/// A take as a small roll over its name, its state and its facts. The small rolls are kept.
class TakeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TakeDelegate(const WorkspaceStore& store, QObject* parent);

    /// As high as the view, side by side, rather than one below the other.
    void setStrip(bool on) { strip_ = on; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Small rolls that were painted so far.
    [[nodiscard]] int painted() const { return painted_; }

private:
    [[nodiscard]] QPixmap roll(const TakeRow& take, const QSize& size, double scale, const Theme& theme) const;

    const WorkspaceStore& store_;
    bool strip_ = false;
    mutable QCache<QString, QPixmap> rolls_;
    mutable int painted_ = 0;
};

}  // namespace ricercar
