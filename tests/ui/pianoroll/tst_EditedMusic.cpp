// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Takes.h"
#include "tests/ui/pianoroll/EditingRig.h"

#include <QClipboard>
#include <QMimeData>
#include <QUrl>

using namespace ricercar;
using namespace ricercar::test;

/// What is edited: over the clipboard, as cells of the grid, as a take; and that nothing is lost.
class tst_EditedMusic : public EditingRig {
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

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
        for (const Piece& piece : services().store.pieces())
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
        QCOMPARE(services().stage.shown().id, other);
        undo();
        undo();
        QTRY_COMPARE(services().stage.shown().id, id_);
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
        QTRY_VERIFY(window_->services->playback.loop());
        QCOMPARE(*window_->services->playback.loop(), (std::pair<int, int>{4, 8}));
    }

    void cellsOfTheGridAreEdited() {
        panel_->setRepresentation(Representation::Grid);
        QCOMPARE(panel_->representation(), Representation::Grid);
        click(at(13, 65));
        drag(at(13, 65), at(14, 66));
        QVERIFY(services().stage.shown().roll.articulates(13, 66));
        QVERIFY(!services().stage.shown().roll.plays(12, 65));
        QCOMPARE(shown()[3], note(1560, 240, 66));  // on the grid now
        QCOMPARE(shown()[2], melody()[2]);          // the others are as they were
        key(Qt::Key_Delete);
        QCOMPARE(shown().size(), melody().size() - 1);
        undo();
        undo();
        QCOMPARE(shown(), melody());
        key(Qt::Key_2);
        drag(at(20, 50), at(23, 50));
        QVERIFY(services().stage.shown().roll.articulates(20, 50));
        QCOMPARE(stored().size(), melody().size() + 1);
        QCOMPARE(Workspace(services().store.path()).versions().roll(id_), services().stage.shown().roll);
    }

    void anEditedTakeIsACopy() {
        Take take;
        take.name = "a take";
        take.created = "2026-01-01T00:00:00Z";
        take.settings = R"({"seed":3})";
        take.roll = PianoRoll(pianoRange, 32);
        take.roll.addNote(0, 4, 60);
        take.roll.addNote(8, 4, 64);
        const std::int64_t id = Workspace(services().store.path()).takes().add(take);
        bool listed = false;
        services().store.reloadTakes([&] { listed = true; });
        QTRY_VERIFY(listed);
        services().stage.showTake(id);
        QTRY_COMPARE(services().stage.shown().kind, StageContent::Kind::Take);
        click(at(1, 60));
        key(Qt::Key_Up);
        key(Qt::Key_Right);
        QTRY_VERIFY(services().changes.idle());
        const Workspace workspace(services().store.path());
        QCOMPARE(workspace.takes().all().size(), std::size_t{2});
        QCOMPARE(workspace.takes().find(id)->roll, take.roll);
        const Take copy = workspace.takes().all().at(1);
        QCOMPARE(copy.name, std::string("a take (edited)"));
        QCOMPARE(copy.settings, take.settings);
        QVERIFY(copy.roll.articulates(1, 61));
        QTRY_COMPARE(services().stage.shown().id, copy.id);
        QCOMPARE(services().stage.shown().title, QStringLiteral("a take (edited)"));
        undo();
        undo();
        QTRY_VERIFY(services().changes.idle());
        QCOMPARE(workspace.takes().find(copy.id)->roll, take.roll);
        QCOMPARE(workspace.takes().all().size(), std::size_t{2});
    }

    void nothingIsLostOnClosing() {
        click(at(1, 60));
        for (int i = 0; i < 5; ++i) key(Qt::Key_Up);
        const auto path = services().store.path();
        window_->window->close();
        const Workspace workspace(path);
        QCOMPARE(int(sourceOf(workspace, workspace.pieces().find(id_).value()).score.notes[0].pitch), 65);
    }

    void whatCannotBeEditedSaysWhy() {
        StageContent draft;
        draft.roll = PianoRoll(pianoRange, 32);
        services().stage.beginDraft(draft);
        QVERIFY(!panel_->editor().locked().isEmpty());
        QAction* paste = window_->find<QAction>("pasteNotes");
        QVERIFY(!paste->isEnabled());
        QCOMPARE(paste->toolTip(), panel_->editor().locked());
        key(Qt::Key_2);
        click(at(3, 60));
        QVERIFY(!services().changes.stack().canUndo());
    }
};

QTEST_MAIN(tst_EditedMusic)
#include "tst_EditedMusic.moc"
