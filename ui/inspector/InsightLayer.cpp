// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/InsightLayer.h"

#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

/// A flat bracket over steps, beneath the upper edge of the notes.
void paintBracket(const RollPaint& p, double from, double to, const QColor& color) {
    const RollGeometry& g = p.geometry;
    const double left = g.xOf(from) + 1, right = std::max(left + 2, g.xOf(to) - 1), top = g.notes().top() + 3.0;
    p.painter.setPen(QPen(color, 2));
    p.painter.drawPolyline(QPolygonF({{left, top + 7}, {left, top}, {right, top}, {right, top + 7}}));
}

}  // namespace

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
    if (place_) paintPlace(p);
    if (!selected_) return;
    const QRectF box = boxOf(selected_->step, selected_->pitch);
    p.painter.setPen(QPen(p.theme.surface, 4));
    p.painter.drawRect(box);
    p.painter.setPen(QPen(p.theme.accent, 2));
    p.painter.drawRect(box);
}

/// A veil over the passage and a denser one over the step that came next, with the pitch in it; brackets over the passage and
/// over the steps before the selected cell that it was compared with.
void InsightLayer::paintPlace(const RollPaint& p) const {
    const RollGeometry& g = p.geometry;
    const RememberedPlace& place = *place_;
    const auto column = [&](int from, int to) {
        return QRectF(QPointF(g.xOf(from), g.notes().top()), QPointF(g.xOf(to), g.notes().bottom() + 1));
    };
    QColor veil = p.theme.accent;
    veil.setAlpha(36);
    p.painter.fillRect(column(place.first, place.place), veil);
    veil.setAlpha(88);
    p.painter.fillRect(column(place.place, place.place + 1), veil);
    paintBracket(p, place.first, place.place, p.theme.accent);
    if (selected_) paintBracket(p, selected_->step - (place.place - place.first), selected_->step, p.theme.mutedText);
    const QRectF box = QRectF(g.xOf(place.place), g.yOf(place.pitch), g.stepWidth, g.rowHeight).adjusted(0.5, 0.5, -0.5, -0.5);
    p.painter.setBrush(Qt::NoBrush);
    p.painter.setPen(QPen(p.theme.surface, 4));
    p.painter.drawRect(box);
    p.painter.setPen(QPen(p.theme.accent, 2, (place.next & playBit) != 0 ? Qt::SolidLine : Qt::DotLine));
    p.painter.drawRect(box);
}

}  // namespace ricercar
