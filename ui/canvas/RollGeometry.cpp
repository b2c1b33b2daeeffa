// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/RollGeometry.h"

#include <algorithm>
#include <cmath>

namespace ricercar {

QRect RollGeometry::notes() const {
    const int below = (laneHeight > 0 ? laneHeight + laneEdgeHeight : 0) + (mapShown ? mapHeight : 0);
    return {keyboardWidth, rulerHeight, std::max(0, size.width() - keyboardWidth),
            std::max(0, size.height() - rulerHeight - below)};
}

QRect RollGeometry::bars() const { return {keyboardWidth, 0, std::max(0, size.width() - keyboardWidth), barsHeight}; }

QRect RollGeometry::tempo() const {
    return {keyboardWidth, barsHeight, std::max(0, size.width() - keyboardWidth), tempoHeight};
}

QRect RollGeometry::keyboard() const { return {0, rulerHeight, keyboardWidth, notes().height()}; }

QRect RollGeometry::laneEdge() const { return {0, notes().bottom() + 1, size.width(), laneHeight > 0 ? laneEdgeHeight : 0}; }

QRect RollGeometry::lane() const { return {keyboardWidth, laneEdge().bottom() + 1, notes().width(), laneHeight}; }

QRect RollGeometry::map() const { return {keyboardWidth, lane().bottom() + 1, notes().width(), mapShown ? mapHeight : 0}; }

RollRegion RollGeometry::regionAt(QPointF at) const {
    if (at.y() < rulerHeight)
        return at.x() < keyboardWidth ? RollRegion::Corner : at.y() < barsHeight ? RollRegion::Bars : RollRegion::Tempo;
    if (at.y() < notes().bottom() + 1) return at.x() < keyboardWidth ? RollRegion::Keyboard : RollRegion::Notes;
    if (laneHeight > 0 && at.y() < laneEdge().bottom() + 1) return RollRegion::LaneEdge;
    if (at.x() < keyboardWidth) return RollRegion::Corner;
    return at.y() < lane().bottom() + 1 ? RollRegion::Lane : RollRegion::Map;
}

int RollGeometry::pitchAt(double y) const {
    return range.highest - static_cast<int>(std::floor((y - rulerHeight + scrollY) / rowHeight));
}

double RollGeometry::yOfVelocity(int velocity) const {
    const QRect area = lane();
    return area.bottom() + 1 - std::max(0, area.height() - 6) * std::clamp(velocity, 0, 127) / 127.0;
}

int RollGeometry::velocityAt(double y) const {
    const QRect area = lane();
    const double share = (area.bottom() + 1 - y) / std::max(1, area.height() - 6);
    return std::clamp(static_cast<int>(std::lround(share * 127.0)), 1, 127);
}

double RollGeometry::mapX(double step) const { return keyboardWidth + step / std::max(1e-9, steps) * map().width(); }

double RollGeometry::stepAtMap(double x) const { return (x - keyboardWidth) / std::max(1, map().width()) * steps; }

double RollGeometry::leastRowHeight() const {
    return std::min(maxRowHeight, std::max(minRowHeight, notes().height() / static_cast<double>(range.size())));
}

double RollGeometry::leastStepWidth() const {
    return std::min(minStepWidth, std::max(1, notes().width()) / std::max(1.0, steps));
}

void RollGeometry::clamp() {
    stepWidth = std::clamp(stepWidth, leastStepWidth(), maxStepWidth);
    rowHeight = std::clamp(rowHeight, leastRowHeight(), maxRowHeight);
    scrollX = std::clamp(scrollX, 0.0, std::max(0.0, contentWidth() - notes().width()));
    scrollY = std::clamp(scrollY, 0.0, std::max(0.0, contentHeight() - notes().height()));
}

void RollGeometry::zoomTime(double factor, double x) {
    const double step = stepAt(x);
    stepWidth = std::clamp(stepWidth * factor, leastStepWidth(), maxStepWidth);
    scrollX = keyboardWidth + step * stepWidth - x;
    clamp();
}

void RollGeometry::zoomPitch(double factor, double y) {
    const double rows = (y - rulerHeight + scrollY) / rowHeight;
    rowHeight = std::clamp(rowHeight * factor, leastRowHeight(), maxRowHeight);
    scrollY = rows * rowHeight - (y - rulerHeight);
    clamp();
}

void RollGeometry::fitTime(double firstStep, double lastStep) {
    const double wide = std::max(1.0, lastStep - firstStep);
    stepWidth = std::clamp(notes().width() / wide, leastStepWidth(), 24.0);
    scrollX = firstStep * stepWidth - std::max(0.0, notes().width() - wide * stepWidth) / 2.0;
    clamp();
}

void RollGeometry::fit(double firstStep, double lastStep, int lowestPitch, int highestPitch) {
    const QRect area = notes();
    const int high = std::max(12, highestPitch - lowestPitch + 1 + 4);
    rowHeight = std::clamp(area.height() / static_cast<double>(high), minRowHeight, 18.0);
    rowHeight = std::clamp(rowHeight, leastRowHeight(), maxRowHeight);
    const double middle = (range.highest - (lowestPitch + highestPitch) / 2.0 + 0.5) * rowHeight;
    scrollY = middle - area.height() / 2.0;
    fitTime(firstStep, lastStep);
}

bool isBlackKey(int pitch) {
    const int c = ((pitch % 12) + 12) % 12;
    return c == 1 || c == 3 || c == 6 || c == 8 || c == 10;
}

}  // namespace ricercar
