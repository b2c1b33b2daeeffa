// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/ScaleLegend.h"

#include "ui/tensor/SceneInk.h"
#include "ui/words/Words.h"

#include <QLinearGradient>
#include <QPainter>

namespace ricercar {

ScaleLegend::ScaleLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("scaleLegend"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScaleLegend::setRange(double lowest, double highest) {
    lowest_ = lowest;
    highest_ = highest;
    setAccessibleName(tr("Scale from %1 to %2").arg(figure(lowest), figure(highest)));
    update();
}

QSize ScaleLegend::sizeHint() const { return {120, 12 + fontMetrics().height()}; }

void ScaleLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QLinearGradient scale(0, 0, width(), 0);
    for (int i = 0; i <= 16; ++i) scale.setColorAt(i / 16.0, toQColor(cividis(i / 16.0)));
    painter.fillRect(QRect(0, 0, width(), 10), scale);
    painter.setPen(Theme::current().mutedText);
    const QRect words(0, 12, width(), fontMetrics().height());
    painter.drawText(words, Qt::AlignLeft, figure(lowest_));
    painter.drawText(words, Qt::AlignRight, figure(highest_));
}

}  // namespace ricercar
