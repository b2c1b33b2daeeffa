// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/TakeDelegate.h"

#include "ui/canvas/Density.h"
#include "ui/canvas/RollContent.h"
#include "ui/generation/TakeModel.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/Theme.h"
#include "ui/kit/TwoLineDelegate.h"
#include "ui/services/WorkspaceStore.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int cardWidth = 176;
constexpr int listHeight = 84;
constexpr int margin = 6;
constexpr int fewestRows = 24;  // of the small roll, so that a single line is no wall

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

void paintRoll(QPainter& painter, const QRect& area, const Take& take, const Theme& theme) {
    painter.fillRect(area, theme.surface);
    const NoteIndex notes(gridNotes(take.roll));
    if (notes.notes().empty() || area.width() < 2) return;
    const auto [low, high] = std::minmax_element(notes.notes().begin(), notes.notes().end(),
                                                 [](const ShownNote& a, const ShownNote& b) { return a.pitch < b.pitch; });
    const int extra = std::max(0, (fewestRows - (high->pitch - low->pitch + 1) + 1) / 2);
    const PitchRange range{std::max(0, low->pitch - 1 - extra), std::min(127, high->pitch + 1 + extra)};
    const double scale = painter.device()->devicePixelRatioF();
    const int columns = static_cast<int>(std::lround(area.width() * scale));
    const DensityView view{columns, 0.0, take.roll.steps() / static_cast<double>(columns), range};
    const double primer = take.primerSteps / view.stepsPerColumn;
    painter.drawImage(
        QRectF(area),
        packed(densityPicture(notes, view, [&](int column) { return (column < primer ? theme.primerNote : theme.note).rgb(); }),
               static_cast<int>(area.height() * scale)));
}

}  // namespace

TakeDelegate::TakeDelegate(const WorkspaceStore& store, QObject* parent) : QStyledItemDelegate(parent), store_(store) {}

void TakeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem box = option;
    initStyleOption(&box, index);
    box.text.clear();
    const QWidget* widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &box, painter, widget);
    const Theme theme(option.palette);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const QFont small = smaller(option.font);
    const QFontMetrics metrics(small);
    const QRect area = option.rect.adjusted(margin, margin, -margin, -margin);
    const int words = option.fontMetrics.height() + metrics.height() + 4;
    painter->save();
    if (const Take* take = store_.take(index.data(TakeModel::IdRole).toLongLong()); take && area.height() > words + 8)
        paintRoll(*painter, area.adjusted(0, 0, 0, -words), *take, theme);
    const QRect title(area.left(), area.bottom() + 1 - words + 4, area.width(), option.fontMetrics.height());
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(option.font);
    painter->drawText(title, Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, title.width()));
    painter->setFont(small);
    if (!selected) painter->setPen(theme.mutedText);
    painter->drawText(title.translated(0, title.height()), Qt::AlignVCenter,
                      droppedTo(title.width(), index.data(TwoLineDelegate::DetailRole).toString(), metrics));
    painter->restore();
}

QSize TakeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (!strip_ || !view) return {cardWidth, listHeight};
    return {cardWidth, std::max(40, view->viewport()->height())};
}

}  // namespace ricercar
