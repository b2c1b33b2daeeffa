// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/ShareBar.h"

#include "ui/kit/Theme.h"
#include "ui/words/InsightWords.h"

#include <QLocale>
#include <QPainter>

namespace ricercar {

ShareBar::ShareBar(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void ShareBar::setShare(double share, double draw) {
    share_ = share;
    draw_ = draw;
    setAccessibleDescription(percentWords(share));
    setToolTip(draw < 0 ? percentWords(share)
                        : tr("%1; the draw was %2").arg(percentWords(share), QLocale().toString(draw, 'f', 3)));
    update();
}

QSize ShareBar::sizeHint() const {
    return {fontMetrics().horizontalAdvance(percentWords(0.123456)) + 60, fontMetrics().height() + 4};
}

void ShareBar::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::current();
    QPainter painter(this);
    const int words = fontMetrics().horizontalAdvance(percentWords(0.123456)) + 8;
    const QRectF track(0, height() * 0.5 - 4, width() - words, 8);
    painter.fillRect(track, theme.stepLine);
    painter.fillRect(QRectF(track.left(), track.top(), track.width() * share_, track.height()), theme.accent);
    if (draw_ >= 0) {
        const double x = track.left() + track.width() * draw_;
        painter.fillRect(QRectF(x - 1, track.top() - 4, 2, track.height() + 8), theme.text);
    }
    painter.setPen(theme.text);
    painter.drawText(QRectF(width() - words, 0, words, height()), Qt::AlignRight | Qt::AlignVCenter, percentWords(share_));
}

}  // namespace ricercar
