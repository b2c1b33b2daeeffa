// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/TwoLineDelegate.h"

#include "ui/kit/ElidedLabel.h"
#include "ui/kit/Icons.h"
#include "ui/kit/Theme.h"

#include <QApplication>
#include <QPainter>

namespace ricercar {
namespace {

constexpr int margin = 8;
constexpr int signSize = 16;

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QColor signColor(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::Good: return theme.good;
        case Tone::Warning: return theme.warning;
        case Tone::Error: return theme.error;
        case Tone::Plain: break;
    }
    return theme.mutedText;
}

QColor detailColor(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::Warning: return theme.warningText;
        case Tone::Error: return theme.errorText;
        case Tone::Good:
        case Tone::Plain: break;
    }
    return theme.mutedText;
}

}  // namespace

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem box = option;
    initStyleOption(&box, index);
    box.text.clear();
    const QWidget* widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &box, painter, widget);

    const Theme theme(option.palette);
    const auto tone = static_cast<Tone>(index.data(ToneRole).toInt());
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const QColor onSelection = option.palette.color(QPalette::HighlightedText);
    const QRect area = option.rect.adjusted(margin, 5, -margin, -4);
    icon(index.data(SignRole).toString(), selected ? onSelection : signColor(theme, tone))
        .paint(painter, QRect(area.left(), area.top(), signSize, signSize));

    const QRect words = area.adjusted(signSize + margin, 0, 0, 0);
    const int line = option.fontMetrics.height();
    painter->save();
    painter->setFont(option.font);
    painter->setPen(selected ? onSelection : theme.text);
    painter->drawText(QRect(words.left(), words.top(), words.width(), line), Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
    const QFont small = smaller(option.font);
    const QFontMetrics metrics(small);
    painter->setFont(small);
    painter->setPen(selected ? onSelection : detailColor(theme, tone));
    painter->drawText(QRect(words.left(), words.top() + line + 1, words.width(), metrics.height()), Qt::AlignVCenter,
                      droppedTo(words.width(), index.data(DetailRole).toString(), metrics));
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QSize base = QStyledItemDelegate::sizeHint(option, index);
    return {base.width(), option.fontMetrics.height() + QFontMetrics(smaller(option.font)).height() + 10};
}

}  // namespace ricercar
