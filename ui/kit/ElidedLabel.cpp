// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ElidedLabel.h"

#include "ui/kit/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ricercar {

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(QStringLiteral("abc…")), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(muted_ ? Theme(palette()).mutedText : palette().color(foregroundRole()));
    painter.drawText(contentsRect(), static_cast<int>(alignment()), shown());
}

QString ElidedLabel::shown() const {
    return dropping_ ? droppedTo(contentsRect().width(), text(), fontMetrics())
                     : fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

QString droppedTo(int width, const QString& facts, const QFontMetrics& metrics) {
    static const QString between = QStringLiteral(" · ");
    QString kept = facts;
    while (metrics.horizontalAdvance(kept) > width && kept.contains(between)) kept.truncate(kept.lastIndexOf(between));
    return metrics.elidedText(kept, Qt::ElideRight, width);
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const bool cut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), cut ? text() : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

}  // namespace ricercar
