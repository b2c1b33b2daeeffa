// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/MapTool.h"

#include "ui/pianoroll/RollNavigator.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double frameEdgeReach = 4.0;
constexpr double narrowestFrame = 16.0;  // pixels; a narrower one has no edges to take

}  // namespace

std::pair<double, double> MapTool::shown() const {
    const RollGeometry& g = stage_.geometryOfRoll();
    return {g.stepAt(g.notes().left()), std::min(g.steps, g.stepAt(g.notes().right() + 1))};
}

MapTool::Part MapTool::partAt(const RollPointer& pointer) const {
    const RollGeometry& g = stage_.geometryOfRoll();
    const auto [from, to] = shown();
    const double left = g.mapX(from), right = g.mapX(to), x = pointer.at.x();
    if (right - left >= narrowestFrame) {
        if (std::abs(x - left) <= frameEdgeReach) return Part::From;
        if (std::abs(x - right) <= frameEdgeReach) return Part::To;
    }
    return x >= left && x <= right ? Part::Inside : Part::Outside;
}

bool MapTool::press(const RollPointer& pointer) {
    if (pointer.region != RollRegion::Map || pointer.button != Qt::LeftButton) return false;
    stage_.navigator().rest();
    before_ = stage_.geometryOfRoll();
    part_ = partAt(pointer);
    const auto [from, to] = shown();
    const double at = before_.stepAtMap(pointer.at.x());
    grip_ = part_ == Part::Outside ? (to - from) / 2.0 : at - from;
    other_ = part_ == Part::From ? to : from;
    move(pointer);
    return true;
}

void MapTool::move(const RollPointer& pointer) {
    const RollGeometry& g = stage_.geometryOfRoll();
    const double at = std::clamp(before_.stepAtMap(pointer.at.x()), 0.0, before_.steps);
    if (part_ == Part::Inside || part_ == Part::Outside)
        stage_.navigator().scrollTo((at - grip_) * g.stepWidth, g.scrollY);
    else if (std::abs(at - other_) >= 1.0)
        stage_.navigator().showSteps(std::min(at, other_), std::max(at, other_));
}

void MapTool::cancel() {
    stage_.navigator().showSteps(before_.stepAt(before_.notes().left()), before_.stepAt(before_.notes().right() + 1));
}

std::optional<Qt::CursorShape> MapTool::cursor(const RollPointer& pointer) {
    if (pointer.region != RollRegion::Map) return std::nullopt;
    switch (partAt(pointer)) {
        case Part::Outside: return Qt::PointingHandCursor;
        case Part::Inside: return pointer.button == Qt::LeftButton ? Qt::ClosedHandCursor : Qt::OpenHandCursor;
        case Part::From:
        case Part::To: break;
    }
    return Qt::SizeHorCursor;
}

bool MapTool::wheel(const RollPointer& pointer, QPoint turn) {
    if (pointer.region != RollRegion::Map || pointer.modifiers != Qt::NoModifier) return false;
    const double turned = turn.y() != 0 ? turn.y() : turn.x();
    stage_.navigator().scrollBy(-turned / 120.0 * stage_.geometryOfRoll().notes().width() / 4.0, 0.0);
    return true;
}

QString MapTool::help(const RollPointer& pointer) const {
    return pointer.region == RollRegion::Map
               ? QCoreApplication::translate("Roll", "The whole piece. Drag to scroll, drag an edge of the frame to zoom")
               : QString();
}

}  // namespace ricercar
