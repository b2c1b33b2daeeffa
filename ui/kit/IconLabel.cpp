// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/IconLabel.h"

#include "ui/kit/Icons.h"

#include <QEvent>

namespace ricercar {

IconLabel::IconLabel(const QString& name, int size, QColor Theme::*color, QWidget* parent)
    : QLabel(parent), name_(name), size_(size), color_(color) {
    draw();
}

void IconLabel::setIcon(const QString& name, QColor Theme::*color) {
    if (name == name_ && color == color_) return;
    name_ = name;
    color_ = color;
    draw();
}

void IconLabel::draw() {
    const QColor color = Theme::current().*color_;
    setPixmap(name_.isEmpty() ? QPixmap() : icon(name_, color).pixmap(QSize(size_, size_), devicePixelRatioF()));
}

void IconLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) draw();
    QLabel::changeEvent(event);
}

}  // namespace ricercar
