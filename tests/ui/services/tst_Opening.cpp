// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/workbench/Resources.h"
#include "tests/support/TestData.h"
#include "tests/ui/Window.h"
#include "ui/words/Words.h"

#include <QComboBox>

using namespace ricercar;

class tst_Opening : public QObject {
    Q_OBJECT

private slots:
    void aMidiFileIsImportedAndShown() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(2));
        QTRY_COMPARE(w.services->stage.shown().kind, StageContent::Kind::Piece);
        const std::int64_t before = w.services->stage.shown().id;
        const auto file = toPath(w.path(QStringLiteral("new.mid")));
        writeFile(file, test::someMidi(77));
        w.window->openFiles({file});
        QTRY_VERIFY_WITH_TIMEOUT(w.services->stage.shown().id == 3, 20'000);
        QCOMPARE(w.services->store.pieces().size(), std::size_t{3});

        // again, when it is there already
        w.services->stage.showPiece(before);
        QTRY_COMPARE(w.services->stage.shown().id, before);
        w.window->openFiles({file});
        QTRY_COMPARE_WITH_TIMEOUT(w.services->stage.shown().id, std::int64_t{3}, 20'000);
        QCOMPARE(w.services->store.pieces().size(), std::size_t{3});
    }

    void aWorkspaceIsOpenedBeforeTheRestGoesIntoIt() {
        test::Window w;
        QVERIFY(w.ready());
        const auto music = toPath(w.path(QStringLiteral("new.mid")));
        const auto other = toPath(w.path(QStringLiteral("other.ricercar-db")));
        writeFile(music, test::someMidi(77));
        w.window->openFiles({music, other});
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.path(), other, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{1}, 20'000);
        QCOMPARE(Workspace(other).pieces().size(), std::size_t{1});
    }

    void nothingIsImportedWhereTheWorkspaceCannotBeOpened() {
        test::Window w;
        QVERIFY(w.ready());
        const auto music = toPath(w.path(QStringLiteral("new.mid")));
        writeFile(music, test::someMidi(77));
        QSignalSpy failed(&w.services->store, &WorkspaceStore::openFailed);
        w.window->openFiles({"/proc/nowhere/none.ricercar-db", music});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        QVERIFY(w.services->store.pieces().empty());
    }

    void aModelIsChosenForGenerating() {
        test::Window w;
        QVERIFY(w.ready());
        const QString copy = w.path(QStringLiteral("a friend's.ricercar"));
        QVERIFY(QFile::copy(fromPath(demoCheckpoint()), copy));
        auto* choice = w.find<QComboBox>("checkpoint");
        const int before = choice->count();
        test::Window::drop(w.window.get(), {copy});
        QTRY_COMPARE_WITH_TIMEOUT(choice->currentData().toString(), copy, 20'000);
        QCOMPARE(choice->count(), before + 1);
        QVERIFY(choice->currentText().startsWith(QStringLiteral("a friend's")));

        // again, and with lists that are read anew: it is there once
        w.window->openFiles({toPath(copy)});
        w.services->store.reloadRuns();
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        QCOMPARE(choice->count(), before + 1);
        QCOMPARE(choice->currentData().toString(), copy);
    }

    void aDamagedModelIsRefused() {
        test::Window w;
        QVERIFY(w.ready());
        const auto file = toPath(w.path(QStringLiteral("bad.ricercar")));
        writeFile(file, test::someMidi(1));
        const auto before = w.services->store.checkpoints().size();
        QSignalSpy said(&w.services->notices, &Notices::posted);
        w.window->openFiles({file});
        QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), 20'000);
        QCOMPARE(said.front().front().value<Notice>().severity, Severity::Error);
        QCOMPARE(w.services->store.checkpoints().size(), before);
    }
};

QTEST_MAIN(tst_Opening)
#include "tst_Opening.moc"
