// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/tools/EraseTool.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {

bool EraseTool::press(const RollPointer& pointer) {
    right_ = pointer.button == Qt::RightButton;
    if (pointer.region != RollRegion::Notes) return false;
    if (!right_ && (pointer.button != Qt::LeftButton || editor_.mode() != EditMode::Eraser)) return false;
    if (!right_ && !ready()) return false;
    active_ = true;
    moved_ = false;
    touched_.clear();
    pressed_ = last_ = pointer.at;
    if (ready() && !(right_ && editor_.mode() == EditMode::Select)) touch(last_, last_);
    return true;
}

void EraseTool::touch(QPointF from, QPointF to) {
    const RollGeometry& g = stage_.geometryOfRoll();
    const QPointF way = to - from;
    const int pieces = 1 + static_cast<int>(std::max(std::abs(way.x()), std::abs(way.y())) / 3.0);
    const std::size_t before = touched_.size();
    for (int i = 0; i <= pieces; ++i) {
        const QPointF at = from + way * (static_cast<double>(i) / pieces);
        if (!g.notes().contains(at.toPoint())) continue;
        // those that are gone already are shown no more, so names are asked of what the gesture began with
        const double step = g.stepAt(at.x());
        const int pitch = g.pitchAt(at.y());
        const NoteList& notes = editor_.notes();
        const auto note = stage_.content().notes.at(step, pitch, 2.0 / g.stepWidth);
        if (!note) continue;
        const Tick start = editor_.scale().tick(note->start);
        const auto found = std::find_if(notes.begin(), notes.end(), [&](const Note& n) {
            return n.pitch == note->pitch && std::abs(n.start - start) <= 1 && n.channel == note->channel &&
                   n.track == note->track;
        });
        if (found != notes.end()) touched_.insert(static_cast<NoteId>(found - notes.begin()));
    }
    if (touched_.size() == before) return;
    NoteList gone;
    for (const NoteId id : touched_.ids()) gone.push_back(editor_.notes()[id]);
    editor_.preview(eraseNotes(editor_.notes(), gone));
}

void EraseTool::move(const RollPointer& pointer) {
    if (!active_) return;
    moved_ = moved_ || (pointer.at - pressed_).manhattanLength() >= 4.0;
    if (right_ && !moved_ && editor_.mode() == EditMode::Select) return;  // it may be the menu that is wanted
    if (ready()) touch(last_, pointer.at);
    last_ = pointer.at;
}

void EraseTool::release(const RollPointer& pointer) {
    active_ = false;
    if (touched_.empty()) {
        if (!right_ || moved_ || !menu_) return;
        if (noteAt(pointer) && !isChosen(pointer)) {
            NoteSet one;
            one.insert(pointer.note->id);
            stage_.select(one);
        }
        menu_(pointer.at);
        return;
    }
    NoteList gone;
    for (const NoteId id : touched_.ids()) gone.push_back(editor_.notes()[id]);
    editor_.commit(QCoreApplication::translate("Roll", "Erase %Ln notes", nullptr, static_cast<int>(gone.size())),
                   eraseNotes(editor_.notes(), gone));
}

void EraseTool::cancel() {
    active_ = false;
    if (!touched_.empty()) editor_.cancel();
}

std::optional<Qt::CursorShape> EraseTool::cursor(const RollPointer& pointer) {
    if (active_ && right_ && moved_) return Qt::CrossCursor;
    if (editor_.mode() != EditMode::Eraser || pointer.region != RollRegion::Notes) return std::nullopt;
    return ready() ? Qt::CrossCursor : Qt::ForbiddenCursor;
}

QString EraseTool::help(const RollPointer& pointer) const {
    if (editor_.mode() != EditMode::Eraser || pointer.region != RollRegion::Notes) return {};
    return ready() ? QCoreApplication::translate("Roll", "Drag over the notes to erase") : editor_.locked();
}

}  // namespace ricercar
