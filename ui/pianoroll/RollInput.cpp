// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollInput.h"

#include "ui/pianoroll/RollNavigator.h"
#include "ui/pianoroll/tools/HandTool.h"
#include "ui/pianoroll/tools/KeyboardTool.h"
#include "ui/pianoroll/tools/LaneEdgeTool.h"
#include "ui/pianoroll/tools/MapTool.h"
#include "ui/pianoroll/tools/RulerTool.h"
#include "ui/pianoroll/tools/WalkTool.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double zoomPerNotch = 1.2;
constexpr double scrollPerNotch = 60.0;  // pixels
constexpr double noteReach = 4.0;        // pixels: a note can be taken that is narrower
constexpr double noteEdgeReach = 6.0;    // pixels of a note's edge
constexpr double barReach = 1.0;         // steps: so near behind a bar line the playhead goes to the bar before

}  // namespace

RollInput::RollInput(RollStage& stage) : stage_(stage) {
    tools_.push_back(std::make_unique<HandTool>(stage));
    tools_.push_back(std::make_unique<RulerTool>(stage));
    tools_.push_back(std::make_unique<KeyboardTool>(stage));
    tools_.push_back(std::make_unique<LaneEdgeTool>(stage));
    tools_.push_back(std::make_unique<MapTool>(stage));
    walk_ = std::make_unique<WalkTool>(stage);
}

RollInput::~RollInput() = default;

void RollInput::add(std::unique_ptr<RollTool> tool) { tools_.insert(tools_.begin() + 1, std::move(tool)); }

void RollInput::setMainTool(std::unique_ptr<RollTool> tool) {
    if (active_ && active_ == main_.get()) cancel();
    main_ = std::move(tool);
    updateCursor(pointerAt(last_));
}

template <class Ask>
RollTool* RollInput::first(Ask&& ask) const {
    for (const auto& tool : tools_)
        if (ask(*tool)) return tool.get();
    return main_ && ask(*main_) ? main_.get() : nullptr;
}

RollPointer RollInput::pointerAt(QPointF at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) const {
    const RollGeometry& g = stage_.geometryOfRoll();
    RollPointer pointer;
    pointer.at = at;
    pointer.region = g.regionAt(at);
    pointer.step = g.stepAt(at.x());
    pointer.pitch = g.pitchAt(at.y());
    pointer.button = button;
    pointer.modifiers = modifiers;
    pointer.spaceHeld = spaceHeld_;
    if (pointer.region != RollRegion::Notes) return pointer;
    pointer.note = stage_.content().notes.at(pointer.step, pointer.pitch, noteReach / g.stepWidth);
    if (!pointer.note) return pointer;
    const double left = g.xOf(pointer.note->start), right = g.xOf(pointer.note->end);
    const double reach = std::min(noteEdgeReach, (right - left) / 3.0);
    if (at.x() >= right - reach)
        pointer.part = RollPointer::Part::End;
    else if (at.x() <= left + reach)
        pointer.part = RollPointer::Part::Start;
    return pointer;
}

void RollInput::updateCursor(const RollPointer& pointer) {
    if (active_) {
        if (const auto shape = active_->cursor(pointer)) cursor_ = *shape;
        return;
    }
    cursor_ = Qt::ArrowCursor;
    first([&](RollTool& tool) {
        const auto shape = tool.cursor(pointer);
        if (shape) cursor_ = *shape;
        return shape.has_value();
    });
}

void RollInput::press(const QMouseEvent& event) {
    last_ = event.position();
    if (active_) return;  // another button of a drag
    const RollPointer pointer = pointerAt(last_, event.button(), event.modifiers());
    button_ = event.button();
    stage_.navigator().rest();
    active_ = first([&](RollTool& tool) { return tool.press(pointer); });
    if (active_ && spaceHeld_) spaceUsed_ = true;
    updateCursor(pointer);
}

void RollInput::move(const QMouseEvent& event) {
    last_ = event.position();
    const RollPointer pointer = pointerAt(last_, active_ ? button_ : Qt::NoButton, event.modifiers());
    if (active_)
        active_->move(pointer);
    else
        first([&](RollTool& tool) {
            tool.hover(pointer);
            return false;
        });
    updateCursor(pointer);
}

void RollInput::release(const QMouseEvent& event) {
    last_ = event.position();
    if (!active_ || event.button() != button_) return;
    RollTool* done = std::exchange(active_, nullptr);
    done->release(pointerAt(last_, button_, event.modifiers()));
    updateCursor(pointerAt(last_, Qt::NoButton, event.modifiers()));
}

void RollInput::doubleClick(const QMouseEvent& event) {
    last_ = event.position();
    const RollPointer pointer = pointerAt(last_, event.button(), event.modifiers());
    if (!first([&](RollTool& tool) { return tool.doubleClick(pointer); })) press(event);
}

