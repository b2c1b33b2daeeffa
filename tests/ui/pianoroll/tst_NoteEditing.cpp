// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pianoroll/EditingRig.h"
#include "ui/pianoroll/QuantiseDialog.h"

#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMenu>
#include <QPushButton>

using namespace ricercar;
using namespace ricercar::test;

/// Every gesture with mouse and keys; what comes of it is read from the model and from the workspace, opened anew.
class tst_NoteEditing : public EditingRig {
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

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
        QVERIFY(!services().changes.stack().canUndo());
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
        QCOMPARE(Workspace(services().store.path()).pieces().find(id_)->version, 0);
        redo();
        QCOMPARE(stored(), expected);
        QCOMPARE(Workspace(services().store.path()).pieces().find(id_)->version, 1);
        QCOMPARE(services().stage.shown().roll, Workspace(services().store.path()).versions().roll(id_));
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
        QVERIFY(!services().changes.stack().canUndo());
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
        for (const Piece& piece : services().store.pieces())
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
        Playback& playback = window_->services->playback;
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
        Playback& playback = window_->services->playback;
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
        QCOMPARE(services().changes.stack().count(), 1);  // repeated nudges are one step
        key(Qt::Key_Up);
        key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(shown()[0], note(240, 480, 73));
        QCOMPARE(services().changes.stack().count(), 2);
        QCOMPARE(stepName(), QStringLiteral("Transpose 1 notes"));
        undo();
        QCOMPARE(shown()[0], note(240, 480, 60));
        undo();
        QCOMPARE(shown(), melody());
        key(Qt::Key_Left);  // nothing to the left
        QVERIFY(!services().changes.stack().canUndo());
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown()[0].duration, Tick{600});
        key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(shown(), melody());
        view_->setScale(Scale{0, Mode::Major});
        key(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(int(shown()[0].pitch), 62);
        // there and back is no step
        undo();
        const int count = services().changes.stack().count();
        key(Qt::Key_Right);
        key(Qt::Key_Left);
        QVERIFY(services().changes.stack().count() <= count);
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
        QCOMPARE(services().changes.stack().count(), 1);
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
};

QTEST_MAIN(tst_NoteEditing)
#include "tst_NoteEditing.moc"
