// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/VelocityTool.h"

#include "core/music/ScoreOrder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double reach = 5.0;  // pixels of a stem
constexpr int perNotch = 5;

QString velocityName(std::size_t notes) {
    return QCoreApplication::translate("Roll", "Velocity of %Ln notes", nullptr, static_cast<int>(notes));
}

}  // namespace

NoteList VelocityTool::around(double fromX, double toX) const {
    const RollGeometry& g = stage_.geometryOfRoll();
    const auto [low, high] = std::minmax(fromX, toX);
    const double from = g.stepAt(low - reach), to = g.stepAt(high + reach);
    const NoteSet& selection = stage_.content().selection;
    NoteList found;
    stage_.content().notes.between(from, to, [&](const ShownNote& note) {
        if (note.start >= from && note.id < editor_.notes().size() && (selection.empty() || selection.contains(note.id)))
            found.push_back(editor_.notes()[note.id]);
    });
    std::sort(found.begin(), found.end(), noteBefore);
    return found;
}

bool VelocityTool::press(const RollPointer& pointer) {
    if (pointer.button != Qt::LeftButton || pointer.region != RollRegion::Lane || !ready()) return false;
    active_ = true;
    line_ = pointer.modifiers.testFlag(Qt::ShiftModifier);
    from_ = to_ = pointer.at;
    touched_.clear();
    before_.clear();
    chosen_ = editor_.chosen();
    move(pointer);
    return true;
}

void VelocityTool::move(const RollPointer& pointer) {
    if (!active_) return;
    const RollGeometry& g = stage_.geometryOfRoll();
    const QPointF last = line_ ? from_ : to_;
    to_ = pointer.at;
    if (line_) {
        touched_.clear();
        before_.clear();
    }
    // names are those of the notes as they were: the preview changes no order in time
    const auto tick = [&](double x) { return editor_.scale().tick(g.stepAt(x)); };
    for (const Note& note : around(last.x(), to_.x())) {
        NoteList one{note};
        const bool still = std::abs(to_.x() - last.x()) < 1.0;
        const NoteEdit edit =
            still ? setVelocity(one, one, g.velocityAt(to_.y()))
                  : rampVelocity(one, one, tick(last.x()), g.velocityAt(last.y()), tick(to_.x()), g.velocityAt(to_.y()));
        const auto at = std::find(before_.begin(), before_.end(), note);
        if (at == before_.end()) {
            before_.push_back(note);
            touched_.push_back(edit.chosen.front());
        } else {
            touched_[static_cast<std::size_t>(at - before_.begin())] = edit.chosen.front();
        }
    }
    editor_.preview(edit());
    stage_.refresh(QRectF(g.lane()));
}

NoteEdit VelocityTool::edit() const {
    NoteList was = before_, now = touched_;
    std::sort(was.begin(), was.end(), noteBefore);
    std::sort(now.begin(), now.end(), noteBefore);
    NoteList chosen = chosen_;
    for (Note& note : chosen) {
        const auto at = std::find(before_.begin(), before_.end(), note);
        if (at != before_.end()) note = touched_[static_cast<std::size_t>(at - before_.begin())];
    }
    std::sort(chosen.begin(), chosen.end(), noteBefore);
    return {changeBetween(was, now), std::move(chosen)};
}

void VelocityTool::release(const RollPointer&) {
    active_ = false;
    const NoteEdit change = edit();
    if (change.change.empty()) {
        editor_.cancel();
        return;
    }
    editor_.commit(
        line_ ? QCoreApplication::translate("Roll", "Velocity ramp over %Ln notes", nullptr, static_cast<int>(touched_.size()))
              : velocityName(touched_.size()),
        change);
    stage_.refresh(QRectF(stage_.geometryOfRoll().lane()));
}

void VelocityTool::cancel() {
    active_ = false;
    editor_.cancel();
}

bool VelocityTool::wheel(const RollPointer& pointer, QPoint turn) {
    const bool lane = pointer.region == RollRegion::Lane && !(pointer.modifiers & (Qt::ControlModifier | Qt::ShiftModifier));
    const bool over = noteAt(pointer) && pointer.modifiers.testFlag(Qt::AltModifier);
    if ((!lane && !over) || !ready() || !stage_.content().hasVelocities()) return false;
    NoteList notes =
        over ? (isChosen(pointer) ? editor_.chosen() : NoteList{*noteAt(pointer)}) : around(pointer.at.x(), pointer.at.x());
    if (notes.empty()) return false;
    const int turned = turn.y() != 0 ? turn.y() : turn.x();  // Alt turns the wheel around on some systems
    const int by = turned > 0 ? perNotch : turned < 0 ? -perNotch : 0;
    if (!over && !stage_.content().selection.empty()) notes = editor_.chosen();
    if (stage_.content().selection.empty() || !isChosen(pointer)) editor_.choose(notes);
    editor_.commit(velocityName(notes.size()), changeVelocity(editor_.notes(), notes, by), NudgeVelocity);
    return true;
}

std::optional<Qt::CursorShape> VelocityTool::cursor(const RollPointer& pointer) {
    if (active_) return Qt::SizeVerCursor;
    if (pointer.region != RollRegion::Lane) return std::nullopt;
    return ready() ? Qt::SizeVerCursor : Qt::ForbiddenCursor;
}

QString VelocityTool::help(const RollPointer& pointer) const {
    if (pointer.region != RollRegion::Lane) return {};
    return ready() ? QCoreApplication::translate("Roll",
                                                 "Drag to paint velocities, with Shift a straight line; the wheel changes them")
                   : editor_.locked();
}

void VelocityTool::paint(const RollPaint& paint) {
    if (!active_ || !line_) return;
    const Clipped clip(paint.painter, paint.geometry.lane());
    paint.painter.setRenderHint(QPainter::Antialiasing);
    paint.painter.setPen(QPen(paint.theme.accent, 1.5));
    paint.painter.drawLine(from_, to_);
}

}  // namespace ricercar
