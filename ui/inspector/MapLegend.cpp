// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/MapLegend.h"

#include "core/scene/Layers.h"
#include "ui/inspector/MapColors.h"
#include "ui/kit/Theme.h"

#include <QLocale>
#include <QPainter>

namespace ricercar {

MapLegend::MapLegend(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void MapLegend::setMap(Map map) {
    map_ = map;
    setVisible(map != Map::Off);
    update();
}

QSize MapLegend::sizeHint() const { return {160, 12 + fontMetrics().height()}; }

void MapLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::current();
    const MapScale scale = scaleOf(map_);
    if (map_ == Map::Surprise) painter.fillRect(0, 0, width(), 8, theme.note);  // that shines through what surprises little
    for (int x = 0; x < width(); ++x) {
        const double share = static_cast<double>(x) / std::max(1, width() - 1);
        const SceneColor color = cividis(share);
        painter.fillRect(x, 0, 1, 8,
                         map_ == Map::Surprise ? mapColor(map_, share * scale.highest) : QColor(color.r, color.g, color.b));
    }
    painter.setPen(theme.mutedText);
    const QRect words(0, 10, width(), height() - 10);
    const QLocale locale;
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignTop,
        map_ == Map::Difference ? tr("%1: less surprised").arg(locale.toString(scale.lowest)) : locale.toString(scale.lowest));
    painter.drawText(words, Qt::AlignRight | Qt::AlignTop,
                     map_ == Map::Play ? tr("1: sure to play") : tr("%1 nats or more").arg(locale.toString(scale.highest)));
}

}  // namespace ricercar
