#pragma once

#include <QPointF>

#include <memory>

namespace ricercar {

class RollView;

/// What a drag does, from press to release.
class RollGesture {
public:
    virtual ~RollGesture() = default;
    virtual void move(QPointF at) = 0;
    virtual void release(QPointF at) = 0;
};

/// Middle button: the roll follows the pointer.
std::unique_ptr<RollGesture> panGesture(RollView& view, QPointF start);
/// In the ruler: a loop from beat to beat; a click that does not move leaves the loop as it is.
std::unique_ptr<RollGesture> loopGesture(RollView& view, QPointF start);
/// On the keyboard: the note under the pointer sounds.
std::unique_ptr<RollGesture> keyGesture(RollView& view, QPointF start);

}  // namespace ricercar
