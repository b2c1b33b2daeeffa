// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "tests/support/TestData.h"
#include "tests/ui/Window.h"
#include "ui/dataset/PieceModel.h"
#include "ui/words/RemedyWords.h"
#include "ui/words/Words.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QInputDialog>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace ricercar;

namespace {

bool settled(test::Window& w) {
    return QTest::qWaitFor(
        [&] { return w.services->curation.settled() && w.services->changes.idle() && w.services->jobs.idle(); }, 60'000);
}

void selectAll(test::Window& w) {
    auto* table = w.find<QTreeView>("pieces");
    table->setFocus();
    table->selectAll();
}

/// Opens the menu of the button as a click does and chooses an entry.
void choose(test::Window& w, const char* name) {
    auto* button = w.find<QToolButton>("remedies");
    emit button->menu()->aboutToShow();
    QAction* action = button->menu()->findChild<QAction*>(QLatin1String(name));
    QVERIFY2(action && action->isEnabled(), name);
    action->trigger();
}

bool isChecked(test::Window& w, const char* name) {
    auto* button = w.find<QToolButton>("remedies");
    emit button->menu()->aboutToShow();
    return button->menu()->findChild<QAction*>(QLatin1String(name))->isChecked();
}

std::vector<std::string> recipes(test::Window& w) {
    std::vector<std::string> all;
    for (const Piece& piece : w.services->store.pieces()) all.push_back(piece.recipe);
    return all;
}

std::vector<PianoRoll> rolls(test::Window& w) {
    const Workspace workspace(w.services->store.path());
    std::vector<PianoRoll> all;
    for (const Piece& piece : workspace.pieces().all())
        all.push_back(piece.state == PieceState::Rejected && piece.steps == 0 ? PianoRoll()
                                                                              : workspace.versions().roll(piece.id));
    return all;
}

/// Two tracks and drums, the pedal, two meters, silence at the start.
Score rich() {
    Score score;
    score.tracks = 3;
    score.meters = {{0, {4, 4}}, {480 * 16, {3, 4}}};
    score.tempos = {{0, 500'000}};
    for (int i = 4; i < 28; ++i) {
        score.notes.push_back({i * 480, 240, static_cast<std::uint8_t>(60 + i % 5), 80, 0, 0});
        score.notes.push_back({i * 480, 480, static_cast<std::uint8_t>(48 + i % 3), 80, 1, 1});
        score.notes.push_back({i * 480, 120, 36, 80, 9, 2});
    }
    score.end = 480 * 28;
    return score;
}

}  // namespace

class tst_PieceMenus : public QObject {
    Q_OBJECT

private slots:
    void eachRemedyIsOneClickAndOneStep_data() {
        QTest::addColumn<QString>("entry");
        for (const char* entry : {"remedyFindBeat", "remedyDouble", "remedyHalve", "remedyDrums", "remedyPedal",
                                  "remedyKeepSilence", "remedySetAside"})
            QTest::newRow(entry) << QString::fromLatin1(entry);
    }
    void eachRemedyIsOneClickAndOneStep() {
        QFETCH(QString, entry);
        const QByteArray name = entry.toLatin1();
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(3));
        QVERIFY(settled(w));
        selectAll(w);
        const auto before = rolls(w);
        choose(w, name.constData());
        QTRY_VERIFY(w.services->changes.stack().undoText().contains(QStringLiteral("(3 pieces)")));
        QVERIFY(settled(w));
        const auto after = recipes(w);
        for (const std::string& recipe : after) QVERIFY(recipe != "[]");
        const auto changed = rolls(w);
        QVERIFY(isChecked(w, name.constData()));

        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        for (const std::string& recipe : recipes(w)) QCOMPARE(recipe, std::string("[]"));
        QVERIFY(rolls(w) == before);
        QVERIFY(!isChecked(w, name.constData()));
        w.find<QAction>("redo")->trigger();
        QVERIFY(settled(w));
        QVERIFY(recipes(w) == after);
        QVERIFY(rolls(w) == changed);

        // the same entry takes it back, which is a step, too
        choose(w, name.constData());
        QVERIFY(settled(w));
        QVERIFY(rolls(w) == before);
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QVERIFY(recipes(w) == after);
        for (int i = 0; i < 3; ++i) {
            w.find<QAction>("undo")->trigger();
            w.find<QAction>("redo")->trigger();
        }
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QVERIFY(rolls(w) == before);
    }

    void partsAreJoinedAtTheirMetersAndSplitAgain() {
        test::Window w;
        QVERIFY(w.ready());
        const QString file = w.path(QStringLiteral("rich.mid"));
        writeFile(toPath(file), writeMidi(rich()));
        w.services->importing.start({toPath(file)});
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{2}, 30'000);
        QVERIFY(settled(w));
        const auto split = rolls(w);
        QCOMPARE(split[0].meter(), (Meter{4, 4}));
        QCOMPARE(split[1].meter(), (Meter{3, 4}));
        selectAll(w);
        choose(w, "remedyJoin");
        QVERIFY(settled(w));
        const auto joined = rolls(w);
        QVERIFY(joined[0].steps() >= split[0].steps() + split[1].steps());
        QVERIFY(isChecked(w, "remedyJoin"));
        choose(w, "remedyJoin");
        QVERIFY(settled(w));
        QVERIFY(rolls(w) == split);
    }

    void aRecordingBesideTheGridIsShiftedOntoIt() {
        test::Window w;
        QVERIFY(w.ready());
        Score late = toScore(test::randomRoll(9, 128, {48, 84}, 2.0));
        for (Note& note : late.notes) note.start += late.division.ticksPerQuarter / 12;  // a third of a 16th
        const QString file = w.path(QStringLiteral("late.mid"));
        writeFile(toPath(file), writeMidi(late));
        w.services->importing.start({toPath(file)});
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{1}, 30'000);
        QVERIFY(settled(w));
        QVERIFY(w.services->store.pieces()[0].report.meanError > 0.3);
        selectAll(w);
        choose(w, "remedyNearest");
        QVERIFY(settled(w));
        QVERIFY(w.services->store.pieces()[0].report.meanError < 0.05);
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QVERIFY(w.services->store.pieces()[0].report.meanError > 0.3);
    }

    void allRemediesAreTakenBackInOneStep() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(2));
        QVERIFY(settled(w));
        selectAll(w);
        const auto before = rolls(w);
        for (const char* remedy : {"remedyDouble", "remedyPedal", "remedySetAside"}) {
            choose(w, remedy);
            QVERIFY(settled(w));
        }
        const auto treated = recipes(w);
        choose(w, "remedyNone");
        QVERIFY(settled(w));
        QVERIFY(rolls(w) == before);
        for (const std::string& recipe : recipes(w)) QCOMPARE(recipe, std::string("[]"));
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QVERIFY(recipes(w) == treated);
    }

