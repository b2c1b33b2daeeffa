// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/LevelMeter.h"

#include "ui/kit/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double lowest = -48.0;  // dB
constexpr double fall = 0.03;     // of the bar, a call
constexpr int markFor = 45;       // calls: a second and a half
constexpr int markWidth = 4;

}  // namespace

LevelMeter::LevelMeter(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("level"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Level"));
    setToolTip(tr("Level of the synthesizer. The mark at the end: too loud, lower the gain"));
}

void LevelMeter::setLevel(double level) {
    const double height = level > 0.0 ? std::clamp(1.0 - 20.0 * std::log10(level) / lowest, 0.0, 1.0) : 0.0;
    const double before = shown_;
    const int marked = clipped_;
    shown_ = std::max(height, shown_ - fall);
    clipped_ = level > 1.0 ? markFor : std::max(clipped_ - 1, 0);
    if (shown_ != before || (clipped_ > 0) != (marked > 0)) update();
}

void LevelMeter::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::current();
    QPainter painter(this);
    const QRect bar = rect().adjusted(0, 4, -markWidth - 2, -4);
    painter.fillRect(bar, mixed(theme.window, theme.text, 0.18));
    QRect filled = bar;
    filled.setWidth(static_cast<int>(std::lround(bar.width() * shown_)));
    painter.fillRect(filled, theme.good);
    const QRect mark(rect().right() - markWidth + 1, bar.top(), markWidth, bar.height());
    painter.fillRect(mark, clipped() ? theme.error : mixed(theme.window, theme.text, 0.18));
}

}  // namespace ricercar
