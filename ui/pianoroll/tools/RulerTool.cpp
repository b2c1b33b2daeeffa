// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/RulerTool.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double loopDragFrom = 4.0;  // pixels
constexpr double loopEdgeReach = 5.0;

bool inRuler(const RollPointer& pointer) { return pointer.region == RollRegion::Bars || pointer.region == RollRegion::Tempo; }

}  // namespace

RulerTool::Edge RulerTool::edgeAt(const RollPointer& pointer) const {
    const auto& loop = stage_.content().loop;
    if (!loop) return Edge::None;
    const RollGeometry& g = stage_.geometryOfRoll();
    if (std::abs(g.xOf(loop->to) - pointer.at.x()) <= loopEdgeReach) return Edge::To;
    if (std::abs(g.xOf(loop->from) - pointer.at.x()) <= loopEdgeReach) return Edge::From;
    return Edge::None;
}

int RulerTool::snapped(double step) const {
    const RollContent& content = stage_.content();
    const Snap beats{std::max(1.0, content.bars.beatSteps(step)), false};
    return std::clamp(static_cast<int>(std::lround(beats.nearest(step, content.bars))), 0,
                      static_cast<int>(std::ceil(content.steps)));
}

bool RulerTool::press(const RollPointer& pointer) {
    if (!inRuler(pointer) || pointer.button != Qt::LeftButton) return false;
    const Edge edge = edgeAt(pointer);
    before_ = stage_.content().loop;
    pressedAt_ = pointer.at.x();
    dragging_ = false;
    anchor_ = edge == Edge::From ? before_->to : edge == Edge::To ? before_->from : snapped(pointer.step);
    return true;
}

void RulerTool::move(const RollPointer& pointer) {
    if (!dragging_ && std::abs(pointer.at.x() - pressedAt_) < loopDragFrom) return;
    dragging_ = true;
    const int a = static_cast<int>(anchor_), b = snapped(pointer.step);
    if (a != b) stage_.chooseLoop(std::min(a, b), std::max(a, b));
}

void RulerTool::cancel() {
    if (dragging_ && before_) stage_.chooseLoop(before_->from, before_->to);
}

bool RulerTool::doubleClick(const RollPointer& pointer) {
    if (!inRuler(pointer) || pointer.button != Qt::LeftButton) return false;
    stage_.chooseSeek(std::clamp(pointer.step, 0.0, stage_.content().steps));
    return true;
}

std::optional<Qt::CursorShape> RulerTool::cursor(const RollPointer& pointer) {
    if (!inRuler(pointer)) return std::nullopt;
    return edgeAt(pointer) != Edge::None ? Qt::SizeHorCursor : Qt::ArrowCursor;
}

QString RulerTool::help(const RollPointer& pointer) const {
    return inRuler(pointer) ? QCoreApplication::translate("Roll", "Drag to set the loop, double-click to move the playhead")
                            : QString();
}

}  // namespace ricercar
