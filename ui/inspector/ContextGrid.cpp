// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/ContextGrid.h"

#include "ui/canvas/RollGeometry.h"
#include "ui/kit/Theme.h"
#include "ui/words/InsightWords.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ricercar {

ContextGrid::ContextGrid(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("contextGrid"));
    setAccessibleName(tr("The steps before: click to change them"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ContextGrid::setMusic(const PianoRoll& original, const PianoRoll& changed, const CellRef& cell) {
    if (!(cell == cell_)) cursor_ = {cell.step - 1, cell.pitch};
    original_ = original;
    changed_ = changed;
    cell_ = cell;
    update();
}

QRectF ContextGrid::rectOf(int step, int pitch) const {
    const int column = step - firstStep(), row = cell_.pitch + reach - pitch;
    if (column < 0 || column >= shownSteps || row < 0 || row >= rows) return {};
    const double w = static_cast<double>(width()) / shownSteps, h = static_cast<double>(height()) / rows;
    return {column * w, row * h, w, h};
}

void ContextGrid::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.outside);
    for (int step = std::max(firstStep(), 0); step < cell_.step && step < changed_.steps(); ++step)
        for (int pitch = cell_.pitch - reach; pitch <= cell_.pitch + reach; ++pitch) {
            if (!changed_.range().contains(pitch)) continue;
            const QRectF box = rectOf(step, pitch).adjusted(0, 0, -1, -1);
            const bool plays = changed_.plays(step, pitch);
            painter.fillRect(box, plays ? theme.note : isBlackKey(pitch) ? theme.rowDark : theme.surface);
            if (plays && changed_.articulates(step, pitch))
                painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.noteAttack);
            if (changed_.at(step, pitch) != original_.at(step, pitch)) {
                painter.setPen(QPen(theme.accent, 2));
                painter.drawRect(box.adjusted(1, 1, -1, -1));
            }
        }
    const QRectF own = rectOf(cell_.step - 1, cell_.pitch);
    painter.setPen(theme.mutedText);
    painter.drawLine(QPointF(0, own.top()), QPointF(width(), own.top()));
    painter.drawLine(QPointF(0, own.bottom()), QPointF(width(), own.bottom()));
    if (hasFocus()) {
        painter.setPen(QPen(theme.text, 1, Qt::DotLine));
        painter.drawRect(rectOf(cursor_.step, cursor_.pitch).adjusted(0, 0, -1, -1));
    }
}

void ContextGrid::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const int step = firstStep() + static_cast<int>(event->position().x() * shownSteps / std::max(width(), 1));
    const int pitch = cell_.pitch + reach - static_cast<int>(event->position().y() * rows / std::max(height(), 1));
    cursor_ = {step, pitch};
    if (step >= 0 && step < cell_.step && changed_.range().contains(pitch)) emit toggled(step, pitch);
}

void ContextGrid::mouseMoveEvent(QMouseEvent* event) {
    const int step = firstStep() + static_cast<int>(event->position().x() * shownSteps / std::max(width(), 1));
    const int pitch = cell_.pitch + reach - static_cast<int>(event->position().y() * rows / std::max(height(), 1));
    const bool inside = step >= 0 && step < changed_.steps() && changed_.range().contains(pitch);
    setToolTip(inside ? cellWords(changed_, step, pitch) : QString());
}

void ContextGrid::keyPressEvent(QKeyEvent* event) {
    CellRef to = cursor_;
    switch (event->key()) {
        case Qt::Key_Left: --to.step; break;
        case Qt::Key_Right: ++to.step; break;
        case Qt::Key_Up: ++to.pitch; break;
        case Qt::Key_Down: --to.pitch; break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (changed_.range().contains(to.pitch) && to.step >= 0 && to.step < changed_.steps())
                emit toggled(to.step, to.pitch);
            return;
        default: QWidget::keyPressEvent(event); return;
    }
    if (rectOf(to.step, to.pitch).isEmpty()) return;
    cursor_ = to;
    setAccessibleDescription(cellWords(changed_, to.step, to.pitch));
    update();
}

}  // namespace ricercar
