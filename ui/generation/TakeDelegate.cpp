// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/TakeDelegate.h"

#include "ui/canvas/Density.h"
#include "ui/canvas/RollContent.h"
#include "ui/generation/TakeModel.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/Icons.h"
#include "ui/kit/Theme.h"
#include "ui/kit/TwoLineDelegate.h"
#include "ui/services/WorkspaceStore.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHashFunctions>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int cardWidth = 176;
constexpr int listHeight = 84;
constexpr int margin = 6;
constexpr int signSize = 13;
constexpr int dot = 6;
constexpr int keptRolls = 400;
constexpr int fewestRows = 24;  // of the small roll, so that a single line is no wall

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

void paintRoll(QPainter& painter, const QRect& area, const TakeRow& take, double scale, const Theme& theme) {
    painter.fillRect(area, theme.surface);
    const NoteIndex notes(gridNotes(take.roll()));
    if (notes.notes().empty() || area.width() < 2) return;
    const auto [low, high] = std::minmax_element(notes.notes().begin(), notes.notes().end(),
                                                 [](const ShownNote& a, const ShownNote& b) { return a.pitch < b.pitch; });
    const int extra = std::max(0, (fewestRows - (high->pitch - low->pitch + 1) + 1) / 2);
    const PitchRange range{std::max(0, low->pitch - 1 - extra), std::min(127, high->pitch + 1 + extra)};
    const int columns = static_cast<int>(std::lround(area.width() * scale));
    const DensityView view{columns, 0.0, take.steps / static_cast<double>(columns), range};
    const double primer = take.primerSteps / view.stepsPerColumn;
    painter.drawImage(
        QRectF(area),
        packed(densityPicture(notes, view, [&](int column) { return (column < primer ? theme.primerNote : theme.note).rgb(); }),
               static_cast<int>(area.height() * scale)));
}

/// What was done with it, from the right of the line on; where the name may go to.
int paintState(QPainter& painter, const QRect& line, const TakeRow& take, const QColor& ink, const Theme& theme) {
    int right = line.right() + 1;
    const auto sign = [&](const QString& name, const QColor& color) {
        right -= signSize;
        icon(name, color).paint(&painter, QRect(right, line.top() + (line.height() - signSize) / 2, signSize, signSize));
        right -= 3;
    };
    if (WorkspaceStore::isUnsaved(take.id)) sign(QStringLiteral("warning"), theme.warning);
    if (take.marks.exported) sign(QStringLiteral("export"), ink);
    if (take.marks.liked) sign(QStringLiteral("heart"), ink);
    return right;
}

}  // namespace

TakeDelegate::TakeDelegate(const WorkspaceStore& store, QObject* parent)
    : QStyledItemDelegate(parent), store_(store), rolls_(keptRolls) {}

QPixmap TakeDelegate::roll(const TakeRow& take, const QSize& size, double scale, const Theme& theme) const {
    const QString key = QStringLiteral("%1 %2 %3 %4 %5 %6")
                            .arg(take.id)
                            .arg(qHashBits(take.cells.data(), take.cells.size()))
                            .arg(size.width())
                            .arg(size.height())
                            .arg(scale)
                            .arg(theme.note.rgba() ^ theme.surface.rgba());
    if (const QPixmap* kept = rolls_.object(key)) return *kept;
    QPixmap picture(size * scale);
    picture.setDevicePixelRatio(scale);
    QPainter painter(&picture);
    paintRoll(painter, QRect(QPoint(), size), take, scale, theme);
    painter.end();
    ++painted_;
    rolls_.insert(key, new QPixmap(picture));
    return picture;
}

void TakeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem box = option;
    initStyleOption(&box, index);
    box.text.clear();
    const QWidget* widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &box, painter, widget);
    const TakeRow* take = store_.takeRow(index.data(TakeModel::IdRole).toLongLong());
    if (!take) return;
    const Theme theme(option.palette);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const QFont small = smaller(option.font);
    const QFontMetrics metrics(small);
    const QRect area = option.rect.adjusted(margin, margin, -margin, -margin);
    const int words = option.fontMetrics.height() + metrics.height() + 4;
    painter->save();
    if (area.height() > words + 8) {
        const QRect above = area.adjusted(0, 0, 0, -words);
        painter->drawPixmap(above.topLeft(), roll(*take, above.size(), painter->device()->devicePixelRatioF(), theme));
    }
    QRect title(area.left(), area.bottom() + 1 - words + 4, area.width(), option.fontMetrics.height());
    const QRect detail = title.translated(0, title.height());
    const QColor ink = selected ? option.palette.color(QPalette::HighlightedText) : theme.mutedText;
    title.setRight(paintState(*painter, title, *take, ink, theme));
    if (!take->marks.heard) {  // a dot before what is new
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? ink : theme.accent);
        painter->drawEllipse(QRectF(title.left(), title.center().y() - dot / 2.0 + 0.5, dot, dot));
        title.setLeft(title.left() + dot + 4);
    }
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(option.font);
    painter->drawText(title, Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, title.width()));
    painter->setFont(small);
    painter->setPen(ink);
    painter->drawText(detail, Qt::AlignVCenter,
                      droppedTo(detail.width(), index.data(TwoLineDelegate::DetailRole).toString(), metrics));
    painter->restore();
}

void TakeDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int height = editor->sizeHint().height();
    const QRect area = option.rect.adjusted(2, 2, -2, -2);
    editor->setGeometry(area.left(), area.bottom() + 1 - height, area.width(), height);
}

QSize TakeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (!strip_ || !view) return {cardWidth, listHeight};
    return {cardWidth, std::max(40, view->viewport()->height())};
}

}  // namespace ricercar
