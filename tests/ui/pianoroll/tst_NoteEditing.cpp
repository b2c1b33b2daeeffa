#include "core/dataset/Remedying.h"
#include "core/music/MidiFile.h"
#include "core/workbench/Takes.h"
#include "tests/ui/Window.h"
#include "ui/Words.h"
#include "ui/pianoroll/NoteActions.h"
#include "ui/pianoroll/QuantiseDialog.h"
#include "ui/pianoroll/RollEditor.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/pianoroll/RollView.h"
#include "ui/session/Editing.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QWheelEvent>

using namespace ricercar;
using test::Window;

namespace {

Note note(Tick start, Tick duration, int pitch, int velocity = 80) {
    return {start, duration, static_cast<std::uint8_t>(pitch), static_cast<std::uint8_t>(velocity), 0, 0};
}

/// Two bars of 4/4; 480 ticks a quarter, 120 a step.
NoteList melody() {
    return {note(0, 480, 60), note(480, 480, 62), note(960, 240, 64, 40), note(1450, 200, 65), note(1920, 960, 60, 100)};
}

}  // namespace

/// Every gesture with mouse and keys; what comes of it is read from the model and from the workspace, opened anew.
class tst_NoteEditing : public QObject {
    Q_OBJECT
    std::unique_ptr<Window> window_;
    RollPanel* panel_ = nullptr;
    RollView* view_ = nullptr;
    std::int64_t id_ = 0;

