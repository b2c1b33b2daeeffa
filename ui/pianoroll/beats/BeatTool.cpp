// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/beats/BeatTool.h"

#include "ui/pianoroll/beats/BeatEditor.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double beatReach = 6.0;   // pixels
constexpr double crowded = 6.0;     // pixels between beats: closer ones are left out
constexpr double unsureFrom = 0.3;  // opacity of a beat nobody trusts

}  // namespace

std::optional<std::size_t> BeatTool::beatAt(const RollPointer& pointer) const {
    if (pointer.region != RollRegion::Tempo) return std::nullopt;
    return editor_.beatAt(pointer.step, beatReach / stage_.geometryOfRoll().stepWidth);
}

void BeatTool::refresh() {
    const RollGeometry& g = stage_.geometryOfRoll();
    stage_.refresh(QRectF(QPointF(0, 0), QSizeF(g.size)));
}

bool BeatTool::press(const RollPointer& pointer) {
    const auto beat = beatAt(pointer);
    if (!beat) return false;
    if (pointer.button == Qt::RightButton) {
        editor_.remove(*beat);
        return true;
    }
    if (pointer.button != Qt::LeftButton) return false;
    dragged_ = beat;
    place_ = editor_.steps()[*beat];
    moved_ = false;
    return true;
}

void BeatTool::move(const RollPointer& pointer) {
    if (!dragged_ || *dragged_ >= editor_.steps().size()) return;
    const auto& steps = editor_.steps();
    const double least = *dragged_ > 0 ? steps[*dragged_ - 1] + 0.1 : pointer.step;
    const double most = *dragged_ + 1 < steps.size() ? steps[*dragged_ + 1] - 0.1 : pointer.step;
    place_ = std::clamp(pointer.step, least, std::max(least, most));
    moved_ = true;
    refresh();
}

void BeatTool::release(const RollPointer&) {
    if (dragged_ && moved_ && *dragged_ < editor_.steps().size()) editor_.move(*dragged_, place_);
    dragged_.reset();
    refresh();
}

void BeatTool::cancel() {
    dragged_.reset();
    refresh();
}

bool BeatTool::doubleClick(const RollPointer& pointer) {
    if (pointer.region != RollRegion::Tempo || !editor_.visible()) return false;
    if (!beatAt(pointer)) editor_.insert(pointer.step);
    return true;
}

std::optional<Qt::CursorShape> BeatTool::cursor(const RollPointer& pointer) {
    return dragged_ || beatAt(pointer) ? std::optional(Qt::SizeHorCursor) : std::nullopt;
}

QString BeatTool::help(const RollPointer& pointer) const {
    if (pointer.region != RollRegion::Tempo || !editor_.visible()) return {};
    return QCoreApplication::translate("Roll",
                                       "Drag a beat to where it was played. Double-click: a new one. Right button: away");
}

void BeatTool::paint(const RollPaint& p) {
    if (!editor_.visible()) return;
    const RollGeometry& g = p.geometry;
    const QRect notes = g.notes(), ruler = g.tempo();
    const auto& steps = editor_.steps();
    const auto& beats = editor_.track()->beats;
    const double first = g.stepAt(notes.left() - 8), last = g.stepAt(notes.right() + 8);
    const Clipped clip(p.painter, QRect(notes.left(), ruler.top(), notes.width(), notes.bottom() - ruler.top() + 1));
    p.painter.setRenderHint(QPainter::Antialiasing);
    auto from = static_cast<std::size_t>(std::lower_bound(steps.begin(), steps.end(), first) - steps.begin());
    from -= from > 0 ? 1 : 0;
    double drawn = -1e9;
    for (std::size_t i = from; i < steps.size() && steps[i] <= last; ++i) {
        const bool down = editor_.isDownbeat(i), held = dragged_ == i;
        const double x = g.xOf(held ? place_ : steps[i]);
        if (!down && !held && x - drawn < crowded) continue;
        drawn = x;
        QColor color = held ? p.theme.accent : p.theme.validation;
        const double trust = std::clamp(beats[i].confidence, 0.0, 1.0);
        color.setAlphaF(static_cast<float>(held ? 1.0 : unsureFrom + (1.0 - unsureFrom) * trust));
        const double width = down ? 2.0 : 1.0;
        QColor line = color;  // the notes stay readable below it
        if (!held) line.setAlphaF(color.alphaF() * (down ? 0.55F : 0.3F));
        p.painter.fillRect(QRectF(x - width / 2, ruler.top(), width, notes.bottom() - ruler.top()), line);
        const double half = down ? 5.0 : 3.5, top = ruler.top() + 1.0;
        const QPointF handle[3]{{x - half, top}, {x + half, top}, {x, top + 2 * half}};
        p.painter.setPen(Qt::NoPen);
        p.painter.setBrush(color);
        p.painter.drawPolygon(handle, 3);
    }
}

}  // namespace ricercar
