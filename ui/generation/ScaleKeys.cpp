// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/ScaleKeys.h"

#include "core/learning/Constraints.h"
#include "ui/kit/Theme.h"
#include "ui/words/Words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace ricercar {
namespace {

constexpr std::array whiteKeys{0, 2, 4, 5, 7, 9, 11};
constexpr std::array blackKeys{1, 3, 6, 8, 10};

bool isBlack(int pitchClass) { return std::ranges::find(blackKeys, pitchClass) != blackKeys.end(); }

}  // namespace

ScaleKeys::ScaleKeys(QWidget* parent) : QWidget(parent), classes_(allPitchClasses) {
    setObjectName(QStringLiteral("scaleKeys"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Pitches of the scale"));
}

QSize ScaleKeys::sizeHint() const { return {168, 48}; }
QSize ScaleKeys::minimumSizeHint() const { return {112, 48}; }

void ScaleKeys::setPitchClasses(std::uint16_t classes) {
    if (classes == classes_ || classes == 0) return;
    classes_ = classes;
    update();
    emit changed();
}

void ScaleKeys::remember(const QString& classes) {
    bool number = false;
    const int bits = classes.toInt(&number);
    if (number && bits > 0 && bits <= allPitchClasses) setPitchClasses(static_cast<std::uint16_t>(bits));
}

QRect ScaleKeys::keyRect(int pitchClass) const {
    const double wide = (width() - 1) / 7.0;
    if (!isBlack(pitchClass)) {
        const auto place = std::ranges::find(whiteKeys, pitchClass) - whiteKeys.begin();
        const int left = static_cast<int>(std::lround(static_cast<double>(place) * wide));
        return {left, 0, static_cast<int>(std::lround(static_cast<double>(place + 1) * wide)) - left, height() - 1};
    }
    const auto below = std::ranges::find(whiteKeys, pitchClass - 1) - whiteKeys.begin();
    const double middle = static_cast<double>(below + 1) * wide;
    return {static_cast<int>(std::lround(middle - wide * 0.32)), 0, static_cast<int>(std::lround(wide * 0.64)),
            height() * 3 / 5};
}

int ScaleKeys::keyAt(QPoint at) const {
    for (const int black : blackKeys)
        if (keyRect(black).contains(at)) return black;
    for (const int white : whiteKeys)
        if (keyRect(white).contains(at)) return white;
    return -1;
}

void ScaleKeys::turn(int pitchClass) {
    const auto turned = static_cast<std::uint16_t>(classes_ ^ (1U << pitchClass));
    current_ = pitchClass;
    setPitchClasses(turned);  // the last one stays
    setAccessibleDescription(tr("%1: %2").arg(pitchClassName(pitchClass),
                                              ((classes_ >> pitchClass) & 1) != 0 ? tr("in the scale") : tr("left out")));
    update();
    emit edited();
}

void ScaleKeys::paintKey(QPainter& painter, int pitchClass) const {
    const Theme theme = Theme::current();
    const QRect key = keyRect(pitchClass);
    const bool black = isBlack(pitchClass), on = ((classes_ >> pitchClass) & 1) != 0;
    const QColor ground = black ? theme.blackKey : theme.whiteKey;
    painter.setPen(theme.keyLine);
    painter.setBrush(isEnabled() ? ground : mixed(ground, theme.window, 0.5));
    painter.drawRect(key);
    if (on) {  // a mark, not a colour alone
        const int size = std::min(9, key.width() - 3);
        const QRect mark(key.center().x() - size / 2, key.bottom() - size - (black ? 4 : 5), size, size);
        painter.setPen(Qt::NoPen);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(legible(theme.accent, ground, ground, 3.0));
        painter.drawEllipse(mark);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (hasFocus() && pitchClass == current_) {
        painter.setPen(QPen(legible(theme.accent, ground, ground, 3.0), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(key.adjusted(2, 2, -2, -2));
    }
}

void ScaleKeys::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (const int white : whiteKeys) paintKey(painter, white);
    for (const int black : blackKeys) paintKey(painter, black);
}

void ScaleKeys::mousePressEvent(QMouseEvent* event) {
    if (const int key = keyAt(event->pos()); event->button() == Qt::LeftButton && key >= 0) turn(key);
}

void ScaleKeys::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left: current_ = (current_ + 11) % 12; break;
        case Qt::Key_Right: current_ = (current_ + 1) % 12; break;
        case Qt::Key_Space:
        case Qt::Key_Return: turn(current_); break;
        default: QWidget::keyPressEvent(event); return;
    }
    update();
}

bool ScaleKeys::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int key = keyAt(help->pos());
    QToolTip::showText(help->globalPos(), key < 0 ? QString() : pitchClassName(key), this);
    return true;
}

}  // namespace ricercar
