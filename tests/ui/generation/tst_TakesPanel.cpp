// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MidiFile.h"
#include "core/workbench/Takes.h"
#include "tests/support/SheetReader.h"
#include "tests/support/TestData.h"
#include "tests/ui/Window.h"
#include "ui/generation/FigureBars.h"
#include "ui/generation/PassageLayer.h"
#include "ui/generation/TakeDelegate.h"
#include "ui/generation/TakeModel.h"
#include "ui/generation/TakesPanel.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QDir>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <set>

using namespace ricercar;

namespace {

Take takeOf(const std::string& name, std::uint64_t seed, int steps = 128, double density = 2.0) {
    Take take;
    take.name = name;
    take.created = "2026-01-01T00:00:00Z";
    take.settings = "{}";
    take.roll = test::randomRoll(seed, steps, {48, 84}, density);
    return take;
}

/// Puts takes into the file and waits until they are listed.
bool put(test::Window& w, const std::vector<Take>& takes) {
    Workspace file = Workspace::existing(w.services->store.path());
    for (const Take& take : takes) file.takes().add(take);
    w.services->store.reloadTakes();
    return QTest::qWaitFor([&] { return w.services->store.takes().size() >= takes.size(); }, 60'000);
}

QStringList names(const test::Window& w) {
    const auto* model = w.find<QListView>("takes")->model();
    QStringList list;
    for (int row = 0; row < model->rowCount(); ++row) list << model->index(row, 0).data().toString();
    return list;
}

void click(const test::Window& w, int row) {
    auto* list = w.find<QListView>("takes");
    const QModelIndex at = list->model()->index(row, 0);
    list->scrollTo(at);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(at).center());
}

const TakeRow& row(const test::Window& w, const char* name) {
    const auto& takes = w.services->store.takes();
    return *std::ranges::find(takes, std::string(name), &TakeRow::name);
}

}  // namespace

class tst_TakesPanel : public QObject {
    Q_OBJECT

private slots:
    void aClickPlaysAndSpaceStops() {
        test::Window w;
        QVERIFY(w.ready() && put(w, {takeOf("one", 1), takeOf("two", 2)}));
        w.services->audition.setHeardAfter(200);
        QTRY_COMPARE(names(w), (QStringList{QStringLiteral("two"), QStringLiteral("one")}));
        QVERIFY(!row(w, "one").marks.heard);
        click(w, 1);
        QTRY_COMPARE(w.services->stage.shown().title, QStringLiteral("one"));
        QTRY_VERIFY(w.services->playback.playing());
        QTRY_VERIFY(row(w, "one").marks.heard);
        QVERIFY(!row(w, "two").marks.heard);
        QTest::keyClick(w.find<QListView>("takes"), Qt::Key_Space);
        QTRY_VERIFY(!w.services->playback.playing());
        QTRY_VERIFY(w.services->changes.idle());
        QVERIFY(Workspace::existing(w.services->store.path()).takes().find(row(w, "one").id)->marks.heard);
    }

    /// The last two that sounded, at the same place, with the loop.
    void swapsAtTheSamePlace() {
        test::Window w;
        QVERIFY(w.ready() && put(w, {takeOf("one", 1, 512), takeOf("two", 2, 512), takeOf("three", 3, 512)}));
        Playback& playback = w.services->playback;
        QTRY_COMPARE(names(w).size(), 3);
        auto* swap = w.find<QToolButton>("swapTakes");
        click(w, 2);
        QTRY_VERIFY(playback.playing());
        click(w, 0);
        QTRY_COMPARE(w.services->stage.shown().title, QStringLiteral("three"));
        QTRY_VERIFY(playback.playing() && swap->isEnabled());
        playback.pause();
        playback.seek(200.0);
        playback.setLoop(192, 256);
        QTest::mouseClick(swap, Qt::LeftButton);
        QTRY_COMPARE(w.services->stage.shown().title, QStringLiteral("one"));
        QVERIFY(!playback.playing());
        QVERIFY(std::abs(playback.position() - 200.0) < 0.5);
        QCOMPARE(playback.loop(), std::optional(std::pair(192, 256)));
        playback.play();
        QTRY_VERIFY(playback.position() > 201.0);
        w.services->audition.swap();
        QCOMPARE(w.services->stage.shown().title, QStringLiteral("three"));
        QVERIFY(playback.playing());
        QVERIFY(playback.position() > 200.0 && playback.position() < 256.0);
        playback.stop();
    }

