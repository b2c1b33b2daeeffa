// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Resources.h"
#include "core/workbench/TakeOrigin.h"
#include "tests/ui/Window.h"
#include "tests/ui/pianoroll/RollHands.h"
#include "ui/generation/GeneratePanel.h"
#include "ui/generation/GivenCells.h"
#include "ui/generation/GivenLayer.h"
#include "ui/generation/RollAsking.h"
#include "ui/pianoroll/NoteActions.h"
#include "ui/pianoroll/RollPanel.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace ricercar;

namespace {

/// The window with a take of four bars by the model that ships, which is shown.
struct Drawn : test::Window {
    std::unique_ptr<QSignalSpy> finished;

    bool begin() {
        if (!ready() || !QTest::qWaitFor([this] { return find<QComboBox>("checkpoint")->count() > 0; })) return false;
        finished = std::make_unique<QSignalSpy>(&services->generation, &Generation::finished);
        find<QSpinBox>("bars")->setValue(4);
        find<QPushButton>("generate")->click();
        return wait(1) && shown().kind == StageContent::Kind::Take;
    }
    /// Until so many runs have ended and a take is shown.
    [[nodiscard]] bool wait(int runs) {
        return QTest::qWaitFor(
            [&] { return finished->size() == runs && services->jobs.idle() && shown().kind == StageContent::Kind::Take; },
            60'000);
    }
    [[nodiscard]] const StageContent& shown() const { return services->stage.shown(); }
    [[nodiscard]] QAction* action(const char* name) const { return window->findChild<QAction*>(QLatin1String(name)); }
    RollPanel& roll() const { return *find<RollPanel>("rollPanel"); }
    /// The context menu's entry, pressed.
    bool choose(const char* name) const {
        roll().actions().showMenu({80, 80});
        auto* menu = window->findChild<QMenu*>(QStringLiteral("noteMenu"));
        if (!menu) return false;
        for (QAction* entry : menu->actions())
            if (entry->objectName() == QLatin1String(name) && entry->isEnabled()) {
                entry->trigger();
                delete menu;
                return true;
            }
        delete menu;
        return false;
    }
    /// Selects the notes that begin in a bar.
    void select(int bar) const {
        NoteSet some;
        for (const ShownNote& note : roll().view().content().notes.notes())
            if (note.start >= bar * 16 && note.start < (bar + 1) * 16) some.insert(note.id);
        roll().view().select(some);
    }
    [[nodiscard]] Take take(std::int64_t id) const { return *services->store.take(id); }
};

}  // namespace

class tst_RollAsking : public QObject {
    Q_OBJECT

private slots:
    void barsAreDrawnAgain() {
        Drawn w;
        QVERIFY(w.begin());
        const std::int64_t first = w.shown().id;
        const Take before = w.take(first);
        w.services->playback.setLoop(16, 32);  // the second bar
        QTRY_VERIFY2(w.action("drawAgain")->text().contains(QLatin1Char('2')), qPrintable(w.action("drawAgain")->text()));
        auto* button = w.find<QToolButton>("drawAgainButton");
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(w.wait(2));
        const Take after = w.take(w.shown().id);
        QVERIFY(after.id != first);
        QCOMPARE(after.roll.steps(), before.roll.steps());
        QCOMPARE(after.roll.slice(0, 16).cells(), before.roll.slice(0, 16).cells());
        QCOMPARE(after.roll.slice(32, 32).cells(), before.roll.slice(32, 32).cells());
        QVERIFY(!(after.roll == before.roll));
        QCOMPARE(originOf(after)->parent, takeMark(before));
        // the form says how: pressed, its button makes it once more
        QSignalSpy setup(w.find<GeneratePanel>("generatePanel"), &GeneratePanel::setupShown);
        w.find<GeneratePanel>("generatePanel")->useSetupOf(after);
        QTRY_COMPARE(setup.size(), 1);
        w.find<QPushButton>("generate")->click();
        QVERIFY(w.wait(3));
        QCOMPARE(w.take(w.shown().id).roll, after.roll);
        QCOMPARE(w.take(w.shown().id).settings, after.settings);
    }

    void onlyThePitchesOfTheSelectedNotes() {
        Drawn w;
        QVERIFY(w.begin());
        const Take before = w.take(w.shown().id);
        w.select(2);
        const auto part = w.window->findChild<RollAsking*>()->part();
        QVERIFY(part && part->pitches && part->bar == 2);
        QVERIFY(w.choose("drawAgain"));
        QVERIFY(w.wait(2));
        const Take after = w.take(w.shown().id);
        for (int step = part->bar * 16; step < (part->bar + part->bars) * 16; ++step)
            for (int pitch = before.roll.range().lowest; pitch <= before.roll.range().highest; ++pitch)
                if (!part->pitches->contains(pitch)) QCOMPARE(after.roll.at(step, pitch), before.roll.at(step, pitch));
    }

