// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MidiFile.h"
#include "tests/ui/Window.h"
#include "tests/ui/pianoroll/RollHands.h"
#include "ui/pianoroll/RollHeader.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/words/Words.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace ricercar;

class tst_RollPanel : public QObject {
    Q_OBJECT

    /// Plays a little late and softly, with a drum and a note that no piano has.
    static QString writeLateNotes(const test::Window& w, bool odd = false) {
        Score score;
        score.division.ticksPerQuarter = 480;
        score.tempos = {{0, 500'000}, {1920, 600'000}};
        score.meters = {{0, odd ? Meter{37, 32} : Meter{4, 4}}};
        for (int i = 0; i < 24; ++i)
            score.notes.push_back({i * 480 + 30, 400, static_cast<std::uint8_t>(60 + i % 12), 50, 0, 0});
        score.notes.push_back({24 * 480, 400, 38, 90, drumChannel, 0});
        score.notes.push_back({25 * 480, 400, 120, 90, 0, 0});
        score.end = 26 * 480;
        const QString path = w.path(odd ? QStringLiteral("odd.mid") : QStringLiteral("late.mid"));
        writeFile(toPath(path), writeMidi(score));
        return path;
    }
    static bool import(test::Window& w, const QString& path) {
        w.services->importing.start({toPath(path)});
        if (!QTest::qWaitFor([&] { return !w.services->store.pieces().empty(); }, 20'000)) return false;
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        return QTest::qWaitFor([&] { return w.services->stage.shown().kind == StageContent::Kind::Piece; }, 5000);
    }

private slots:
    void bothFormsOfAPieceAreShown() {
        test::Window w;
        QVERIFY(import(w, writeLateNotes(w)));
        auto* view = w.find<RollView>("rollView");
        QCOMPARE(view->content().representation, Representation::Grid);
        QCOMPARE(view->content().notes.size(), std::size_t{24});
        QCOMPARE(view->content().notes.notes()[1].start, 4.0);
        QCOMPARE(view->content().bars.sectionAt(0).meter, (Meter{4, 4}));
        QCOMPARE(view->content().tempos.size(), std::size_t{2});
        QCOMPARE(view->content().tempos[1], (TempoMark{16.0, 100.0}));

        QTest::mouseClick(w.find<QToolButton>("freeForm"), Qt::LeftButton);
        QCOMPARE(view->content().representation, Representation::Free);
        QCOMPARE(view->content().notes.size(), std::size_t{26});
        const ShownNote& second = view->content().notes.notes()[1];
        QCOMPARE(second.start, 4.25);
        QCOMPARE(second.velocity, std::uint8_t{50});
        QVERIFY(view->geometryOfRoll().laneHeight > 0);
        int left = 0;
        for (const ShownNote& n : view->content().notes.notes()) left += n.kept ? 0 : 1;
        QCOMPARE(left, 2);
        QVERIFY(view->content().range.contains(120));

        QTest::mouseClick(w.find<QToolButton>("gridForm"), Qt::LeftButton);
        QCOMPARE(view->content().notes.size(), std::size_t{24});
        QVERIFY(view->content().ghosts.empty());
        QTest::mouseClick(w.find<QToolButton>("beneath"), Qt::LeftButton, {}, QPoint(8, 10));
        QCOMPARE(view->content().ghosts.size(), std::size_t{26});
        QCOMPARE(view->content().ghosts.notes()[1].start, 4.25);
    }

    void aRejectedPieceIsShownAsItWasPlayed() {
        test::Window w;
        QVERIFY(import(w, writeLateNotes(w, true)));
        QCOMPARE(w.services->store.pieces().front().state, PieceState::Rejected);
        auto* view = w.find<RollView>("rollView");
        QTRY_COMPARE(view->content().notes.size(), std::size_t{26});
        QCOMPARE(view->content().representation, Representation::Free);
        QVERIFY(!w.find<QToolButton>("gridForm")->isEnabled());
        QVERIFY(!w.find<QToolButton>("gridForm")->toolTip().isEmpty());
        QCOMPARE(view->content().bars.sectionAt(0).meter, (Meter{37, 32}));
        QCOMPARE(view->content().bars.nextBar(0), 18.5);
        // it is heard as well, as it was played
        Playback& playback = w.services->playback;
        QVERIFY(w.find<QAction>("play")->isEnabled());
        QCOMPARE(playback.heardScore().notes.size(), std::size_t{26});
        QCOMPARE(playback.heardScore().notes[1].start, Tick{510});
        playback.seek(20.0);
        QTRY_COMPARE(w.find<QLabel>("position")->text(), QStringLiteral("2.4"));
        playback.play();
        QTRY_VERIFY(playback.position() > 21.0);
        playback.setLooping(true);
        QCOMPARE(playback.loop()->first, 0);
        QVERIFY(playback.loop()->second >= 104);
        playback.stop();
    }

    void thePlayerPlaysTheFormThatIsShown() {
        test::Window w;
        QVERIFY(import(w, writeLateNotes(w)));
        Playback& playback = w.services->playback;
        const auto second = [&] { return playback.heardScore().notes[1]; };
        const double grid = 4.0 / stepsPerQuarter * playback.heardScore().division.ticksPerQuarter;
        QCOMPARE(double(second().start), grid);
        QTest::mouseClick(w.find<QToolButton>("freeForm"), Qt::LeftButton);
        QCOMPARE(second().start, Tick{510});
        QCOMPARE(int(second().velocity), 50);
        QTest::mouseClick(w.find<QToolButton>("gridForm"), Qt::LeftButton);
        QCOMPARE(double(second().start), grid);
    }

    void aTakeLiesBeneathAnother() {
        test::Window w;
        QVERIFY(w.ready());
        PianoRoll one(pianoRange, 64), two(pianoRange, 96);
        one.addNote(3, 4, 60);
        two.addNote(5, 4, 62);
        std::int64_t first = 0, second = 0;
        {
            Workspace workspace(w.services->store.path());
            Take a, b;
            a.name = "A";
            a.roll = one;
            b.name = "B";
            b.roll = two;
            first = workspace.takes().add(a);
            second = workspace.takes().add(b);
        }
        w.services->store.reloadTakes();
        QTRY_COMPARE(w.services->store.takes().size(), std::size_t{2});
        w.services->stage.showTake(first);
        auto* menu = w.find<QToolButton>("beneath")->menu();
        emit menu->aboutToShow();
        QAction* entry = nullptr;
        for (QAction* action : menu->actions())
            if (action->text() == QStringLiteral("B")) entry = action;
        QVERIFY(entry);
        entry->trigger();
        auto* view = w.find<RollView>("rollView");
        QCOMPARE(view->content().notes.notes()[0].pitch, std::uint8_t{60});
        QCOMPARE(view->content().ghosts.notes()[0].pitch, std::uint8_t{62});
        QCOMPARE(view->content().steps, 96.0);
        w.services->stage.showTake(second);
        QVERIFY(view->content().ghosts.empty());  // not beneath itself
    }

    void aScaleIsChosenAndTheFoundKeyOffered() {
        test::Window w;
        QVERIFY(w.ready());
        PianoRoll roll(pianoRange, 64);
        int at = 0;
        for (const int pitch : {62, 64, 66, 67, 69, 71, 73, 74, 62, 66, 69, 74, 62, 66, 69, 62})
            roll.addNote(4 * at++, 4, pitch);
        {
            Take take;
            take.name = "D";
            take.roll = roll;
            Workspace(w.services->store.path()).takes().add(take);
        }
        w.services->store.reloadTakes();
        QTRY_VERIFY(!w.services->store.takes().empty());
        w.services->stage.showTake(w.services->store.takes().front().id);
        auto* view = w.find<RollView>("rollView");
        auto* button = w.find<QToolButton>("scale");
        QVERIFY(!view->content().scale);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, 10));
        QCOMPARE(view->content().scale, std::optional(Scale{2, Mode::Major}));
        emit button->menu()->aboutToShow();
        for (QAction* action : button->menu()->actions())
            if (action->text().endsWith(modeName(Mode::Lydian))) action->trigger();
        QCOMPARE(view->content().scale, std::optional(Scale{2, Mode::Lydian}));
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, 10));
        QVERIFY(!view->content().scale);
    }

    void optionsAreKept() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        QCOMPARE(RollOptions::read(settings), RollOptions());
        RollOptions options;
        options.form = Representation::Free;
        options.beneath.kind = Beneath::Kind::OtherForm;
        options.scale = {ScaleChoice::Kind::Chosen, {7, Mode::Blues}};
        options.follow = Follow::Smooth;
        options.lane = options.map = false;
        options.names = PitchNames::German;
        options.save(settings);
        QCOMPARE(RollOptions::read(settings), options);
        for (const QString& key : settings.allKeys()) settings.setValue(key, QStringLiteral("-7"));
        const RollOptions mended = RollOptions::read(settings);
        QCOMPARE(mended.form, RollOptions().form);
        QCOMPARE(mended.scale.scale.tonic, 0);
    }

    void pitchesAreCalledAsChosen() {
        setPitchNames(PitchNames::Solfege);
        QCOMPARE(pitchName(60), QStringLiteral("Do4"));
        QCOMPARE(pitchName(70), QStringLiteral("Si♭4"));
        setPitchNames(PitchNames::German);
        QCOMPARE(pitchName(70), QStringLiteral("B4"));
        QCOMPARE(pitchName(71), QStringLiteral("H4"));
        setPitchNames(PitchNames::English);
        QCOMPARE(pitchName(70), QStringLiteral("B♭4"));
        setPitchNames(PitchNames::Language);
    }

    void aScreenReaderIsToldTheNote() {
        const auto view = test::viewOf(test::played({test::note(20, 24, 63, 97), test::note(30, 31, 65)}, 64));
        QAccessibleInterface* roll = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(roll);
        QVERIFY(!roll->text(QAccessible::Name).isEmpty());
        QVERIFY2(roll->text(QAccessible::Description).contains(QLatin1Char('2')),
                 qPrintable(roll->text(QAccessible::Description)));
        view->setPlayhead(32);
        QVERIFY2(roll->text(QAccessible::Value).contains(QStringLiteral("3.1")), qPrintable(roll->text(QAccessible::Value)));
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::AltModifier);
        for (const char* part : {"E♭4", "2.2", "97"})
            QVERIFY2(roll->text(QAccessible::Value).contains(QString::fromUtf8(part)),
                     qPrintable(roll->text(QAccessible::Value)));
    }

    void theWindowsActionsFit() {
        test::Window w;
        QVERIFY(import(w, writeLateNotes(w)));
        auto* view = w.find<RollView>("rollView");
        w.window->activateWindow();
        view->setFocus();
        view->zoomTime(4);
        const double zoomed = view->geometryOfRoll().stepWidth;
        QTest::keyClick(view, Qt::Key_F);
        QVERIFY(view->geometryOfRoll().stepWidth < zoomed);
        view->setLoop(RollContent::Loop{12, 24}, true);
        QTest::keyClick(view, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        const RollGeometry& g = view->geometryOfRoll();
        QVERIFY(g.xOf(12) >= g.notes().left() && g.xOf(24) <= g.notes().right() + 1);
        QVERIFY(g.stepAt(g.notes().right()) - g.stepAt(g.notes().left()) < 40);
    }
};

QTEST_MAIN(tst_RollPanel)
#include "tst_RollPanel.moc"