    void theShownPieceFollows() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(1));
        QVERIFY(settled(w));
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        QVERIFY(settled(w));
        selectAll(w);
        const int steps = w.services->stage.shown().roll.steps();
        choose(w, "remedyDouble");
        QTRY_VERIFY(w.services->stage.shown().roll.steps() > steps + steps / 2);
        w.find<QAction>("undo")->trigger();
        QTRY_COMPARE(w.services->stage.shown().roll.steps(), steps);
    }

    void voicesAreChosenFromAList() {
        test::Window w;
        QVERIFY(w.ready());
        const QString file = w.path(QStringLiteral("rich.mid"));
        writeFile(toPath(file), writeMidi(rich()));
        w.services->importing.start({toPath(file)});
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{2}, 20'000);
        QVERIFY(settled(w));
        auto* table = w.find<QTreeView>("pieces");
        table->setCurrentIndex(table->model()->index(0, 0));
        choose(w, "remedyVoices");
        auto* list = w.find<QTreeWidget>("voices");
        QVERIFY(list);
        QTRY_COMPARE(list->topLevelItemCount(), 3);
        QVERIFY(list->topLevelItem(2)->text(1).contains(QStringLiteral("drums")));
        list->setFocus();
        list->setCurrentItem(list->topLevelItem(0));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(list->topLevelItem(0)->checkState(0), Qt::Unchecked);
        QTest::mouseClick(w.find<QPushButton>("applyVoices"), Qt::LeftButton);
        QVERIFY(settled(w));
        const auto id = table->currentIndex().data(PieceModel::IdRole).toLongLong();
        const Piece* piece = w.services->store.piece(id);
        QVERIFY(piece);
        QCOMPARE(piece->statistics.highestPitch, 50);
        QVERIFY(recipeWords(piece->recipe).contains(QStringLiteral("2 tracks")));
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QCOMPARE(w.services->store.piece(id)->statistics.highestPitch, 64);
    }

    void theGridIsShiftedWhileItIsSeen() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(2));
        QVERIFY(settled(w));
        selectAll(w);
        choose(w, "remedyGrid");
        auto* shift = w.find<QDoubleSpinBox>("shift");
        QVERIFY(shift);
        for (int i = 1; i <= 3; ++i) {
            shift->setValue(i);
            QVERIFY(settled(w));
            QTRY_VERIFY(recipeWords(w.services->store.pieces().front().recipe).contains(QStringLiteral("+%1.00").arg(i)));
        }
        auto* byHand = w.find<QCheckBox>("pickupByHand");
        QTest::mouseClick(byHand, Qt::LeftButton, {}, QPoint(8, byHand->height() / 2));
        QVERIFY(byHand->isChecked());
        w.find<QSpinBox>("pickup")->setValue(5);
        QTRY_VERIFY(recipeWords(w.services->store.pieces().front().recipe).contains(QStringLiteral("after 5")));
        QVERIFY(settled(w));
        QCOMPARE(w.services->changes.stack().count(), 1);
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QCOMPARE(w.services->store.pieces().front().recipe, std::string("[]"));
        QTRY_COMPARE(shift->value(), 0.0);
        w.find<QAction>("redo")->trigger();
        QVERIFY(settled(w));
        QVERIFY(recipeWords(w.services->store.pieces().back().recipe).contains(QStringLiteral("+3.00")));
    }

    void piecesAreTagged() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(2));
        QVERIFY(settled(w));
        selectAll(w);
        choose(w, "newTag");
        auto* ask = w.find<QInputDialog>("askTag");
        QVERIFY(ask);
        ask->setTextValue(QStringLiteral("folk & dance"));
        ask->accept();
        QVERIFY(settled(w));
        QCOMPARE(w.services->store.pieces().front().tags, std::vector<std::string>{"folk & dance"});
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QVERIFY(w.services->store.pieces().front().tags.empty());
        w.find<QAction>("redo")->trigger();
        QVERIFY(settled(w));
        w.services->curation.removeTag({w.services->store.pieces().back().id}, QStringLiteral("folk & dance"));
        QVERIFY(settled(w));
        QVERIFY(w.services->store.pieces().back().tags.empty());
        QCOMPARE(w.services->store.pieces().front().tags.size(), std::size_t{1});
    }

    void aSideIsChosenByHand() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(3));
        QVERIFY(settled(w));
        selectAll(w);
        const auto subsets = [&] {
            std::vector<Subset> all;
            for (const Piece& piece : w.services->store.pieces())
                all.push_back(w.services->curation.membership(piece.id)->subset);
            return all;
        };
        const auto before = subsets();
        choose(w, "side2");
        QVERIFY(settled(w));
        QCOMPARE(subsets(), (std::vector<Subset>{Subset::Test, Subset::Test, Subset::Test}));
        QVERIFY(isChecked(w, "side2"));
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QCOMPARE(subsets(), before);
        w.find<QAction>("redo")->trigger();
        QVERIFY(settled(w));
        choose(w, "sideAutomatic");
        QVERIFY(settled(w));
        QCOMPARE(subsets(), before);
    }

    void datasetsAreMadeCopiedRenamedAndDeleted() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(3));
        QVERIFY(settled(w));
        Curation& curation = w.services->curation;
        selectAll(w);
        choose(w, "side3");
        QVERIFY(settled(w));
        const auto answer = [&](const char* entry, const QString& name) {
            w.find<QToolButton>("datasetMenu")->menu()->findChild<QAction*>(QLatin1String(entry))->trigger();
            auto* ask = w.find<QInputDialog>("askName");
            QVERIFY(ask);
            ask->setTextValue(name);
            ask->accept();
            QVERIFY(settled(w));
            QTRY_VERIFY(!w.find<QInputDialog>("askName"));
        };
        answer("copyDataset", QStringLiteral("Bäche"));
        QCOMPARE(curation.datasets().size(), std::size_t{2});
        QCOMPARE(curation.dataset().name, std::string("Bäche"));
        QCOMPARE(curation.summary().total().pieces, 0);  // the subsets came along
        answer("newDataset", QStringLiteral("Bäche"));   // taken
        QCOMPARE(curation.datasets().size(), std::size_t{2});
        answer("newDataset", QStringLiteral("Folk"));
        QCOMPARE(curation.summary().total().pieces, 3);
        answer("renameDataset", QStringLiteral("Folk songs"));
        QCOMPARE(curation.dataset().name, std::string("Folk songs"));
        auto* box = w.find<QComboBox>("datasets");
        QCOMPARE(box->currentText(), QStringLiteral("Folk songs"));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Up);
        QVERIFY(settled(w));
        QCOMPARE(curation.dataset().name, std::string("Bäche"));
        const auto id = curation.dataset().id;
        w.find<QToolButton>("datasetMenu")->menu()->findChild<QAction*>(QStringLiteral("deleteDataset"))->trigger();
        QVERIFY(settled(w));
        QCOMPARE(curation.datasets().size(), std::size_t{2});
        w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QCOMPARE(curation.dataset().id, id);
        QCOMPARE(curation.summary().total().pieces, 0);
        for (int i = 0; i < 4; ++i) w.find<QAction>("undo")->trigger();
        QVERIFY(settled(w));
        QCOMPARE(curation.datasets().size(), std::size_t{1});
        QCOMPARE(curation.summary().total().pieces, 3);
    }
};

QTEST_MAIN(tst_PieceMenus)
#include "tst_PieceMenus.moc"
