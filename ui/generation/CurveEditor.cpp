// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/CurveEditor.h"

#include "ui/generation/Fields.h"
#include "ui/kit/Theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double barGrid = 0.25, valueGrid = 0.05;
constexpr double lowest = 0.05, highest = 10.0;
constexpr double reach = 8.0;  // pixels around a point

double snapped(double value, double grid) { return std::round(value / grid) * grid; }

}  // namespace

CurveEditor::CurveEditor(const char* name, const QString& title, QWidget* parent) : QWidget(parent) {
    setObjectName(QLatin1String(name));
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CurveEditor::setPoints(const DrawCurve& points) {
    if (points == points_) return;
    points_ = points;
    current_ = points.empty() ? -1 : std::clamp(current_, 0, static_cast<int>(points.size()) - 1);
    tell();
}

void CurveEditor::setBars(int bars) {
    if (bars == bars_) return;
    bars_ = std::max(1, bars);
    update();
}

void CurveEditor::setLevel(double level) {
    level_ = level;
    update();
}

QString CurveEditor::remembered() const {
    QStringList words;
    for (const CurvePoint& point : points_)
        words << QString::number(point.bar, 'g', 12) + QLatin1Char(':') + QString::number(point.value, 'g', 12);
    return words.join(QLatin1Char(' '));
}

void CurveEditor::remember(const QString& points) {
    DrawCurve read;
    for (const QString& word : points.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const CurvePoint point{word.section(QLatin1Char(':'), 0, 0).toDouble(), word.section(QLatin1Char(':'), 1).toDouble()};
        const bool rises = read.empty() ? point.bar >= 0 : point.bar > read.back().bar;
        if (!rises || point.value < lowest || point.value > highest) return;
        read.push_back(point);
    }
    setPoints(read);
}

QRectF CurveEditor::area() const { return QRectF(rect()).adjusted(6, 6, -6, -6); }

double CurveEditor::lastBar() const { return std::max<double>(bars_, points_.empty() ? 0.0 : points_.back().bar); }

std::pair<double, double> CurveEditor::limits() const {
    double low = std::min(0.5, level_), high = std::max(2.0, level_);
    for (const CurvePoint& point : points_) {
        low = std::min(low, point.value);
        high = std::max(high, point.value);
    }
    return {std::log(low), std::log(high)};
}

QPointF CurveEditor::place(const CurvePoint& point) const {
    const auto [low, high] = limits();
    const QRectF box = area();
    return {box.left() + box.width() * point.bar / lastBar(),
            box.bottom() - box.height() * (std::log(point.value) - low) / (high - low)};
}

CurvePoint CurveEditor::pointAt(QPointF place) const {
    const auto [low, high] = limits();
    const QRectF box = area();
    const double bar = (place.x() - box.left()) / box.width() * lastBar();
    const double value = std::exp(low + (box.bottom() - place.y()) / box.height() * (high - low));
    return {std::clamp(snapped(bar, barGrid), 0.0, lastBar()), std::clamp(snapped(value, valueGrid), lowest, highest)};
}

int CurveEditor::indexAt(QPointF at) const {
    for (std::size_t i = 0; i < points_.size(); ++i)
        if (QLineF(place(points_[i]), at).length() <= reach) return static_cast<int>(i);
    return -1;
}

int CurveEditor::add(CurvePoint point) {
    const auto after = std::ranges::lower_bound(points_, point.bar, {}, &CurvePoint::bar);
    if (after != points_.end() && after->bar == point.bar) return -1;
    current_ = static_cast<int>(after - points_.begin());
    points_.insert(after, point);
    tell();
    return current_;
}

void CurveEditor::move(int index, CurvePoint to) {
    const auto at = static_cast<std::size_t>(index);
    const double low = index > 0 ? points_[at - 1].bar + barGrid : 0.0;
    const double high = at + 1 < points_.size() ? points_[at + 1].bar - barGrid : lastBar();
    to.bar = low > high ? points_[at].bar : std::clamp(to.bar, low, high);
    to.value = std::clamp(to.value, lowest, highest);
    if (points_[at] == to) return;
    points_[at] = to;
    tell();
}

void CurveEditor::remove(int index) {
    points_.erase(points_.begin() + index);
    current_ = std::min(current_, static_cast<int>(points_.size()) - 1);
    tell();
}

void CurveEditor::tell() {
    QString words = tr("no points");
    if (current_ >= 0) {
        const CurvePoint& point = points_[static_cast<std::size_t>(current_)];
        words = tr("bar %1: %2").arg(shortNumber(point.bar + 1), shortNumber(point.value));
    }
    setAccessibleDescription(words);
    update();
    emit changed();
}

void CurveEditor::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.setPen(hasFocus() ? theme.accent : theme.barLine);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const QRectF box = area();
    const int every = std::max(1, bars_ / 8);
    painter.setPen(theme.beatLine);
    for (int bar = 0; bar <= bars_; bar += every) {
        const double x = std::round(place({static_cast<double>(bar), 1.0}).x()) + 0.5;
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    }
    painter.setPen(theme.barLine);
    const double one = std::round(place({0, 1.0}).y()) + 0.5;
    painter.drawLine(QPointF(box.left(), one), QPointF(box.right(), one));
    painter.setRenderHint(QPainter::Antialiasing);
    if (points_.empty()) {
        painter.setPen(QPen(theme.mutedText, 1, Qt::DashLine));
        const double y = place({0, level_}).y();
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        painter.setPen(theme.mutedText);
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignBottom,
                         fontMetrics().elidedText(tr("Click to draw a curve"), Qt::ElideRight, static_cast<int>(box.width())));
        return;
    }
    QPolygonF line{{box.left(), place(points_.front()).y()}};
    for (const CurvePoint& point : points_) line << place(point);
    line << QPointF(box.right(), place(points_.back()).y());
    painter.setPen(QPen(theme.train, 2));
    painter.drawPolyline(line);
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const bool chosen = static_cast<int>(i) == current_;
        painter.setPen(QPen(chosen ? theme.accent : theme.train, chosen ? 2 : 1));
        painter.setBrush(chosen ? theme.accent : theme.surface);
        painter.drawEllipse(place(points_[i]), 4, 4);
    }
    if (current_ < 0) return;
    painter.setPen(theme.mutedText);
    painter.drawText(box, Qt::AlignRight | Qt::AlignTop, accessibleDescription());
}

