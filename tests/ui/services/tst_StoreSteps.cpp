// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/TakeFile.h"
#include "core/workbench/Takes.h"
#include "tests/ui/Rig.h"
#include "ui/services/Opening.h"

using namespace ricercar;

class tst_StoreSteps : public QObject {
    Q_OBJECT

private slots:
    void anImportIsUndoneAsOneStep() {
        test::Rig rig;
        WorkspaceStore& store = rig.services->store;
        QVERIFY(rig.import(3));
        const auto pieces = store.pieces();
        QUndoStack& stack = rig.services->changes.stack();
        QCOMPARE(stack.count(), 1);
        stack.undo();
        QTRY_COMPARE(store.pieces().size(), std::size_t{0});
        stack.redo();
        QTRY_VERIFY(store.pieces() == pieces);
    }

    void removedPiecesRunsAndTakesComeBack() {
        test::Rig rig;
        QVERIFY(rig.import(3) && rig.train() != 0 && rig.generate() > 0);
        WorkspaceStore& store = rig.services->store;
        const auto pieces = store.pieces();
        const auto runs = store.runs();
        const auto takes = store.takes();
        const auto folder = Workspace::existing(store.path()).runFile(std::to_string(runs.front().id));
        store.removePieces({pieces[0].id, pieces[2].id});
        store.removeRun(runs.front().id);
        store.removeTake(takes.front().id);
        QTRY_COMPARE(store.pieces().size(), std::size_t{1});
        QTRY_VERIFY(store.runs().empty() && store.takes().empty());
        QVERIFY(std::filesystem::exists(folder));
        for (int i = 0; i < 3; ++i) rig.services->changes.stack().undo();
        QTRY_VERIFY(store.takes() == takes);
        QTRY_VERIFY(store.runs() == runs);
        QTRY_VERIFY(store.pieces() == pieces);
        QVERIFY(std::filesystem::exists(folder / "last.ricercar"));

        // a run's files go when its removal can no longer be undone
        store.removeRun(runs.front().id);
        QTRY_VERIFY(store.runs().empty());
        QVERIFY(rig.idle());
        rig.services->changes.stack().clear();
        QTRY_VERIFY(!std::filesystem::exists(folder));
    }

    void aTakeThatCannotBeWrittenStaysAndIsWrittenLater() {
        test::Rig rig;
        WorkspaceStore& store = rig.services->store;
        QSignalSpy said(&rig.services->notices, &Notices::posted);
        const auto away = toPath(rig.path(QStringLiteral("away")));
        std::filesystem::rename(store.path(), away);  // nothing can be written there, as on a full disk
        const std::int64_t take = rig.generate();
        QVERIFY(WorkspaceStore::isUnsaved(take));
        QVERIFY(!std::filesystem::exists(store.path()));  // none was made in its place
        QCOMPARE(rig.services->stage.shown().id, take);
        store.reloadTakes();  // lists that are read again lose nothing
        QVERIFY(rig.idle());
        QVERIFY(store.takeRow(take) != nullptr);
        const auto notice = std::find_if(said.begin(), said.end(), [](const QList<QVariant>& one) {
            const auto action = one.front().value<Notice>().action;
            return action && action->text == QStringLiteral("Save now");
        });
        QVERIFY(notice != said.end());

        std::filesystem::rename(away, store.path());
        QSignalSpy saved(&store, &WorkspaceStore::takeSaved);
        notice->front().value<Notice>().action->run();
        QVERIFY(saved.wait(20'000));
        QVERIFY(!store.hasUnsaved());
        QCOMPARE(store.takes().size(), std::size_t{1});
        QVERIFY(store.takes().front().id > 0);
        QCOMPARE(rig.services->stage.shown().id, store.takes().front().id);
        QVERIFY(Workspace::existing(store.path()).takeRows() == store.takes());
    }

    void whatChangesWhileAWorkspaceOpensIsSeen() {
        test::Rig rig;
        QVERIFY(rig.import(1));
        const auto path = rig.services->store.path();
        Workspace other(path);  // stands for another process
        // before the first look, and after the lists were read
        QObject::connect(&rig.services->store, &WorkspaceStore::opened, &rig.services->changes, [&] {
            Take take;
            take.name = "elsewhere";
            take.roll = test::randomRoll(1, 16, {48, 84}, 2.0);
            other.addTake(take);
        });
        rig.services->store.open(path);
        QTRY_VERIFY_WITH_TIMEOUT((rig.services->watch.look(), rig.services->store.takes().size() == 1), 10'000);
    }

    void aFileThatIsGoneIsSaidAndSavedElsewhere_data() {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("deleted") << false;
        QTest::newRow("replaced") << true;
    }
    void aFileThatIsGoneIsSaidAndSavedElsewhere() {
        QFETCH(const bool, replaced);
        test::Rig rig;
        QVERIFY(rig.import(3));
        const auto path = rig.services->store.path();
        Watch& watch = rig.services->watch;
        watch.look();
        QVERIFY(rig.idle());
        for (const char* more : {"", "-wal", "-shm"}) {
            auto file = path;
            std::filesystem::remove(file += more);
        }
        if (replaced) Workspace{path};
        QSignalSpy lost(&watch, &Watch::fileLost);
        QTRY_VERIFY_WITH_TIMEOUT((watch.look(), !lost.isEmpty()), 10'000);
        QCOMPARE(lost.front().front().toBool(), replaced);
        QCOMPARE(std::filesystem::exists(path), replaced);
        QCOMPARE(rig.services->store.pieces().size(), std::size_t{3});
        bool there = false;
        const auto copy = toPath(rig.path(QStringLiteral("saved.ricercar-db")));
        watch.saveCopy(copy, [&there] { there = true; });
        QTRY_VERIFY_WITH_TIMEOUT(there, 20'000);
        QCOMPARE(Workspace::existing(copy).pieces().size(), std::size_t{3});
    }

    void aTakesFileIsShownAndNotLearntFrom() {
        test::Rig rig;
        QVERIFY(rig.generate() > 0);
        AppServices& services = *rig.services;
        const Take take = services.store.takes().front().unpacked();
        const auto file = toPath(rig.path(QStringLiteral("take.mid")));
        writeFile(file, writeMidi(takeScore(take)));
        Opening opening(services.jobs, services.store, services.stage, services.notices, services.importing);
        QSignalSpy opened(&opening, &Opening::takeOpened);
        opening.open({file});  // it is there already
        QVERIFY(opened.wait(20'000));
        QCOMPARE(opened.front().front().toLongLong(), take.id);
        services.store.open(toPath(rig.path(QStringLiteral("other.ricercar-db"))));
        QTRY_VERIFY(services.store.takes().empty());
        opened.clear();
        opening.open({file});
        QVERIFY(opened.wait(20'000));
        QVERIFY(rig.idle());
        QVERIFY(services.store.pieces().empty());
        QCOMPARE(services.store.takes().size(), std::size_t{1});
        QVERIFY(services.stage.shown().roll.inRange(take.roll.range()) == take.roll);
    }
};

QTEST_MAIN(tst_StoreSteps)
#include "tst_StoreSteps.moc"
