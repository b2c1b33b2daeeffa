#include "ui/inspector/InsightLayer.h"

#include <QPainterPath>

#include <utility>

namespace ricercar {

void InsightLayer::setMap(QImage map, PitchRange range) {
    map_ = std::move(map);
    range_ = range;
}

void InsightLayer::paint(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const Clipped clip(p.painter, g.notes());
    if (!map_.isNull())
        p.painter.drawImage(QRectF(g.xOf(0), g.yOf(range_.highest), map_.width() * g.stepWidth, range_.size() * g.rowHeight),
                            map_);
    const auto boxOf = [&](int step, int pitch) {
        return QRectF(g.xOf(step), g.yOf(pitch), g.stepWidth, g.rowHeight).adjusted(0.5, 0.5, -0.5, -0.5);
    };
    p.painter.setRenderHint(QPainter::Antialiasing);
    p.painter.setBrush(Qt::NoBrush);
    p.painter.setPen(QPen(p.theme.text, 1.2, Qt::DashLine));
    for (const NotedCell& miss : misses_) {
        const QRectF box = boxOf(miss.step, miss.pitch);
        if (box.right() >= g.notes().left() && box.left() <= g.notes().right()) p.painter.drawRoundedRect(box, 2, 2);
    }
    if (!selected_) return;
    const QRectF box = boxOf(selected_->step, selected_->pitch);
    p.painter.setPen(QPen(p.theme.surface, 4));
    p.painter.drawRect(box);
    p.painter.setPen(QPen(p.theme.accent, 2));
    p.painter.drawRect(box);
}

}  // namespace ricercar
