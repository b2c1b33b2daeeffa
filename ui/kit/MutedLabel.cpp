// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/MutedLabel.h"

#include "ui/kit/Theme.h"

#include <QEvent>

namespace ricercar {

MutedLabel::MutedLabel(QWidget* parent) : MutedLabel(QString(), parent) {}

MutedLabel::MutedLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
    tint();
}

void MutedLabel::tint() {
    const QColor color = Theme::current().mutedText;
    if (palette().color(QPalette::WindowText) == color) return;  // our own change
    QPalette mine;
    mine.setColor(QPalette::WindowText, color);
    setPalette(mine);
}

void MutedLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) tint();
    QLabel::changeEvent(event);
}

}  // namespace ricercar