    void goesOnAndTheHistoryIsWalked() {
        Drawn w;
        QVERIFY(w.begin());
        const std::int64_t first = w.shown().id;
        const Take before = w.take(first);
        w.services->playback.setLoop(32, 48);
        QTRY_VERIFY(w.action("continueTake")->text().contains(QLatin1Char('3')));
        w.find<QSpinBox>("bars")->setValue(2);
        w.find<QSpinBox>("variations")->setValue(2);
        QVERIFY(w.choose("continueTake"));
        QVERIFY(w.wait(2));
        const Take after = w.take(w.shown().id);
        QCOMPARE(after.roll.steps(), 4 * 16);
        QCOMPARE(after.primerSteps, 32);
        QCOMPARE(after.roll.slice(0, 32).cells(), before.roll.slice(0, 32).cells());
        const TakeTree& tree = w.services->takeTree;
        QTRY_COMPARE(tree.childrenOf(first).size(), std::size_t{2});
        QCOMPARE(tree.parentOf(w.shown().id), first);
        // through the takes' menu, up and down again
        auto* list = w.find<QListView>("takes");
        const auto menuOf = [&] {
            const QRect place = list->visualRect(list->currentIndex());
            emit list->customContextMenuRequested(place.center());
            return w.window->findChild<QMenu*>(QStringLiteral("takeMenu"));
        };
        QMenu* menu = menuOf();
        QVERIFY(menu);
        menu->findChild<QAction*>(QStringLiteral("showParent"))->trigger();
        delete menu;
        QCOMPARE(w.shown().id, first);
        menu = menuOf();
        QVERIFY(!menu->findChild<QAction*>(QStringLiteral("showParent"))->isEnabled());
        const auto children = menu->findChild<QMenu*>(QStringLiteral("children"))->actions();
        QCOMPARE(children.size(), 2);
        children.back()->trigger();
        delete menu;
        QCOMPARE(tree.parentOf(w.shown().id), first);
    }

    /// Notes of a piece become fixed cells; a place is kept silent; the take has both.
    void notesAreHarmonised() {
        Drawn w;
        QVERIFY(w.begin() && w.importPieces(1, 96));
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        QTRY_COMPARE(w.shown().kind, StageContent::Kind::Piece);
        QTRY_VERIFY(w.services->jobs.idle());
        w.roll().setRepresentation(Representation::Grid);
        NoteSet one;
        std::vector<RollNote> kept;
        int end = 0;
        for (const ShownNote& note : w.roll().view().content().notes.notes())
            if (note.start >= end && note.start >= 16 && kept.size() < 6) {
                one.insert(note.id);
                end = static_cast<int>(note.end);
                kept.push_back({static_cast<int>(note.start), end - static_cast<int>(note.start), note.pitch});
            }
        QVERIFY(kept.size() > 2);
        w.roll().view().select(one);
        QVERIFY(w.choose("keepNotes"));
        auto* panel = w.find<GeneratePanel>("generatePanel");
        QVERIFY(w.find<QLabel>("givenWords")->isVisible());
        QVERIFY(w.find<QLabel>("givenWords")->text().contains(QString::number(kept.size())));
        QVERIFY(!w.window->findChild<GivenMarks*>()->cells().empty());
        // a place without notes, by a band over it
        w.roll().view().select({});
        w.roll().view().markArea(RollContent::Area{20, 40, {96, 103}});
        QVERIFY(w.choose("keepSilent"));
        w.find<QSpinBox>("particles")->setValue(4);
        const TakeRequest request = panel->request();
        QVERIFY(!request.settings.primer);
        const int from = kept.front().start / 14 * 16;
        QCOMPARE(request.settings.forced.front(), (ForcedCell{20 - from, 96, 0, 20, 8}));
        QCOMPARE(request.settings.particles, 4);
        w.find<QPushButton>("generate")->click();
        QVERIFY(w.wait(2));
        const PianoRoll& made = w.shown().roll;
        for (const RollNote& note : kept) QCOMPARE(made.at(note.start - from, note.pitch), Cell{3});
        for (int step = 20 - from; step < 40 - from; ++step)
            for (int pitch = 96; pitch < 104; ++pitch) QVERIFY(!made.plays(step, pitch));
        QVERIFY(!w.find<QLabel>("effective")->text().isEmpty());
        QVERIFY(w.find<QLabel>("effective")->isVisible());
        QTest::mouseClick(w.find<QToolButton>("clearGiven"), Qt::LeftButton);
        QVERIFY(panel->request().settings.forced.empty());
        QVERIFY(!w.find<QLabel>("givenWords")->isVisible());
    }

    /// Dragged with the mouse over a place without notes, as a person does.
    void aBandOverNothingMarksThePlace() {
        Drawn w;
        QVERIFY(w.begin());
        auto& view = w.roll().view();
        const RollGeometry& g = view.geometryOfRoll();
        int top = 0;
        for (const ShownNote& note : view.content().notes.notes()) top = std::max<int>(top, note.pitch);
        const int pitch = std::min(g.range.highest - 1, top + 3);
        view.navigator().reveal(0, 32, pitch);
        const QPoint from(static_cast<int>(g.xOf(4)) + 1, static_cast<int>(g.yOf(pitch)) + 1);
        const QPoint to(static_cast<int>(g.xOf(20)), static_cast<int>(g.yOf(pitch - 1) + g.rowHeight) - 1);
        test::drag(view, from, to);
        QVERIFY(view.content().area);
        QCOMPARE(view.content().area->from, 4);
        QVERIFY(view.content().area->to >= 19 && view.content().area->to <= 21);
        QCOMPARE(view.content().area->pitches.highest, pitch);
        QVERIFY(w.action("keepSilent")->isEnabled());
        test::drag(view, from, from);  // a click takes it back
        QVERIFY(!view.content().area);
        QVERIFY(!w.action("keepSilent")->isEnabled());
        QVERIFY(!w.action("keepSilent")->toolTip().isEmpty());
    }
};

QTEST_MAIN(tst_RollAsking)
#include "tst_RollAsking.moc"