    void likedTaggedRenamedAndRemoved() {
        test::Window w;
        QVERIFY(w.ready() && put(w, {takeOf("one", 1), takeOf("two", 2), takeOf("three", 3)}));
        auto* list = w.find<QListView>("takes");
        QTRY_COMPARE(names(w).size(), 3);
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_L);
        QVERIFY(row(w, "two").marks.liked);
        w.find<QToolButton>("likedOnly")->setChecked(true);
        QCOMPARE(names(w), QStringList{QStringLiteral("two")});
        w.find<QToolButton>("likedOnly")->setChecked(false);

        w.services->store.tagTakes({row(w, "one").id, row(w, "three").id}, QStringLiteral("waltz"), true);
        auto* tags = w.find<QComboBox>("takeTag");
        QTRY_COMPARE(tags->count(), 2);
        tags->setCurrentIndex(1);
        QCOMPARE(names(w), (QStringList{QStringLiteral("three"), QStringLiteral("one")}));
        w.services->changes.stack().undo();
        QTRY_COMPARE(tags->count(), 1);
        QTRY_COMPARE(names(w).size(), 3);
        QTRY_VERIFY(row(w, "two").marks.liked);  // what was done beside it stays

        w.find<QLineEdit>("takeWords")->setText(QStringLiteral("THREE"));
        QCOMPARE(names(w), QStringList{QStringLiteral("three")});
        w.find<QLineEdit>("takeWords")->clear();

