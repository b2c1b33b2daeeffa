// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"
#include "ui/pianoroll/tools/RollStage.h"

#include <QCursor>

#include <optional>

class QKeyEvent;

namespace ricercar {

/// Where the pointer is and what is under it.
struct RollPointer {
    QPointF at;
    RollRegion region = RollRegion::Corner;
    double step = 0.0;
    int pitch = 0;  ///< maybe outside of the range
    Qt::MouseButton button = Qt::NoButton;
    Qt::KeyboardModifiers modifiers;
    bool spaceHeld = false;
    std::optional<ShownNote> note;
    enum class Part { Body, Start, End };  ///< of the note: its edges are to be dragged
    Part part = Part::Body;
};

/// A gesture, from press to release, and what its keys do. Tools are asked in order; the first that takes a press has the
/// pointer until the last button is up. Their stage outlives them.
class RollTool {
public:
    explicit RollTool(RollStage& stage) : stage_(stage) {}
    RollTool(const RollTool&) = delete;
    RollTool& operator=(const RollTool&) = delete;
    virtual ~RollTool() = default;

    /// True: the drag is this tool's.
    virtual bool press(const RollPointer&) { return false; }
    virtual void move(const RollPointer&) {}
    /// Without a button.
    virtual void hover(const RollPointer&) {}
    virtual void release(const RollPointer&) {}
    /// As if the drag had not begun: Esc, or another window came forward.
    virtual void cancel() {}
    /// The second press of a double click; false: it is a press.
    virtual bool doubleClick(const RollPointer&) { return false; }
    /// No button is down. The pointer's shape; none: another tool's.
    [[nodiscard]] virtual std::optional<Qt::CursorShape> cursor(const RollPointer&) { return std::nullopt; }
    /// The wheel turned by so many eighths of a degree.
    virtual bool wheel(const RollPointer&, QPoint) { return false; }
    virtual bool key(QKeyEvent&) { return false; }
    /// Over all layers but the playhead.
    virtual void paint(const RollPaint&) {}
    /// What can be done here, for the tooltip; empty: another tool's.
    [[nodiscard]] virtual QString help(const RollPointer&) const { return {}; }

protected:
    RollStage& stage_;
};

}  // namespace ricercar