void CurveEditor::mousePressEvent(QMouseEvent* event) {
    const int index = indexAt(event->position());
    if (event->button() == Qt::RightButton && index >= 0) remove(index);
    if (event->button() != Qt::LeftButton) return;
    current_ = index >= 0 ? index : add(pointAt(event->position()));
    dragging_ = current_ >= 0;
    update();
}

void CurveEditor::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_ && current_ >= 0) move(current_, pointAt(event->position()));
}

void CurveEditor::mouseReleaseEvent(QMouseEvent*) { dragging_ = false; }

void CurveEditor::keyPressEvent(QKeyEvent* event) {
    const bool other = event->modifiers().testFlag(Qt::ControlModifier);
    const int last = static_cast<int>(points_.size()) - 1;
    if (event->key() == Qt::Key_Insert || event->key() == Qt::Key_Return) {
        const double from = current_ >= 0 ? points_[static_cast<std::size_t>(current_)].bar : 0.0;
        const double to = current_ >= 0 && current_ < last ? points_[static_cast<std::size_t>(current_) + 1].bar : lastBar();
        const double bar = points_.empty() ? 0.0 : snapped((from + to) / 2, barGrid);
        add({bar, snapped(valueAt(points_, bar, level_), valueGrid)});
        return;
    }
    if (current_ < 0) return QWidget::keyPressEvent(event);
    CurvePoint point = points_[static_cast<std::size_t>(current_)];
    switch (event->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace: return remove(current_);
        case Qt::Key_Left:
        case Qt::Key_Right: {
            const int way = event->key() == Qt::Key_Left ? -1 : 1;
            if (other)
                current_ = std::clamp(current_ + way, 0, last);
            else
                point.bar += way * barGrid;
            break;
        }
        case Qt::Key_Up: point.value += valueGrid; break;
        case Qt::Key_Down: point.value -= valueGrid; break;
        default: return QWidget::keyPressEvent(event);
    }
    if (other)
        tell();
    else
        move(current_, {point.bar, snapped(point.value, valueGrid)});
}

bool CurveEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_Return) {
            event->accept();
            return true;
        }
    }
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const CurvePoint at = pointAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       tr("Bar %1: %2\nA click adds a point, a drag moves it, a right click removes it. Without points the "
                          "number holds.")
                           .arg(shortNumber(at.bar + 1), shortNumber(at.value)),
                       this);
    return true;
}

}  // namespace ricercar
