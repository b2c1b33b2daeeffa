// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/WorkbenchStyle.h"

#include "ui/kit/Theme.h"

#include <QPainter>
#include <QStyleOption>

namespace ricercar {

WorkbenchStyle::WorkbenchStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void WorkbenchStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    if (!round && element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck) return;
    if (option->state & State_HasFocus) return;  // Fusion's own outline in the accent's colour
    const QColor base = option->palette.color(QPalette::Base), window = option->palette.color(QPalette::Window);
    const bool enabled = option->state & State_Enabled;
    const QColor middle = mixed(option->palette.color(QPalette::Text), base, 0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(enabled ? legible(middle, base, window, 3.3) : mixed(middle, base, 0.4));
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (round)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 2.0, 2.0);
    painter->restore();
}

}  // namespace ricercar
