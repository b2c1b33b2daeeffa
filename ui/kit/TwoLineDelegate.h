// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ricercar {

enum class Tone { Plain, Good, Warning, Error };

/// A row in two lines: a sign and the title, below it a detail in small letters.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole + 100,  ///< the second line
        SignRole,                         ///< name of an icon
        ToneRole,                         ///< a Tone, as int
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace ricercar
