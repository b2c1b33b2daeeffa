// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/HandTool.h"

#include "ui/pianoroll/RollNavigator.h"

#include <algorithm>

namespace ricercar {
namespace {

constexpr qint64 restAfter = 60;  // ms without movement: the hand lies still

}  // namespace

bool HandTool::press(const RollPointer& pointer) {
    if (pointer.button != Qt::MiddleButton && !(pointer.spaceHeld && pointer.button == Qt::LeftButton)) return false;
    stage_.navigator().rest();
    start_ = last_ = pointer.at;
    speed_ = {};
    scrollX_ = stage_.geometryOfRoll().scrollX;
    scrollY_ = stage_.geometryOfRoll().scrollY;
    since_.start();
    return true;
}

void HandTool::move(const RollPointer& pointer) {
    const double seconds = static_cast<double>(std::max<qint64>(since_.restart(), 1)) / 1000.0;
    speed_ = speed_ * 0.6 + (last_ - pointer.at) / seconds * 0.4;
    last_ = pointer.at;
    stage_.navigator().scrollTo(scrollX_ - (pointer.at.x() - start_.x()), scrollY_ - (pointer.at.y() - start_.y()));
}

void HandTool::release(const RollPointer&) {
    if (since_.elapsed() < restAfter) stage_.navigator().glide(speed_);
}

std::optional<Qt::CursorShape> HandTool::cursor(const RollPointer& pointer) {
    if (pointer.button == Qt::MiddleButton || (pointer.spaceHeld && pointer.button == Qt::LeftButton))
        return Qt::ClosedHandCursor;
    if (pointer.spaceHeld) return Qt::OpenHandCursor;
    return std::nullopt;
}

}  // namespace ricercar
