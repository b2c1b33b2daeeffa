// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/workbench/Resources.h"
#include "tests/support/TestData.h"
#include "tests/ui/Window.h"
#include "ui/generation/GeneratePanel.h"
#include "ui/generation/TakesPanel.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSpinBox>

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
        QCOMPARE(Workspace(other).pieces().all().size(), std::size_t{1});
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

    void aTakeIsShownWithItsSetupAndNotLearntFrom() {
        test::Window w;
        QVERIFY(w.ready());
        QTRY_VERIFY(w.find<QPushButton>("generate")->isEnabled());
        auto* bars = w.find<QSpinBox>("bars");
        auto* temperature = w.find<QDoubleSpinBox>("temperature");
        auto* seed = w.find<QSpinBox>("seed");
        bars->setValue(3);
        temperature->setValue(1.35);
        seed->setValue(4711);
        QSignalSpy finished(&w.services->generation, &Generation::finished);
        QTest::mouseClick(w.find<QPushButton>("generate"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QTRY_COMPARE(w.services->stage.shown().kind, StageContent::Kind::Take);
        const PianoRoll roll = w.services->stage.shown().roll;
        const QString file = w.path(QStringLiteral("take.mid"));
        QSignalSpy exported(&w.services->exporting, &Exporting::exported);
        w.services->exporting.exportMidi(file);
        QVERIFY(exported.wait(20'000));

        // in another workspace, with another setup in the form
        QSignalSpy opened(&w.services->store, &WorkspaceStore::opened);
        w.services->store.open(toPath(w.path(QStringLiteral("other.ricercar-db"))));
        QVERIFY(opened.wait(20'000));
        bars->setValue(9);
        temperature->setValue(0.7);
        seed->setValue(1);
        QSignalSpy setup(w.find<GeneratePanel>("generatePanel"), &GeneratePanel::setupShown);
        test::Window::drop(w.window.get(), {file});
        QVERIFY(setup.wait(30'000));
        QCOMPARE(bars->value(), 3);
        QCOMPARE(temperature->value(), 1.35);
        QCOMPARE(seed->value(), 4711);
        QVERIFY(!w.find<QCheckBox>("newSeed")->isChecked());
        QTRY_COMPARE(w.services->stage.shown().kind, StageContent::Kind::Take);
        QVERIFY(w.services->stage.shown().roll.inRange(roll.range()) == roll);
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        QVERIFY(w.services->store.pieces().empty());
        QCOMPARE(w.services->store.takes().size(), std::size_t{1});
        // pressed, the button makes it again
        QTest::mouseClick(w.find<QPushButton>("generate"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60'000);
        QTRY_VERIFY(w.services->stage.shown().kind == StageContent::Kind::Take && w.services->stage.shown().roll == roll);

        // dropped again it is there already; learnt from only where a person says so
        test::Window::drop(w.window.get(), {file});
        QVERIFY(setup.wait(30'000));
        QCOMPARE(w.services->store.takes().size(), std::size_t{2});
        emit w.find<TakesPanel>("takesPanel")->datasetRequested(w.services->store.takes().front().id);
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{1}, 20'000);
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
