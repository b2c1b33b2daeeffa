#include "ui/pianoroll/RollGeometry.h"

#include <algorithm>
#include <cmath>

namespace ricercar {

QRect RollGeometry::notes() const {
    return {keyboardWidth, rulerHeight, std::max(0, size.width() - keyboardWidth), std::max(0, size.height() - rulerHeight)};
}

QRect RollGeometry::ruler() const { return {keyboardWidth, 0, std::max(0, size.width() - keyboardWidth), rulerHeight}; }

QRect RollGeometry::keyboard() const { return {0, rulerHeight, keyboardWidth, std::max(0, size.height() - rulerHeight)}; }

int RollGeometry::pitchAt(double y) const {
    return range.highest - static_cast<int>(std::floor((y - rulerHeight + scrollY) / rowHeight));
}

double RollGeometry::leastRowHeight() const {
    return std::max(minRowHeight, notes().height() / static_cast<double>(range.size()));
}

void RollGeometry::clamp() {
    stepWidth = std::clamp(stepWidth, minStepWidth, maxStepWidth);
    rowHeight = std::clamp(rowHeight, std::min(maxRowHeight, leastRowHeight()), maxRowHeight);
    scrollX = std::clamp(scrollX, 0.0, std::max(0.0, contentWidth() - notes().width()));
    scrollY = std::clamp(scrollY, 0.0, std::max(0.0, contentHeight() - notes().height()));
}

void RollGeometry::zoomTime(double factor, double x) {
    const double step = stepAt(x);
    stepWidth = std::clamp(stepWidth * factor, minStepWidth, maxStepWidth);
    scrollX = keyboardWidth + step * stepWidth - x;
    clamp();
}

void RollGeometry::zoomPitch(double factor, double y) {
    const double rows = (y - rulerHeight + scrollY) / rowHeight;
    rowHeight = std::clamp(rowHeight * factor, std::min(maxRowHeight, leastRowHeight()), maxRowHeight);
    scrollY = rows * rowHeight - (y - rulerHeight);
    clamp();
}

void RollGeometry::fit(int firstStep, int lastStep, int lowestPitch, int highestPitch) {
    const QRect area = notes();
    const int wide = std::max(1, lastStep - firstStep);
    const int high = std::max(12, highestPitch - lowestPitch + 1 + 4);
    stepWidth = std::clamp(area.width() / static_cast<double>(wide), minStepWidth, 24.0);
    rowHeight = std::clamp(area.height() / static_cast<double>(high), minRowHeight, 18.0);
    rowHeight = std::clamp(rowHeight, std::min(maxRowHeight, leastRowHeight()), maxRowHeight);
    scrollX = firstStep * stepWidth;
    const double middle = (range.highest - (lowestPitch + highestPitch) / 2.0 + 0.5) * rowHeight;
    scrollY = middle - area.height() / 2.0;
    clamp();
}

}  // namespace ricercar
