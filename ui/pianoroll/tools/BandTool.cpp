// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/BandTool.h"

#include "ui/pianoroll/RollNavigator.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ricercar {
namespace {

constexpr double leastArea = 6.0;  // pixels; less is a click

}  // namespace

bool BandTool::press(const RollPointer& pointer) {
    const bool control = pointer.modifiers.testFlag(Qt::ControlModifier);
    inRuler_ = pointer.region == RollRegion::Bars && control;
    if (pointer.button != Qt::LeftButton) return false;
    if (!inRuler_ && (pointer.region != RollRegion::Notes || pointer.note || editor_.mode() != EditMode::Select)) return false;
    active_ = true;
    const bool keep = !inRuler_ && (control || pointer.modifiers.testFlag(Qt::ShiftModifier));
    before_ = keep ? stage_.content().selection : NoteSet();
    fromStep_ = toStep_ = pointer.step;
    fromRow_ = toRow_ = pointer.at.y() + stage_.geometryOfRoll().scrollY;
    stage_.markArea(std::nullopt);
    stage_.select(before_);
    return true;
}

void BandTool::move(const RollPointer& pointer) {
    if (!active_) return;
    // near the edge the roll moves on beneath the band
    const QRect area = stage_.geometryOfRoll().notes();
    const auto beyond = [](double at, int low, int high) { return at < low ? at - low : at > high ? at - high : 0.0; };
    const double x = beyond(pointer.at.x(), area.left(), area.right());
    const double y = inRuler_ ? 0.0 : beyond(pointer.at.y(), area.top(), area.bottom());
    if (x != 0.0 || y != 0.0) stage_.navigator().scrollBy(x / 4.0, y / 4.0);
    const RollGeometry& g = stage_.geometryOfRoll();
    toStep_ = g.stepAt(pointer.at.x());
    toRow_ = pointer.at.y() + g.scrollY;

    const auto [from, to] = std::minmax(fromStep_, toStep_);
    const auto [top, bottom] = std::minmax(fromRow_, toRow_);
    const int highest = inRuler_ ? 127 : g.pitchAt(top - g.scrollY), lowest = inRuler_ ? 0 : g.pitchAt(bottom - g.scrollY);
    NoteSet chosen = before_;
    const bool toggle = !inRuler_ && pointer.modifiers.testFlag(Qt::ControlModifier);
    const double first = from, last = to;
    stage_.content().notes.between(first, last, [&](const ShownNote& note) {
        if (note.pitch < lowest || note.pitch > highest || note.end <= first) return;
        if (inRuler_ && note.start < first) return;
        if (toggle)
            chosen.toggle(note.id);
        else
            chosen.insert(note.id);
    });
    stage_.select(chosen);
    stage_.refresh(QRectF(area).adjusted(-4, -60, 4, 4));
}

void BandTool::release(const RollPointer& pointer) {
    move(pointer);
    active_ = false;
    if (!inRuler_ && stage_.content().selection.empty()) stage_.markArea(emptyArea());
    stage_.refresh(QRectF(stage_.geometryOfRoll().notes()).adjusted(-4, -60, 4, 4));
}

void BandTool::cancel() {
    active_ = false;
    stage_.select(before_);
    stage_.refresh(QRectF(stage_.geometryOfRoll().notes()).adjusted(-4, -60, 4, 4));
}

std::optional<RollContent::Area> BandTool::emptyArea() const {
    const QRectF box = band();
    if (box.width() < leastArea || box.height() < leastArea) return std::nullopt;
    const RollGeometry& g = stage_.geometryOfRoll();
    const int from = std::max(0, static_cast<int>(std::floor(g.stepAt(box.left()) + 1e-6)));
    const int to = static_cast<int>(std::ceil(g.stepAt(box.right()) - 1e-6));
    return RollContent::Area{from, std::max(from + 1, to), {g.pitchAt(box.bottom() - 1.0), g.pitchAt(box.top())}};
}

QRectF BandTool::band() const {
    const RollGeometry& g = stage_.geometryOfRoll();
    const QRectF area(g.notes());
    const double x = g.xOf(fromStep_), y = fromRow_ - g.scrollY;
    QRectF band = QRectF(QPointF(x, y), QPointF(g.xOf(toStep_), toRow_ - g.scrollY)).normalized();
    if (inRuler_) {
        band.setTop(g.bars().top());
        band.setBottom(area.bottom());
        return band.intersected(area.united(QRectF(g.bars())));
    }
    return band.intersected(area);
}

void BandTool::paint(const RollPaint& paint) {
    if (!active_) return;
    const QRectF box = band();
    if (box.width() < 1.0 && box.height() < 1.0) return;
    paint.painter.save();
    QColor fill = paint.theme.accent;
    fill.setAlpha(40);
    paint.painter.setPen(QPen(paint.theme.accent, 1.0));
    paint.painter.setBrush(fill);
    paint.painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    paint.painter.restore();
}

bool BandTool::key(QKeyEvent& event) {
    if (event.key() != Qt::Key_Escape || editor_.mode() == EditMode::Select) return false;
    editor_.setMode(EditMode::Select);
    return true;
}

}  // namespace ricercar