        list->setCurrentIndex(list->model()->index(2, 0));
        QTest::keyClick(list, Qt::Key_F2);
        auto* editor = list->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->setText(QStringLiteral("first"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(names(w), (QStringList{QStringLiteral("three"), QStringLiteral("two"), QStringLiteral("first")}));
        w.services->changes.stack().undo();
        QTRY_COMPARE(names(w), (QStringList{QStringLiteral("three"), QStringLiteral("two"), QStringLiteral("one")}));

        list->setCurrentIndex(list->model()->index(0, 0));
        list->selectionModel()->select(list->model()->index(1, 0), QItemSelectionModel::Select);
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(names(w), QStringList{QStringLiteral("one")});
        w.services->changes.stack().undo();
        QTRY_COMPARE(names(w).size(), 3);
        QVERIFY(row(w, "two").marks.liked);
    }

    void inEveryOrder() {
        test::Window w;
        QVERIFY(w.ready());
        std::vector<Take> takes{takeOf("thin", 1, 256, 0.5), takeOf("full", 2, 256, 5.0), takeOf("some", 3, 256, 2.0)};
        takes[0].facts.nats = 3.0;
        takes[1].facts.nats = 1.0;
        takes[2].facts.nats = 2.0;
        QVERIFY(put(w, takes));
        auto* order = w.find<QComboBox>("takeOrder");
        QTRY_VERIFY(w.services->takeFigures.complete());  // the figures came by themselves
        QVERIFY(Workspace::existing(w.services->store.path()).takes().all().front().facts.figures);
        order->setCurrentIndex(static_cast<int>(TakeOrder::Density));
        QTRY_COMPARE(names(w), (QStringList{QStringLiteral("full"), QStringLiteral("some"), QStringLiteral("thin")}));
        order->setCurrentIndex(static_cast<int>(TakeOrder::Likelihood));
        QCOMPARE(names(w), (QStringList{QStringLiteral("full"), QStringLiteral("some"), QStringLiteral("thin")}));
        w.services->stage.showTake(row(w, "thin").id);
        order->setCurrentIndex(static_cast<int>(TakeOrder::Similarity));
        QCOMPARE(names(w), (QStringList{QStringLiteral("thin"), QStringLiteral("some"), QStringLiteral("full")}));
        order->setCurrentIndex(static_cast<int>(TakeOrder::Date));
        QCOMPARE(names(w), (QStringList{QStringLiteral("some"), QStringLiteral("full"), QStringLiteral("thin")}));
    }

    /// A take that holds a planted, transposed passage of a training piece: found, named, and shown in the piece.
    void figuresAndTheSharedPassage() {
        test::Window w;
        QVERIFY(w.ready() && w.importPieces(12, 512));
        QTRY_VERIFY(w.services->curation.summary().subsets[0].pieces > 0);
        const auto& pieces = w.services->store.pieces();
        const auto piece = std::ranges::find_if(pieces, [&](const Piece& one) {
            return w.services->curation.membership(one.id) && w.services->curation.membership(one.id)->subset == Subset::Train;
        });
        QVERIFY(piece != pieces.end());
        const PianoRoll known = Workspace::existing(w.services->store.path()).versions().roll(piece->id);
        Take take = takeOf("copy", 99, 256);
        take.roll = PianoRoll(known.range(), 256);
        const PianoRoll planted = known.slice(100, 70).transposed(2);
        for (int step = 0; step < 70; ++step) std::ranges::copy(planted.row(step), take.roll.row(step + 60).begin());
        QVERIFY(put(w, {take}));
        w.services->stage.showTake(row(w, "copy").id);
        const TakeFigures& figures = w.services->takeFigures;
        QTRY_VERIFY_WITH_TIMEOUT(figures.report().copied.has_value(), 30'000);
        const SharedPassage copied = *figures.report().copied;
        QVERIFY(copied.steps >= 68 && copied.steps <= 70);  // it ends with a step that sounds
        QCOMPARE(copied.semitones, 2);
        QCOMPARE(figures.report().piece, piece->id);
        const auto& lines = w.find<FigureBars>("figureBars")->lines();
        QCOMPARE(lines.size(), figureCount + 1);
        QVERIFY(lines[1].value && lines[1].range);
        QCOMPARE(*lines[1].value, valueOf(passageFigures(take.roll, 32), Figure::NotesPerBar));
        QVERIFY(FigureBars::words(lines[3]).contains(QStringLiteral("above")));  // mostly silence
        auto* passage = w.find<QPushButton>("sharedPassage");
        QVERIFY(passage->isEnabled());
        const auto* marks = w.window->findChild<SharedPassageMarks*>();
        QVERIFY(marks && marks->mark() && marks->mark()->first == copied.start);
        passage->click();
        QTRY_COMPARE(w.services->stage.shown().kind, StageContent::Kind::Piece);
        QCOMPARE(w.services->stage.shown().id, piece->id);
        QTRY_COMPARE(static_cast<int>(std::lround(w.services->playback.position())), copied.pieceStart);
        QVERIFY(marks->mark() && marks->mark()->first == copied.pieceStart && marks->mark()->steps == copied.steps);
    }

    void severalAreExported() {
        test::Window w;
        QVERIFY(w.ready() && put(w, {takeOf("one", 1), takeOf("two", 2)}));
        Exporting& exporting = w.services->exporting;
        QSignalSpy exported(&exporting, &Exporting::exported);
        const std::vector<std::int64_t> ids{row(w, "one").id, row(w, "two").id};
        exporting.exportTakes({ids[0]}, TakeLayout::FileEach, TakeFormat::Midi, w.path(QStringLiteral("each")));
        QTRY_COMPARE(exported.size(), 1);
        QVERIFY(row(w, "one").marks.exported && !row(w, "two").marks.exported);
        QCOMPARE(QDir(w.path(QStringLiteral("each"))).entryList(QDir::Files), QStringList{QStringLiteral("one.mid")});
        exporting.exportTakes(ids, TakeLayout::Joined, TakeFormat::MusicXml, w.path(QStringLiteral("all.musicxml")));
        QTRY_COMPARE(exported.size(), 2);
        QVERIFY(row(w, "two").marks.exported);
        const Bytes bytes = readFile(toPath(w.path(QStringLiteral("all.musicxml"))));
        const test::SheetFile sheet = test::readSheet({bytes.begin(), bytes.end()});
        QCOMPARE(sheet.problem, QString());
        QCOMPARE(sheet.parts.front().notes.size(), notesOf(row(w, "one").roll()).size() + notesOf(row(w, "two").roll()).size());
        auto* button = w.find<QPushButton>("exportTakes");
        emit button->menu()->aboutToShow();
        QVERIFY(button->menu()->actions().size() >= 10);
    }

    void aRowOfTemperatures() {
        test::Window w;
        QVERIFY(w.trained());
        QSignalSpy finished(&w.services->generation, &Generation::finished);
        TakeRequest request;
        request.checkpoint = w.services->store.checkpoints().front().path;
        request.bars = 2;
        request.settings.seed = 5;
        w.services->generation.start(request, QStringLiteral("take"));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QTRY_COMPARE(w.services->store.takes().size(), std::size_t{1});
        const Take first = w.services->store.takes().front().unpacked();
        emit w.find<TakesPanel>("takesPanel")->sweepRequested(first.id);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60'000);
        const std::size_t row = TakesPanel::sweepTemperatures().size();
        QTRY_COMPARE(w.services->store.takes().size(), row + 1);
        std::set<std::string> names;
        for (std::size_t i = 1; i <= row; ++i) {
            const Take take = w.services->store.takes()[i].unpacked();
            const auto origin = originOf(take);
            QVERIFY(origin);
            QCOMPARE(origin->settings.seed, std::uint64_t{5});
            QCOMPARE(origin->settings.temperature, TakesPanel::sweepTemperatures()[i - 1]);
            QVERIFY(take.name.find("temperature") != std::string::npos);
            names.insert(take.name);
            if (origin->settings.temperature == 1.0) QVERIFY(take.roll == first.roll);  // the same request, the same notes
        }
        QCOMPARE(names.size(), row);
        // a row of one's own, written into the dialog
        auto* list = w.find<QListView>("takes");
        const auto ask = [&](const QString& words) {
            list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
            list->scrollTo(list->currentIndex());
            emit list->customContextMenuRequested(list->visualRect(list->currentIndex()).center());
            auto* menu = w.window->findChild<QMenu*>(QStringLiteral("takeMenu"));
            menu->findChild<QAction*>(QStringLiteral("sweepAt"))->trigger();
            delete menu;
            auto* dialog = w.window->findChild<QInputDialog*>(QStringLiteral("temperatures"));
            dialog->setTextValue(words);
            dialog->accept();
        };
        QSignalSpy posted(&w.services->notices, &Notices::posted);
        ask(QStringLiteral("0.8 hot"));
        QTRY_COMPARE(posted.size(), 1);
        ask(QStringLiteral("0.9 1.25"));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 3, 60'000);
        QTRY_COMPARE(w.services->store.takes().size(), row + 3);
        QCOMPARE(originOf(w.services->store.takes().back().unpacked())->settings.temperature, 1.25);
        // the likelihood comes by itself, under the model that made them
        QTRY_VERIFY_WITH_TIMEOUT(w.services->store.takes().back().facts.nats.has_value(), 30'000);
    }

    /// Five thousand takes: a list that is there at once, and only what is seen is painted.
    void thousandsStayQuick() {
        test::Window w;
        QVERIFY(w.ready());
        {
            Workspace file = Workspace::existing(w.services->store.path());
            std::vector<Take> kinds;
            for (std::uint64_t seed = 0; seed < 8; ++seed) kinds.push_back(takeOf("take", seed, 512));
            for (Take& kind : kinds) kind.facts = {passageFigures(kind.roll, 32), 2.0};
            for (int i = 0; i < 5000; ++i) {
                Take& take = kinds[static_cast<std::size_t>(i) % kinds.size()];
                take.name = "take " + std::to_string(i);
                take.facts.nats = (i * 7919) % 5000;
                file.takes().add(take);
            }
        }
        QElapsedTimer clock;
        clock.start();
        w.services->store.reloadTakes();
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.takes().size(), std::size_t{5000}, 60'000);
        const qint64 read = clock.restart();
        auto* list = w.find<QListView>("takes");
        list->doItemsLayout();
        list->repaint();
        const qint64 shown = clock.restart();
        auto* order = w.find<QComboBox>("takeOrder");
        order->setCurrentIndex(static_cast<int>(TakeOrder::Likelihood));
        list->repaint();
        const qint64 sorted = clock.restart();
        w.find<QLineEdit>("takeWords")->setText(QStringLiteral("99"));
        list->repaint();
        const qint64 filtered = clock.restart();
        w.find<QLineEdit>("takeWords")->clear();
        for (int row = 0; row < 5000; row += 100) {
            list->scrollTo(list->model()->index(row, 0), QAbstractItemView::PositionAtTop);
            list->repaint();
        }
        const qint64 scrolled = clock.restart();
        w.services->store.markTakes({w.services->store.takes().front().id}, [](TakeMarks& marks) { marks.liked = true; });
        const qint64 marked = clock.restart();
        qInfo() << "5000 takes, ms: read" << read << "shown" << shown << "sorted" << sorted << "filtered" << filtered
                << "50 screens scrolled" << scrolled << "liked" << marked;
        const auto* cards = qobject_cast<TakeDelegate*>(list->itemDelegate());
        QVERIFY(cards->painted() > 0 && cards->painted() < 1500);
        QVERIFY(shown < 2000 && sorted < 2000 && filtered < 2000);
    }
};

QTEST_MAIN(tst_TakesPanel)
#include "tst_TakesPanel.moc"