    Session& session() const { return window_->studio->session; }
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
    const NoteList& shown() const { return session().shown().score->notes; }
    /// What the file holds, once all is written.
    NoteList stored(std::int64_t id = 0) const {
        if (!QTest::qWaitFor([this] { return session().changes().idle(); }, 20'000)) return {};
        const Workspace workspace(session().path());
        const auto piece = workspace.piece(id == 0 ? id_ : id);
        return piece ? sourceOf(workspace, *piece).score.notes : NoteList();
    }
    int versions() const { return static_cast<int>(Workspace(session().path()).versions(id_).size()); }

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
    QString stepName() const { return session().undoStack().undoText(); }
    void undo() const { session().undoStack().undo(); }
    void redo() const { session().undoStack().redo(); }
    void snapTo(const QString& text) const {
        auto* snap = window_->find<QComboBox>("snap");
        snap->setCurrentIndex(snap->findText(text));
    }
    bool show(std::int64_t id) const {
        session().showPiece(id);
        return QTest::qWaitFor([&] { return session().shown().id == id && session().shown().score; }, 10'000);
    }

private slots:
    void init() {
        window_ = std::make_unique<Window>();
        QVERIFY(window_->ready());
        writePiece(QStringLiteral("melody.mid"), melody());
        writePiece(QStringLiteral("other.mid"), {note(0, 1920, 70), note(1920, 1920, 72)});
        QSignalSpy finished(&window_->studio->importing, &Importing::finished);
        window_->studio->importing.start({toPath(window_->path(QStringLiteral("music")))});
        QVERIFY(finished.wait(60'000));
        QTRY_COMPARE(session().pieces().size(), std::size_t{2});
        panel_ = window_->find<RollPanel>("rollPanel");
        view_ = &panel_->view();
        for (const Piece& piece : session().pieces())
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
    void cleanup() {
        window_->studio->jobs.stopAll();
        window_.reset();
    }

    void clicksSelect() {
        click(at(1, 60));
        QCOMPARE(chosen(), (NoteList{melody()[0]}));
        click(at(5, 62), Qt::ShiftModifier);
        QCOMPARE(chosen().size(), std::size_t{2});
        click(at(1, 60), Qt::ControlModifier);
        QCOMPARE(chosen(), (NoteList{melody()[1]}));
        click(at(8.5, 64), Qt::ControlModifier);
        QCOMPARE(chosen().size(), std::size_t{2});
        click(at(5, 62));
        QCOMPARE(chosen(), (NoteList{melody()[1]}));
        click(at(14, 61));  // the ground
        QVERIFY(chosen().empty());
        QVERIFY(!session().undoStack().canUndo());
    }

    void aBandSelectsWhatItTouches() {
        drag(at(0.5, 63), at(9, 60));
        QCOMPARE(chosen(), (NoteList{melody()[0], melody()[1]}));
        drag(at(7.9, 66), at(9, 64), Qt::ShiftModifier);
        QCOMPARE(chosen().size(), std::size_t{3});
        drag(at(3.5, 63), at(4.5, 62), Qt::ControlModifier);
        QCOMPARE(chosen(), (NoteList{melody()[0], melody()[2]}));
        key(Qt::Key_Escape);
        QVERIFY(chosen().empty());
        // all in a time range
        const RollGeometry& g = view_->geometryOfRoll();
        drag({g.xOf(3.5), g.bars().center().y() * 1.0}, {g.xOf(9), g.bars().center().y() * 1.0}, Qt::ControlModifier);
        QCOMPARE(chosen(), (NoteList{melody()[1], melody()[2]}));
        // all of a pitch
        click({20.0, at(0, 60).y()}, Qt::ControlModifier);
        QCOMPARE(chosen(), (NoteList{melody()[0], melody()[4]}));
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(chosen().size(), melody().size());
    }

    void notesAreMoved() {
        click(at(1, 60));
        drag(at(1, 60), at(3, 63));
        NoteList expected = melody();
        expected[0] = note(240, 480, 63);
        std::sort(expected.begin(), expected.end(), [](const Note& a, const Note& b) { return a.start < b.start; });
        QCOMPARE(shown(), expected);
        QCOMPARE(chosen(), (NoteList{note(240, 480, 63)}));
        QCOMPARE(stepName(), QStringLiteral("Move 1 notes"));
        QCOMPARE(stored(), expected);
        QCOMPARE(versions(), 2);
        undo();
        QCOMPARE(shown(), melody());
        QCOMPARE(stored(), melody());
        QCOMPARE(Workspace(session().path()).piece(id_)->version, 0);
        redo();
        QCOMPARE(stored(), expected);
        QCOMPARE(Workspace(session().path()).piece(id_)->version, 1);
        QCOMPARE(session().shown().roll, Workspace(session().path()).roll(id_));
    }

    void modifiersOfAMove() {
        const double little = 0.4;
        drag(at(1, 60), at(1 + little, 60), Qt::AltModifier);  // not snapped
        QCOMPARE(shown()[0], note(48, 480, 60));
        undo();
        drag(at(1, 60), at(5, 61), Qt::ShiftModifier);  // time alone
        QCOMPARE(shown()[0], note(480, 480, 60));
        undo();
        drag(at(1, 60), at(1.1, 65), Qt::ShiftModifier);  // pitch alone
        QCOMPARE(shown()[0], note(0, 480, 65));
        undo();
        key(Qt::Key_Escape);
        drag(at(1, 60), at(1.2, 67), Qt::ControlModifier);
        QCOMPARE(shown().size(), melody().size() + 1);
        QCOMPARE(shown()[1], note(0, 480, 67));
        QCOMPARE(stepName(), QStringLiteral("Copy 1 notes"));
        // Esc takes it back in the midst
        undo();
        press(at(1, 60));
        moveTo(at(9, 66));
        QVERIFY(view_->content().notes.at(8.5, 66).has_value());
        key(Qt::Key_Escape);
        QVERIFY(!view_->content().notes.at(8.5, 66).has_value());
        release(at(9, 66));
        QCOMPARE(shown(), melody());
        QVERIFY(!session().undoStack().canUndo());
    }

    void edgesResize() {
        const RollGeometry& g = view_->geometryOfRoll();
        const double edge = 2.0 / g.stepWidth;
        drag(at(8 - edge, 62), at(10 - edge, 62));
        QCOMPARE(shown()[1], note(480, 720, 62));
        QCOMPARE(stepName(), QStringLiteral("Resize 1 notes"));
        drag(at(4 + edge, 62), at(3 + edge, 62));
        QCOMPARE(shown()[1], note(360, 840, 62));
        undo();
        undo();
        drag(at(8 - edge, 62), at(0, 62));  // never below the grid
        QCOMPARE(shown()[1], note(480, 120, 62));
        undo();
        drag(at(8 - edge, 62), at(8 - edge - 0.3, 62), Qt::AltModifier);
        QCOMPARE(shown()[1], note(480, 444, 62));
        QCOMPARE(stored()[1], note(480, 444, 62));
        send(QEvent::MouseMove, at(4 + edge, 62), Qt::NoButton, Qt::NoButton, {});
        QCOMPARE(view_->cursor().shape(), Qt::SizeHorCursor);
    }

    void thePencilDrawsAndTheEraserErases() {
        key(Qt::Key_2);
        QCOMPARE(panel_->editor().mode(), EditMode::Pencil);
        drag(at(12.2, 67), at(15.1, 67));
        QCOMPARE(shown()[3], note(1440, 360, 67));
        QCOMPARE(stepName(), QStringLiteral("Draw a note"));
        click(at(2.5, 70));  // as long as the last one
        QVERIFY(std::find(shown().begin(), shown().end(), note(240, 360, 70)) != shown().end());
        key(Qt::Key_Escape);
        QCOMPARE(panel_->editor().mode(), EditMode::Select);
        undo();
        undo();
        key(Qt::Key_3);
        drag(at(1, 60), at(9, 64));
        QCOMPARE(shown().size(), melody().size() - 3);
        QCOMPARE(stepName(), QStringLiteral("Erase 3 notes"));
        undo();
        key(Qt::Key_1);
        drag(at(3.5, 62), at(9, 62), {}, Qt::RightButton);
        QCOMPARE(shown().size(), melody().size() - 1);
        QCOMPARE(stored().size(), melody().size() - 1);
        undo();
        QCOMPARE(shown(), melody());
        send(QEvent::MouseButtonDblClick, at(14.3, 70), Qt::LeftButton, Qt::LeftButton, {});
        release(at(14.3, 70));
        QCOMPARE(shown().size(), melody().size() + 1);
    }

    void aRightClickAsksForTheMenu() {
        const auto menu = [] { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); };
        press(at(1, 60), Qt::RightButton);
        moveTo(at(1, 60) + QPointF(2, 1), Qt::RightButton);
        release(at(1, 60) + QPointF(2, 1), Qt::RightButton);
        QTRY_VERIFY(menu());
        QCOMPARE(chosen(), (NoteList{melody()[0]}));  // what is under the pointer
        QVERIFY(window_->find<QAction>("deleteNotes")->isEnabled());
        QVERIFY(menu()->actions().contains(window_->find<QAction>("deleteNotes")));
        menu()->close();
        QCOMPARE(shown(), melody());
        key(Qt::Key_2);  // where one draws, it erases
        press(at(1, 60), Qt::RightButton);
        release(at(1, 60), Qt::RightButton);
        QCOMPARE(shown().size(), melody().size() - 1);
        QVERIFY(!menu());
    }

    void aPieceWithoutNotesComesBack() {
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_Delete);
        QVERIFY(shown().empty());
        QVERIFY(stored().empty());
        QCOMPARE(versions(), 2);
        std::int64_t other = 0;
        for (const Piece& piece : session().pieces())
            if (piece.id != id_) other = piece.id;
        QVERIFY(show(other));
        QVERIFY(show(id_));  // read from the workspace
        QVERIFY(shown().empty());
        QVERIFY(panel_->editor().locked().isEmpty());
        QVERIFY(!view_->content().empty());  // there are bars to draw into
        view_->navigator().zoomPitch(0.01, 200);
        key(Qt::Key_2);
        drag(at(0.2, 60), at(3.8, 60));
        QCOMPARE(shown(), (NoteList{note(0, 480, 60)}));
        QCOMPARE(stored(), shown());
        undo();
        undo();
        QCOMPARE(shown(), melody());
        QCOMPARE(stored(), melody());
    }

    void editsAreHeardWhileItPlays() {
        Playback& playback = window_->studio->playback;
        playback.setFreeNotes(true);
        QCOMPARE(playback.heardScore().notes, melody());
        playback.play();
        QTRY_VERIFY(playback.position() > 1.0);
        drag(at(9, 64), at(9, 67));
        QCOMPARE(int(playback.heardScore().notes[2].pitch), 67);
        QVERIFY(playback.playing());
        QVERIFY(playback.position() > 1.0);
        undo();
        QCOMPARE(playback.heardScore().notes, melody());
        QVERIFY(playback.playing());
        playback.stop();
    }

    void keysOfTheTransport() {
        Playback& playback = window_->studio->playback;
        window_->window->activateWindow();
        view_->setFocus();
        key(Qt::Key_End);
        QTRY_VERIFY(playback.position() > 20.0);
        key(Qt::Key_Home);
        QTRY_COMPARE(playback.position(), 0.0);
        key(Qt::Key_Space);
        QTRY_VERIFY(playback.playing() && playback.position() > 1.0);
        key(Qt::Key_Return);
        QTRY_VERIFY(!playback.playing());
        QTRY_COMPARE(playback.position(), 0.0);
        drag({view_->geometryOfRoll().xOf(4), 10.0}, {view_->geometryOfRoll().xOf(8), 10.0});
        view_->zoomTime(4);
        const double zoomed = view_->geometryOfRoll().stepWidth;
        key(Qt::Key_F);
        QVERIFY(view_->geometryOfRoll().stepWidth < zoomed);
        QTest::keyClick(view_, Qt::Key_Question);
        QTRY_VERIFY(window_->find<QDialog>("shortcuts"));
        window_->find<QDialog>("shortcuts")->close();
    }

    void arrowsNudge() {
        click(at(1, 60));
        key(Qt::Key_Right);
        key(Qt::Key_Right);
        QCOMPARE(shown()[0], note(240, 480, 60));
        QCOMPARE(session().undoStack().count(), 1);  // repeated nudges are one step
        key(Qt::Key_Up);
        key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(shown()[0], note(240, 480, 73));
        QCOMPARE(session().undoStack().count(), 2);
        QCOMPARE(stepName(), QStringLiteral("Transpose 1 notes"));
        undo();
        QCOMPARE(shown()[0], note(240, 480, 60));
        undo();
        QCOMPARE(shown(), melody());
        key(Qt::Key_Left);  // nothing to the left
        QVERIFY(!session().undoStack().canUndo());
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown()[0].duration, Tick{600});
        key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(shown(), melody());
        view_->setScale(Scale{0, Mode::Major});
        key(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(int(shown()[0].pitch), 62);
        // there and back is no step
        undo();
        const int count = session().undoStack().count();
        key(Qt::Key_Right);
        key(Qt::Key_Left);
        QVERIFY(session().undoStack().count() <= count);
        QCOMPARE(shown(), melody());
        QCOMPARE(stored(), melody());
    }

    void velocities() {
        click(at(8.5, 64));
        key(Qt::Key_Plus);
        key(Qt::Key_Plus);
        QCOMPARE(int(shown()[2].velocity), 50);
        key(Qt::Key_Minus);
        QCOMPARE(int(shown()[2].velocity), 45);
        QCOMPARE(session().undoStack().count(), 1);
        wheel(at(1, 60), 120, Qt::AltModifier);
        QCOMPARE(int(shown()[0].velocity), 85);
        key(Qt::Key_Escape);
        key(Qt::Key_Escape);
        const RollGeometry& g = view_->geometryOfRoll();
        QVERIFY(g.lane().height() > 20);
        drag({g.xOf(4), g.yOfVelocity(100)}, {g.xOf(4) + 1, g.yOfVelocity(100)});
        QCOMPARE(int(shown()[1].velocity), 100);
        drag({g.xOf(0), g.yOfVelocity(20)}, {g.xOf(16), g.yOfVelocity(120)}, Qt::ShiftModifier);
        QVERIFY(std::abs(int(shown()[0].velocity) - 20) <= 1);
        QVERIFY(std::abs(int(shown()[1].velocity) - 45) <= 1);
        QVERIFY(std::abs(int(shown()[4].velocity) - 120) <= 1);
        QCOMPARE(stepName(), QStringLiteral("Velocity ramp over 5 notes"));
        const NoteList after = shown();
        QCOMPARE(stored(), after);
        wheel({g.xOf(16), g.lane().center().y() * 1.0}, -120, {});
        QCOMPARE(int(shown()[4].velocity), int(after[4].velocity) - 5);
    }

    void splitJoinDuplicateQuantise() {
        click(at(1, 60));
        view_->setPlayhead(2.0);
        key(Qt::Key_S);
        QCOMPARE(shown()[0], note(0, 240, 60));
        QCOMPARE(shown()[1], note(240, 240, 60));
        QCOMPARE(chosen().size(), std::size_t{2});
        key(Qt::Key_J);
        QCOMPARE(shown(), melody());
        key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(shown().size(), melody().size() + 1);
        QCOMPARE(chosen(), (NoteList{note(480, 480, 60)}));
        undo();
        click(at(12.5, 65));
        key(Qt::Key_Q);
        QCOMPARE(shown()[3], note(1440, 200, 65));
        undo();
        snapTo(QStringLiteral("1/8 triplet"));
        key(Qt::Key_Q);
        QCOMPARE(shown()[3].start, Tick{1440});
        undo();
        snapTo(QStringLiteral("1/4"));
        key(Qt::Key_Q, Qt::ShiftModifier);
        auto* dialog = window_->find<QuantiseDialog>("quantiseDialog");
        QVERIFY(dialog);
        dialog->findChild<QCheckBox*>(QStringLiteral("quantiseEnds"))->setChecked(true);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        QCOMPARE(shown()[3], note(1440, 480, 65));
        key(Qt::Key_Delete);
        QCOMPARE(shown().size(), melody().size() - 1);
        QCOMPARE(stored().size(), melody().size() - 1);
        QVERIFY(!window_->find<QAction>("deleteNotes")->isEnabled());
        QVERIFY(!window_->find<QAction>("deleteNotes")->toolTip().isEmpty());
    }

    void theClipboardIsMidi() {
        drag(at(0.5, 63), at(9, 60));
        key(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(shown().size(), std::size_t{3});
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        const QByteArray midi = data->data(QStringLiteral("audio/midi"));
        const MidiFile file = readMidi(Bytes(midi.begin(), midi.end()), "clip");
        QCOMPARE(file.sequences.at(0).notes.size(), std::size_t{2});
        view_->setPlayhead(16.0);
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(chosen().size(), std::size_t{2});
        QCOMPARE(chosen()[0].start, Tick{1920});
        // into another piece
        std::int64_t other = 0;
        for (const Piece& piece : session().pieces())
            if (piece.id != id_) other = piece.id;
        const NoteList before = shown();
        QVERIFY(show(other));
        view_->setFocus();
        view_->setPlayhead(4.0);
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(shown().size(), std::size_t{4});
        QCOMPARE(stored(other).size(), std::size_t{4});
        QCOMPARE(stored(), before);
        // undo goes back through both pieces, each brought into view
        undo();
        QCOMPARE(session().shown().id, other);
        undo();
        undo();
        QTRY_COMPARE(session().shown().id, id_);
        QTRY_COMPARE(shown(), melody());
        QCOMPARE(stored(), melody());
        QCOMPARE(stored(other).size(), std::size_t{2});
        redo();
        QTRY_COMPARE(shown().size(), std::size_t{3});
    }

    void midiOfOtherProgramsIsPasted() {
        Score score;
        score.division.ticksPerQuarter = 96;
        score.tempos = {{0, 500'000}};
        score.notes = {note(0, 96, 50, 33), note(96, 48, 52, 34)};
        score.end = 144;
        const Bytes midi = writeMidi(score);
        const QString file = window_->path(QStringLiteral("copied.mid"));
        writeFile(toPath(file), midi);
        const NoteList expected{note(1920, 480, 50, 33), note(2400, 240, 52, 34)};
        const auto pasted = [&](QMimeData* data) {
            QGuiApplication::clipboard()->setMimeData(data);
            view_->setPlayhead(16.0);
            key(Qt::Key_V, Qt::ControlModifier);
            const NoteList came = chosen();
            undo();
            return came;
        };
        auto* asBytes = new QMimeData;  // as a sequencer does
        asBytes->setData(QStringLiteral("audio/x-midi"),
                         QByteArray(reinterpret_cast<const char*>(midi.data()), static_cast<qsizetype>(midi.size())));
        QCOMPARE(pasted(asBytes), expected);
        auto* asFile = new QMimeData;  // as a file manager does
        asFile->setUrls({QUrl::fromLocalFile(file)});
        QCOMPARE(pasted(asFile), expected);
        auto* damaged = new QMimeData;
        damaged->setData(QStringLiteral("audio/midi"), QByteArray("MThd, not really"));
        QGuiApplication::clipboard()->setMimeData(damaged);
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(shown(), melody());
    }

    void theSelectionIsLooped() {
        click(at(5, 62));
        key(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(window_->studio->playback.loop());
        QCOMPARE(*window_->studio->playback.loop(), (std::pair<int, int>{4, 8}));
    }

    void cellsOfTheGridAreEdited() {
        panel_->setRepresentation(Representation::Grid);
        QCOMPARE(panel_->representation(), Representation::Grid);
        click(at(13, 65));
        drag(at(13, 65), at(14, 66));
        QVERIFY(session().shown().roll.articulates(13, 66));
        QVERIFY(!session().shown().roll.plays(12, 65));
        QCOMPARE(shown()[3], note(1560, 240, 66));  // on the grid now
        QCOMPARE(shown()[2], melody()[2]);          // the others are as they were
        key(Qt::Key_Delete);
        QCOMPARE(shown().size(), melody().size() - 1);
        undo();
        undo();
        QCOMPARE(shown(), melody());
        key(Qt::Key_2);
        drag(at(20, 50), at(23, 50));
        QVERIFY(session().shown().roll.articulates(20, 50));
        QCOMPARE(stored().size(), melody().size() + 1);
        QCOMPARE(Workspace(session().path()).roll(id_), session().shown().roll);
    }

    void anEditedTakeIsACopy() {
        Take take;
        take.name = "a take";
        take.created = "2026-01-01T00:00:00Z";
        take.settings = R"({"seed":3})";
        take.roll = PianoRoll(pianoRange, 32);
        take.roll.addNote(0, 4, 60);
        take.roll.addNote(8, 4, 64);
        const std::int64_t id = Workspace(session().path()).addTake(take);
        bool listed = false;
        session().reloadTakes([&] { listed = true; });
        QTRY_VERIFY(listed);
        session().showTake(id);
        QTRY_COMPARE(session().shown().kind, Shown::Kind::Take);
        click(at(1, 60));
        key(Qt::Key_Up);
        key(Qt::Key_Right);
        QTRY_VERIFY(session().changes().idle());
        const Workspace workspace(session().path());
        QCOMPARE(workspace.takes().size(), std::size_t{2});
        QCOMPARE(workspace.take(id)->roll, take.roll);
        const Take copy = workspace.takes().at(1);
        QCOMPARE(copy.name, std::string("a take (edited)"));
        QCOMPARE(copy.settings, take.settings);
        QVERIFY(copy.roll.articulates(1, 61));
        QTRY_COMPARE(session().shown().id, copy.id);
        QCOMPARE(session().shown().title, QStringLiteral("a take (edited)"));
        undo();
        undo();
        QTRY_VERIFY(session().changes().idle());
        QCOMPARE(workspace.take(copy.id)->roll, take.roll);
        QCOMPARE(workspace.takes().size(), std::size_t{2});
    }

    void nothingIsLostOnClosing() {
        click(at(1, 60));
        for (int i = 0; i < 5; ++i) key(Qt::Key_Up);
        const auto path = session().path();
        window_->window->close();
        const Workspace workspace(path);
        QCOMPARE(int(sourceOf(workspace, workspace.piece(id_).value()).score.notes[0].pitch), 65);
    }

    void whatCannotBeEditedSaysWhy() {
        Shown draft;
        draft.roll = PianoRoll(pianoRange, 32);
        session().beginDraft(draft);
        QVERIFY(!panel_->editor().locked().isEmpty());
        QAction* paste = window_->find<QAction>("pasteNotes");
        QVERIFY(!paste->isEnabled());
        QCOMPARE(paste->toolTip(), panel_->editor().locked());
        key(Qt::Key_2);
        click(at(3, 60));
        QVERIFY(!session().undoStack().canUndo());
    }
};

QTEST_MAIN(tst_NoteEditing)
#include "tst_NoteEditing.moc"