void RollInput::cancel() {
    if (RollTool* stopped = std::exchange(active_, nullptr)) stopped->cancel();
    updateCursor(pointerAt(last_));
}

void RollInput::wheel(const QWheelEvent& event) {
    const QPointF at = event.position();
    const RollPointer pointer = pointerAt(at, Qt::NoButton, event.modifiers());
    if (first([&](RollTool& tool) { return tool.wheel(pointer, event.angleDelta()); })) return;
    const QPoint pixels = event.pixelDelta(), angle = event.angleDelta();
    const double vertical = !pixels.isNull() ? pixels.y() : angle.y() / 120.0 * scrollPerNotch;
    const double horizontal = !pixels.isNull() ? pixels.x() : angle.x() / 120.0 * scrollPerNotch;
    const double turned = vertical != 0.0 ? vertical : horizontal;  // Alt and Shift turn the wheel around on some systems
    RollNavigator& navigator = stage_.navigator();
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        const double factor = std::pow(zoomPerNotch, turned / scrollPerNotch);
        if (shift)
            navigator.zoomPitch(factor, at.y());
        else
            navigator.zoomTime(factor, at.x());
        return;
    }
    navigator.rest();
    if (shift)
        navigator.scrollBy(-turned, 0.0);
    else if (pointer.region == RollRegion::Bars || pointer.region == RollRegion::Tempo || pointer.region == RollRegion::Lane)
        navigator.scrollBy(-turned, 0.0);
    else
        navigator.scrollBy(-horizontal, -vertical);
}

void RollInput::nativeGesture(const QNativeGestureEvent& event) {
    RollNavigator& navigator = stage_.navigator();
    if (event.gestureType() == Qt::ZoomNativeGesture) {
        const double factor = std::max(0.1, 1.0 + event.value());
        if (event.modifiers().testFlag(Qt::ShiftModifier))
            navigator.zoomPitch(factor, event.position().y());
        else
            navigator.zoomTime(factor, event.position().x());
    } else if (event.gestureType() == Qt::SmartZoomNativeGesture) {
        navigator.fit();
    }
}

void RollInput::pinch(const QPinchGesture& gesture, QPointF center) {
    if (!gesture.changeFlags().testFlag(QPinchGesture::ScaleFactorChanged)) return;
    stage_.navigator().zoomTime(std::clamp(gesture.scaleFactor(), 0.1, 10.0), center.x());
}

bool RollInput::keyPress(QKeyEvent& event) {
    if (event.key() == Qt::Key_Escape && active_) {
        cancel();
        return true;
    }
    if (active_) return active_->key(event);
    return first([&](RollTool& tool) { return tool.key(event); }) || walk_->key(event) || scrollKey(event);
}

bool RollInput::scrollKey(const QKeyEvent& event) {
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) return false;
    const RollGeometry& g = stage_.geometryOfRoll();
    const RollContent& content = stage_.content();
    RollNavigator& navigator = stage_.navigator();
    const QRect area = g.notes();
    switch (event.key()) {
        case Qt::Key_Left: navigator.scrollBy(-area.width() / 8.0, 0.0); return true;
        case Qt::Key_Right: navigator.scrollBy(area.width() / 8.0, 0.0); return true;
        case Qt::Key_Up: navigator.scrollBy(0.0, -g.rowHeight * 3); return true;
        case Qt::Key_Down: navigator.scrollBy(0.0, g.rowHeight * 3); return true;
        case Qt::Key_Comma: stage_.chooseSeek(std::max(0.0, content.bars.barStart(stage_.playhead() - barReach))); return true;
        case Qt::Key_Period: stage_.chooseSeek(std::min(content.steps, content.bars.nextBar(stage_.playhead()))); return true;
        case Qt::Key_PageUp: navigator.scrollBy(-area.width() * 0.9, 0.0); return true;
        case Qt::Key_PageDown: navigator.scrollBy(area.width() * 0.9, 0.0); return true;
        default: return false;
    }
}

void RollInput::setSpaceHeld(bool held) {
    if (held && !spaceHeld_) spaceUsed_ = false;
    spaceHeld_ = held;
    updateCursor(pointerAt(last_));
}

QString RollInput::helpAt(QPointF at) const {
    const RollPointer pointer = pointerAt(at);
    QString help;
    first([&](RollTool& tool) {
        help = tool.help(pointer);
        return !help.isEmpty();
    });
    return help;
}

void RollInput::paint(const RollPaint& paint) const {
    first([&](RollTool& tool) {
        tool.paint(paint);
        return false;
    });
}

}  // namespace ricercar
