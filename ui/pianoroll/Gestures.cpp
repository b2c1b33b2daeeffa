#include "ui/pianoroll/Gestures.h"

#include "ui/pianoroll/BarBeat.h"
#include "ui/pianoroll/RollView.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

class PanGesture final : public RollGesture {
public:
    PanGesture(RollView& view, QPointF start) : view_(view), start_(start), geometry_(view.geometryOfRoll()) {
        view_.setCursor(Qt::ClosedHandCursor);
    }
    void move(QPointF at) override {
        view_.scrollTo(geometry_.scrollX - (at.x() - start_.x()), geometry_.scrollY - (at.y() - start_.y()));
    }
    void release(QPointF) override { view_.unsetCursor(); }

private:
    RollView& view_;
    QPointF start_;
    RollGeometry geometry_;
};

class LoopGesture final : public RollGesture {
public:
    LoopGesture(RollView& view, QPointF start) : view_(view), start_(start) {}
    void move(QPointF at) override {
        if (!dragging_ && std::abs(at.x() - start_.x()) < 4.0) return;
        dragging_ = true;
        const int beat = beatSteps(view_.content().roll);
        const auto snapped = [&](double x) {
            const double step = view_.geometryOfRoll().stepAt(x);
            return std::clamp(static_cast<int>(std::lround(step / beat)) * beat, 0, view_.content().roll.steps());
        };
        const int a = snapped(start_.x()), b = snapped(at.x());
        const int from = std::min(a, b), to = std::max(a, b);
        if (to > from) emit view_.loopDragged(from, to);
    }
    void release(QPointF) override {}

private:
    RollView& view_;
    QPointF start_;
    bool dragging_ = false;
};

class KeyGesture final : public RollGesture {
public:
    KeyGesture(RollView& view, QPointF start) : view_(view) { move(start); }
    void move(QPointF at) override { view_.pressKey(view_.geometryOfRoll().pitchAt(at.y())); }
    void release(QPointF) override { view_.pressKey(-1); }

private:
    RollView& view_;
};

}  // namespace

std::unique_ptr<RollGesture> panGesture(RollView& view, QPointF start) { return std::make_unique<PanGesture>(view, start); }

std::unique_ptr<RollGesture> loopGesture(RollView& view, QPointF start) { return std::make_unique<LoopGesture>(view, start); }

std::unique_ptr<RollGesture> keyGesture(RollView& view, QPointF start) { return std::make_unique<KeyGesture>(view, start); }

}  // namespace ricercar
