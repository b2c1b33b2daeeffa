// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/RollTool.h"

#include <memory>
#include <vector>

class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QPinchGesture;
class QWheelEvent;

namespace ricercar {

/// Hands events to the tools and turns wheel, pinch and scrolling keys into zoom and scroll; comma and full stop take the
/// playhead from bar to bar.
class RollInput {
public:
    explicit RollInput(RollStage& stage);
    ~RollInput();

    /// Asked before those that are there already, behind the hand.
    void add(std::unique_ptr<RollTool> tool);
    /// The one for the notes and the lane, asked after all others; nullptr: none.
    void setMainTool(std::unique_ptr<RollTool> tool);
    [[nodiscard]] RollTool* mainTool() const { return main_.get(); }
    /// A button is down.
    [[nodiscard]] bool busy() const { return active_ != nullptr; }
    void cancel();

    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void doubleClick(const QMouseEvent& event);
    void wheel(const QWheelEvent& event);
    void nativeGesture(const QNativeGestureEvent& event);
    void pinch(const QPinchGesture& gesture, QPointF center);
    /// False: nobody wanted it.
    bool keyPress(QKeyEvent& event);
    void setSpaceHeld(bool held);
    /// Space was used to pan since it went down.
    [[nodiscard]] bool spaceUsed() const { return spaceUsed_; }

    [[nodiscard]] Qt::CursorShape cursor() const { return cursor_; }
    [[nodiscard]] QString helpAt(QPointF at) const;
    void paint(const RollPaint& paint) const;
    [[nodiscard]] RollPointer pointerAt(QPointF at, Qt::MouseButton button = Qt::NoButton,
                                        Qt::KeyboardModifiers modifiers = {}) const;

private:
    template <class Ask>
    RollTool* first(Ask&& ask) const;
    void updateCursor(const RollPointer& pointer);
    bool scrollKey(const QKeyEvent& event);

    RollStage& stage_;
    std::vector<std::unique_ptr<RollTool>> tools_;
    std::unique_ptr<RollTool> main_;
    std::unique_ptr<RollTool> walk_;  ///< for keys that nobody else wants
    RollTool* active_ = nullptr;
    Qt::MouseButton button_ = Qt::NoButton;
    bool spaceHeld_ = false, spaceUsed_ = false;
    QPointF last_;
    Qt::CursorShape cursor_ = Qt::ArrowCursor;
};

}  // namespace ricercar
