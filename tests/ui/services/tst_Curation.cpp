// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"

#include <QAction>

using namespace ricercar;

namespace {

bool settled(test::Window& w) {
    return QTest::qWaitFor([&] { return w.services->curation.settled() && w.services->changes.idle(); }, 30'000);
}

Change tagging(std::vector<std::string>& log, const std::string& name) {
    Change change;
    change.name = QString::fromStdString(name);
    change.redo = [&log, name](Workspace&, const Task&) {
        log.push_back("+" + name);
        return true;
    };
    change.undo = [&log, name](Workspace&) { log.push_back("-" + name); };
    return change;
}

}  // namespace

class tst_Curation : public QObject {
    Q_OBJECT

private slots:
    void theCurrentDatasetIsPlanned() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(8));
        QVERIFY(settled(w));
        Curation& curation = w.services->curation;
        QCOMPARE(curation.datasets().size(), std::size_t{1});
        QVERIFY(curation.dataset().id != 0);

        Workspace workspace(w.services->store.path());
        const DatasetFacts facts = readFacts(workspace, curation.dataset().id);
        const auto plan = planDataset(facts, curation.dataset());
        QCOMPARE(plan.size(), std::size_t{8});
        for (const auto& [id, expected] : plan) {
            QVERIFY(curation.membership(id));
            QCOMPARE(curation.membership(id)->subset, expected.subset);
            QVERIFY(curation.kinship(id));
        }
        QCOMPARE(curation.summary().total().pieces, summaryOf(facts, plan).total().pieces);
        QVERIFY(!curation.membership(4711));
    }

    void stepsAreDoneAndUndoneInOrderHoweverQuickly() {
        test::Window w;
        QVERIFY(w.ready());
        std::vector<std::string> log;
        Changes& changes = w.services->changes;
        auto* undo = w.find<QAction>("undo");
        auto* redo = w.find<QAction>("redo");
        QVERIFY(!undo->isEnabled());
        changes.push(tagging(log, "a"));
        changes.push(tagging(log, "b"));
        QVERIFY(undo->text().contains(QStringLiteral("b")));
        undo->trigger();
        undo->trigger();
        redo->trigger();
        undo->trigger();
        redo->trigger();
        redo->trigger();
        QTRY_VERIFY(changes.idle());
        QCOMPARE(log, (std::vector<std::string>{"+a", "+b", "-b", "-a", "+a", "-a", "+a", "+b"}));
    }

    void aStepThatChangesNothingIsForgotten() {
        test::Window w;
        QVERIFY(w.ready());
        std::vector<std::string> log;
        Changes& changes = w.services->changes;
        changes.push(tagging(log, "a"));
        Change nothing = tagging(log, "nothing");
        nothing.redo = [](Workspace&, const Task&) { return false; };
        changes.push(nothing);
        changes.push(tagging(log, "b"));
        changes.push(nothing);
        QTRY_VERIFY(changes.idle());
        QCOMPARE(changes.stack().index(), 3);
        QCOMPARE(changes.stack().undoText(), QStringLiteral("b"));
        w.find<QAction>("undo")->trigger();
        w.find<QAction>("undo")->trigger();
        QTRY_VERIFY(changes.idle());
        QCOMPARE(log, (std::vector<std::string>{"+a", "+b", "-b", "-a"}));
        QCOMPARE(changes.stack().index(), 0);
    }

    void stepsOfOneNumberAreOneStep() {
        test::Window w;
        QVERIFY(w.ready());
        std::vector<std::string> log;
        Changes& changes = w.services->changes;
        const int number = changes.newNumber();
        for (const char* name : {"1", "2", "3"}) {
            Change change = tagging(log, name);
            change.replaces = number;
            changes.push(change);
        }
        QVERIFY(changes.isLast(number));
        QCOMPARE(changes.stack().count(), 1);
        changes.stack().undo();
        QVERIFY(!changes.isLast(number));
        changes.stack().redo();
        QTRY_VERIFY(changes.idle());
        QCOMPARE(log, (std::vector<std::string>{"+1", "+2", "+3", "-1", "+3"}));
    }

    void anotherWorkspaceForgetsTheSteps() {
        test::Window w;
        QVERIFY(w.ready());
        std::vector<std::string> log;
        w.services->changes.push(tagging(log, "a"));
        QSignalSpy opened(&w.services->store, &WorkspaceStore::opened);
        w.services->store.open(w.path(QStringLiteral("other.ricercar-db")).toStdString());
        QVERIFY(opened.wait(10'000));
        QCOMPARE(w.services->changes.stack().count(), 0);
        QVERIFY(settled(w));
        QCOMPARE(w.services->curation.datasets().size(), std::size_t{1});
    }
};

QTEST_MAIN(tst_Curation)
#include "tst_Curation.moc"
