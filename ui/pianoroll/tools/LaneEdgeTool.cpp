// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/LaneEdgeTool.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int lowest = 32;

}  // namespace

bool LaneEdgeTool::press(const RollPointer& pointer) {
    if (pointer.region != RollRegion::LaneEdge || pointer.button != Qt::LeftButton) return false;
    from_ = pointer.at.y();
    height_ = stage_.geometryOfRoll().laneHeight;
    return true;
}

void LaneEdgeTool::move(const RollPointer& pointer) {
    const int most = std::max(lowest, stage_.geometryOfRoll().size.height() / 2);
    stage_.setLaneHeight(std::clamp(height_ + static_cast<int>(std::lround(from_ - pointer.at.y())), lowest, most));
}

void LaneEdgeTool::cancel() { stage_.setLaneHeight(height_); }

std::optional<Qt::CursorShape> LaneEdgeTool::cursor(const RollPointer& pointer) {
    if (pointer.region != RollRegion::LaneEdge) return std::nullopt;
    return Qt::SizeVerCursor;
}

}  // namespace ricercar
