// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/BarPlot.h"

#include "ui/kit/Theme.h"
#include "ui/words/Words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ricercar {

BarPlot::BarPlot(const QString& title, const QString& unit, QWidget* parent) : QWidget(parent), title_(title), unit_(unit) {
    setAccessibleName(title);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarPlot::setBars(std::vector<Bar> bars) {
    bars_ = std::move(bars);
    highest_ = 0.0;
    for (const Bar& bar : bars_) highest_ = std::max(highest_, bar.value);
    pointed_ = pointed_ < static_cast<int>(bars_.size()) ? pointed_ : -1;
    setAccessibleDescription(reading());
    update();
}

QString BarPlot::reading() const {
    if (bars_.empty() || highest_ <= 0.0) return tr("nothing yet");
    const auto largest =
        std::max_element(bars_.begin(), bars_.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; });
    const Bar& bar = pointed_ >= 0 ? bars_[static_cast<std::size_t>(pointed_)] : *largest;
    return tr("%1: %2 %3", "C4: 120 notes").arg(bar.name, whole(std::llround(bar.value)), unit_);
}

QRectF BarPlot::area() const {
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(8, line + 8, -8, -(line + 6));
}

void BarPlot::paintEvent(QPaintEvent*) {
    const Theme theme(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    const QRectF in = area();
    const int line = fontMetrics().height();
    const QRect head(8, 4, width() - 16, line);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, title_);
    const int taken = painter.fontMetrics().horizontalAdvance(title_) + 12;
    painter.setFont(font());
    painter.setPen(pointed_ >= 0 ? theme.text : theme.mutedText);
    painter.drawText(head.adjusted(taken, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                     fontMetrics().elidedText(reading(), Qt::ElideRight, head.width() - taken));
    painter.setPen(theme.barLine);
    painter.drawLine(in.bottomLeft(), in.bottomRight());
    if (bars_.empty() || highest_ <= 0.0) return;

    const double step = in.width() / static_cast<double>(bars_.size());
    const double gap = step >= 4.0 ? std::max(1.0, step * 0.15) : 0.0;
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        const double high = bars_[i].value <= 0.0 ? 0.0 : std::max(1.0, in.height() * bars_[i].value / highest_);
        const QRectF bar(in.left() + step * static_cast<double>(i) + gap / 2, in.bottom() - high, step - gap, high);
        painter.fillRect(bar, static_cast<int>(i) == pointed_ ? theme.accent : theme.train);
    }
    painter.setPen(theme.mutedText);
    double free = in.left() - 100.0;
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        if (bars_[i].label.isEmpty()) continue;
        const double wide = fontMetrics().horizontalAdvance(bars_[i].label);
        const double middle = in.left() + step * (static_cast<double>(i) + 0.5);
        const double left = std::clamp(middle - wide / 2, 2.0, std::max(2.0, width() - wide - 2.0));
        if (left < free) continue;
        painter.drawText(QPointF(left, in.bottom() + fontMetrics().ascent() + 3), bars_[i].label);
        free = left + wide + 8.0;
    }
    if (hasFocus()) {
        painter.setPen(theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void BarPlot::point(int bar) {
    if (bar == pointed_) return;
    pointed_ = bar;
    setAccessibleDescription(reading());
    update();
}

void BarPlot::mouseMoveEvent(QMouseEvent* event) {
    const QRectF in = area();
    const double at = (event->position().x() - in.left()) / in.width() * static_cast<double>(bars_.size());
    point(at >= 0.0 && at < static_cast<double>(bars_.size()) ? static_cast<int>(at) : -1);
}

void BarPlot::leaveEvent(QEvent*) { point(-1); }

void BarPlot::focusOutEvent(QFocusEvent* event) {
    point(-1);
    update();
    QWidget::focusOutEvent(event);
}

void BarPlot::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(bars_.size()) - 1;
    if (last < 0) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left: return point(std::max(0, pointed_ - 1));
        case Qt::Key_Right: return point(std::min(last, pointed_ + 1));
        case Qt::Key_Home: return point(0);
        case Qt::Key_End: return point(last);
        default: QWidget::keyPressEvent(event);
    }
}

}  // namespace ricercar
