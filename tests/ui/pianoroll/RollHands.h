// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/RollView.h"

#include <QWheelEvent>
#include <QtTest>

#include <memory>

namespace ricercar::test {

inline void wheel(QWidget& on, QPointF at, int turn, Qt::KeyboardModifiers keys = {}, int sideways = 0) {
    QWheelEvent event(at, on.mapToGlobal(at), {}, {sideways, turn}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&on, &event);
}

/// A press, some movement and a release.
inline void drag(QWidget& on, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton,
                 Qt::KeyboardModifiers keys = {}) {
    const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton which, Qt::MouseButtons down) {
        QMouseEvent event(type, at, on.mapToGlobal(at), which, down, keys);
        QApplication::sendEvent(&on, &event);
    };
    send(QEvent::MouseButtonPress, from, button, button);
    for (int i = 1; i <= 4; ++i) send(QEvent::MouseMove, from + (to - from) * i / 4, Qt::NoButton, button);
    send(QEvent::MouseButtonRelease, to, button, Qt::NoButton);
}

/// A shown view of 900 x 500 with a content.
inline std::unique_ptr<RollView> viewOf(RollContent content) {
    auto view = std::make_unique<RollView>();
    view->resize(900, 500);
    view->show();
    view->setContent(std::move(content), true);
    return view;
}

/// Notes as they were played, from a list of start, end, pitch, velocity.
inline RollContent played(std::vector<ShownNote> notes, double steps) {
    for (std::size_t i = 0; i < notes.size(); ++i) notes[i].id = static_cast<NoteId>(i);
    RollContent content;
    content.representation = Representation::Free;
    content.steps = steps;
    content.notes = NoteIndex(std::move(notes));
    return content;
}

inline ShownNote note(double start, double end, int pitch, int velocity = 80) {
    return {start, end, 0, 0, static_cast<std::uint8_t>(pitch), static_cast<std::uint8_t>(velocity), 0, true};
}

/// The middle of a note.
inline QPoint middleOf(const RollView& view, const ShownNote& n) {
    const RollGeometry& g = view.geometryOfRoll();
    return QPointF(g.xOf((n.start + n.end) / 2.0), g.yOf(n.pitch) + g.rowHeight / 2.0).toPoint();
}

}  // namespace ricercar::test
