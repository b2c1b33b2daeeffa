// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/dataset/RunLock.h"
#include "tests/support/TestData.h"
#include "tests/ui/Window.h"
#include "ui/kit/LastFolder.h"
#include "ui/shell/Workspaces.h"
#include "ui/training/RunModel.h"
#include "ui/words/Words.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace ricercar;

class tst_Workspaces : public QObject {
    Q_OBJECT

private slots:
    void changesOfAnotherProcessAppear() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(2));
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        QSignalSpy datasets(&w.services->store, &WorkspaceStore::datasetsChangedElsewhere);
        w.services->watch.look();
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        writeFile(toPath(w.path(QStringLiteral("other.mid"))), test::someMidi(77));
        Workspace other(w.services->store.path());  // stands for another process: a connection of its own
        importFiles(other, {toPath(w.path(QStringLiteral("other.mid")))});
        QSignalSpy pieces(&w.services->store, &WorkspaceStore::piecesChanged);
        w.services->watch.look();
        QTRY_COMPARE(w.services->store.pieces().size(), std::size_t{3});
        QVERIFY(!pieces.isEmpty());
        QCOMPARE(pieces.front().front().toInt(), 2);  // the others are as they were

        other.datasets().add({0, "Folk", {}, 1, {}});
        datasets.clear();
        QTRY_VERIFY_WITH_TIMEOUT((w.services->watch.look(), datasets.size() == 1), 10'000);
        QTRY_COMPARE(w.services->curation.datasets().size(), std::size_t{2});

        // where nothing changes, nothing is read again
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        pieces.clear();
        w.services->watch.look();
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        QCOMPARE(pieces.size(), 0);
    }

    void aRunWhoseProcessIsGoneShowsAtOnce() {
        test::Window w;
        QVERIFY(w.ready());
        w.services->watch.look();  // the first look tells what the file was like
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        Workspace other(w.services->store.path());
        Run run;
        run.name = "elsewhere";
        auto owner = std::make_unique<RunLock>(other.runsFolder(), 1);  // stands for another process
        run.id = other.runs().add(run);
        QCOMPARE(run.id, std::int64_t{1});
        const auto state = [&] {
            const auto& runs = w.services->store.runs();
            return runs.empty() ? RunState::Failed : runs.front().state;
        };
        QTRY_VERIFY_WITH_TIMEOUT((w.services->watch.look(), state() == RunState::Running), 10'000);
        owner.reset();  // as the system does when the process ends, and nothing is written
        QTRY_VERIFY_WITH_TIMEOUT((w.services->watch.look(), state() == RunState::Interrupted), 10'000);
        QCOMPARE(runStateName(state()), RunModel::tr("Interrupted"));
    }

    void aFileThatIsGoneIsSaidAndSavedElsewhere_data() {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("deleted") << false;
        QTest::newRow("replaced") << true;
    }
    void aFileThatIsGoneIsSaidAndSavedElsewhere() {
        QFETCH(const bool, replaced);
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(3));
        const auto path = w.services->store.path();
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        w.services->watch.look();
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        for (const char* more : {"", "-wal", "-shm"}) {
            auto file = path;
            std::filesystem::remove(file += more);
        }
        if (replaced) Workspace{path};
        QSignalSpy lost(&w.services->watch, &Watch::fileLost);
        QTRY_VERIFY_WITH_TIMEOUT((w.services->watch.look(), !lost.isEmpty()), 10'000);
        QCOMPARE(lost.front().front().toBool(), replaced);
        auto* action = w.find<QPushButton>("messageAction");
        QVERIFY(action->isVisible());
        QCOMPARE(action->text(), QStringLiteral("Save as …"));
        QCOMPARE(std::filesystem::exists(path), replaced);  // none was made in its place
        QCOMPARE(w.services->store.pieces().size(), std::size_t{3});
        const auto saved = toPath(w.path(QStringLiteral("saved.ricercar-db")));
        QSignalSpy opened(&w.services->store, &WorkspaceStore::opened);
        w.window->findChild<Workspaces*>()->rescueTo(saved);
        QVERIFY(opened.wait(20'000));
        QCOMPARE(w.services->store.path(), saved);
        QCOMPARE(w.services->store.pieces().size(), std::size_t{3});
    }

    void whatWasOpenLastIsKnownAndNewOnesHaveAName() {
        test::Window w;
        QVERIFY(w.ready());
        const auto path = toPath(w.path(QStringLiteral("test.ricercar-db")));
        QVERIFY(Workspaces::last(*w.settings) == path);
        auto* workspaces = w.window->findChild<Workspaces*>();
        setLastFolder(w.path(QString()));
        QCOMPARE(workspaces->freeName(), QStringLiteral("Workspace.ricercar-db"));
        { Workspace{toPath(w.path(QStringLiteral("Workspace.ricercar-db")))}; }
        QCOMPARE(workspaces->freeName(), QStringLiteral("Workspace 2.ricercar-db"));
        setLastFolder({});
        std::filesystem::remove(path);
        QVERIFY(!Workspaces::last(*w.settings));
    }

    void aCopyIsMadeAndOpened() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(3));
        auto* workspaces = w.window->findChild<Workspaces*>();
        QSignalSpy copied(workspaces, &Workspaces::copied);
        const auto copy = toPath(w.path(QStringLiteral("a copy.ricercar-db")));
        workspaces->copyTo(copy);
        QVERIFY(copied.wait(20'000));
        QCOMPARE(Workspace(copy).pieces().all().size(), std::size_t{3});
        auto* action = w.find<QPushButton>("messageAction");
        QVERIFY(action->isVisible());
        QSignalSpy opened(&w.services->store, &WorkspaceStore::opened);
        QTest::mouseClick(action, Qt::LeftButton);
        QVERIFY(opened.wait(20'000));
        QCOMPARE(w.services->store.path(), copy);
        QVERIFY(workspaces->recent().contains(w.path(QStringLiteral("test.ricercar-db"))));
        QMenu menu;
        workspaces->fillRecent(&menu);
        for (QAction* entry : menu.actions())
            if (entry->text() == QLatin1String("test")) entry->trigger();
        QVERIFY(opened.wait(20'000));
        QCOMPARE(w.services->store.path(), toPath(w.path(QStringLiteral("test.ricercar-db"))));
    }

    void aCopyMayBeStopped() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(3));
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        auto* workspaces = w.window->findChild<Workspaces*>();
        QSignalSpy copied(workspaces, &Workspaces::copied);
        const auto copy = toPath(w.path(QStringLiteral("stopped.ricercar-db")));
        writeFile(copy, std::string("what stood there"));
        workspaces->copyTo(copy);
        w.services->jobs.stopAll();
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        // stopped or just done in time: a whole copy, or what stood there
        if (copied.isEmpty())
            QCOMPARE(readFile(copy).size(), std::size_t{16});
        else
            QCOMPARE(Workspace(copy).pieces().all().size(), std::size_t{3});
        QCOMPARE(w.services->store.pieces().size(), std::size_t{3});
    }

    void theChosenDatasetIsRemembered() {
        test::Window w;
        QVERIFY(w.ready());
        const auto first = w.services->store.path();
        QTRY_COMPARE(w.services->curation.datasets().size(), std::size_t{1});
        w.services->curation.addDataset({0, "Folk", {}, 1, {}});
        QTRY_COMPARE(w.services->curation.dataset().name, std::string("Folk"));
        QSignalSpy opened(&w.services->store, &WorkspaceStore::opened);
        w.services->store.open(toPath(w.path(QStringLiteral("second.ricercar-db"))));
        QVERIFY(opened.wait(20'000));
        QTRY_COMPARE(w.services->curation.dataset().name, std::string("Dataset"));
        w.services->store.open(first);
        QVERIFY(opened.wait(20'000));
        QTRY_COMPARE(w.services->curation.dataset().name, std::string("Folk"));
    }

    void whatCannotBeOpenedIsSaidAndTheWindowGoesOn_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("no workspace") << "text"
                                      << "is not a Ricercar workspace";
        QTest::newRow("damaged") << "damaged"
                                 << "is damaged";
        QTest::newRow("newer") << "newer"
                               << "newer Ricercar";
        QTest::newRow("a folder") << "folder"
                                  << "cannot be used";
    }

    void whatCannotBeOpenedIsSaidAndTheWindowGoesOn() {
        QFETCH(const QString, kind);
        QFETCH(const QString, words);
        QTemporaryDir folder;
        const auto file = toPath(folder.filePath(QStringLiteral("bad.ricercar-db")));
        if (kind == QLatin1String("text")) {
            writeFile(file, std::string(5000, 'x'));
        } else if (kind == QLatin1String("folder")) {
            std::filesystem::create_directory(file);
        } else {
            { Workspace{file}; }
            Bytes bytes = readFile(file);
            if (kind == QLatin1String("newer"))
                bytes[60] = 0x7F;  // of PRAGMA user_version
            else
                std::fill(bytes.begin() + 100, bytes.end(), std::uint8_t{0x5A});
            writeFile(file, bytes);
        }
        QStandardPaths::setTestModeEnabled(true);
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        AppServices services{Playback::Options{false}};
        MainWindow window(services, settings);
        QSignalSpy failed(&services.store, &WorkspaceStore::openFailed);
        services.store.open(file);
        window.show();
        QVERIFY(failed.wait(20'000));
        QVERIFY2(failed.front().front().toString().contains(words), qPrintable(failed.front().front().toString()));
        QVERIFY(window.findChild<QWidget*>(QStringLiteral("closedPage"))->isVisible());
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("problem"))->text().contains(words));
        // files dropped meanwhile are not lost without a word
        QSignalSpy said(&services.notices, &Notices::posted);
        test::Window::drop(&window, {folder.path()});
        QTRY_COMPARE(said.size(), 1);
        QSignalSpy opened(&services.store, &WorkspaceStore::opened);
        services.store.open(toPath(folder.filePath(QStringLiteral("good.ricercar-db"))));
        QVERIFY(opened.wait(20'000));
        QVERIFY(!window.findChild<QWidget*>(QStringLiteral("closedPage"))->isVisible());
    }
};

QTEST_MAIN(tst_Workspaces)
#include "tst_Workspaces.moc"
