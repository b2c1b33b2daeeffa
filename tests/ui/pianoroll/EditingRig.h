// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Remedying.h"
#include "core/music/MidiFile.h"
#include "tests/ui/Window.h"
#include "ui/pianoroll/NoteActions.h"
#include "ui/pianoroll/RollEditor.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/pianoroll/RollView.h"
#include "ui/services/Editing.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QWheelEvent>

namespace ricercar::test {

inline Note note(Tick start, Tick duration, int pitch, int velocity = 80) {
    return {start, duration, static_cast<std::uint8_t>(pitch), static_cast<std::uint8_t>(velocity), 0, 0};
}

/// Two bars of 4/4; 480 ticks a quarter, 120 a step.
inline NoteList melody() {
    return {note(0, 480, 60), note(480, 480, 62), note(960, 240, 64, 40), note(1450, 200, 65), note(1920, 960, 60, 100)};
}

/// A window with a melody and another piece, its roll open for editing, and hands that work it.
class EditingRig : public QObject {
protected:
    std::unique_ptr<Window> window_;
    RollPanel* panel_ = nullptr;
    RollView* view_ = nullptr;
    std::int64_t id_ = 0;

    AppServices& services() const { return *window_->services; }
    void writePiece(const QString& name, NoteList notes) const {
        Score score;
        score.notes = std::move(notes);
        score.meters = {{0, {4, 4}}};
        score.tempos = {{0, 500'000}};
        score.end = 3840;
        const QString folder = window_->path(QStringLiteral("music"));
        QDir().mkpath(folder);
        writeFile(toPath(folder + QLatin1Char('/') + name), writeMidi(score));
    }
    const NoteList& shown() const { return services().stage.shown().score->notes; }
    /// What the file holds, once all is written.
    NoteList stored(std::int64_t id = 0) const {
        if (!QTest::qWaitFor([this] { return services().changes.idle(); }, 20'000)) return {};
        const Workspace workspace(services().store.path());
        const auto piece = workspace.pieces().find(id == 0 ? id_ : id);
        return piece ? sourceOf(workspace, *piece).score.notes : NoteList();
    }
    int versions() const { return static_cast<int>(Workspace(services().store.path()).versions().of(id_).size()); }

    QPointF at(double step, double pitch) const {
        const RollGeometry& g = view_->geometryOfRoll();
        return {g.xOf(step), g.yOf(static_cast<int>(pitch)) + g.rowHeight / 2};
    }
    void send(QEvent::Type type, QPointF where, Qt::MouseButton button, Qt::MouseButtons down,
              Qt::KeyboardModifiers keys) const {
        QMouseEvent event(type, where, view_->mapToGlobal(where), button, down, keys);
        QApplication::sendEvent(view_, &event);
    }
    void press(QPointF where, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers keys = {}) const {
        send(QEvent::MouseButtonPress, where, button, button, keys);
    }
    void moveTo(QPointF where, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers keys = {}) const {
        send(QEvent::MouseMove, where, Qt::NoButton, button, keys);
    }
    void release(QPointF where, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers keys = {}) const {
        send(QEvent::MouseButtonRelease, where, button, Qt::NoButton, keys);
    }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers keys = {}, Qt::MouseButton button = Qt::LeftButton) const {
        press(from, button, keys);
        moveTo((from + to) / 2, button, keys);
        moveTo(to, button, keys);
        release(to, button, keys);
    }
    void click(QPointF where, Qt::KeyboardModifiers keys = {}) const {
        press(where, Qt::LeftButton, keys);
        release(where, Qt::LeftButton, keys);
    }
    void key(int code, Qt::KeyboardModifiers keys = {}) const { QTest::keyClick(view_, static_cast<Qt::Key>(code), keys); }
    void wheel(QPointF where, int turn, Qt::KeyboardModifiers keys) const {
        QWheelEvent event(where, view_->mapToGlobal(where), {}, {0, turn}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view_, &event);
    }
    NoteList chosen() const { return panel_->editor().chosen(); }
    QString stepName() const { return services().changes.stack().undoText(); }
    void undo() const { services().changes.stack().undo(); }
    void redo() const { services().changes.stack().redo(); }
    void snapTo(const QString& text) const {
        auto* snap = window_->find<QComboBox>("snap");
        snap->setCurrentIndex(snap->findText(text));
    }
    bool show(std::int64_t id) const {
        services().stage.showPiece(id);
        const Stage& stage = services().stage;
        return QTest::qWaitFor([&] { return stage.shown().id == id && stage.shown().score && !stage.awaiting(); }, 10'000);
    }

    void setUp() {
        window_ = std::make_unique<Window>();
        QVERIFY(window_->ready());
        writePiece(QStringLiteral("melody.mid"), melody());
        writePiece(QStringLiteral("other.mid"), {note(0, 1920, 70), note(1920, 1920, 72)});
        QSignalSpy finished(&window_->services->importing, &Importing::finished);
        window_->services->importing.start({toPath(window_->path(QStringLiteral("music")))});
        QVERIFY(finished.wait(60'000));
        QTRY_COMPARE(services().store.pieces().size(), std::size_t{2});
        QTRY_VERIFY(services().changes.idle() && services().jobs.idle());
        services().changes.stack().clear();  // the import is a step as well
        panel_ = window_->find<RollPanel>("rollPanel");
        view_ = &panel_->view();
        for (const Piece& piece : services().store.pieces())
            if (piece.title == "melody") id_ = piece.id;
        QVERIFY(show(id_));
        panel_->setRepresentation(Representation::Free);
        view_->resize(1100, 560);
        view_->fit();
        view_->navigator().zoomPitch(0.01, 200);  // all pitches
        view_->setFocus();
        snapTo(QStringLiteral("1/16"));
        QVERIFY(panel_->editor().locked().isEmpty());
        QVERIFY(shown() == melody());
    }
    void tearDown() {
        window_->services->jobs.stopAll();
        window_.reset();
    }
};

}  // namespace ricercar::test
