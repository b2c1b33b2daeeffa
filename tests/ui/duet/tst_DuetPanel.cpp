// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MidiFile.h"
#include "tests/ui/Window.h"
#include "ui/duet/DuetPanel.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>

using namespace ricercar;

class tst_DuetPanel : public QObject {
    Q_OBJECT

    /// The panel through its menu, and a quick duet of one bar a turn.
    static void open(const test::Window& w) {
        auto* dock = w.find<QDockWidget>("duetDock");
        QVERIFY(!dock->isVisible());
        w.find<QAction>("duetAction")->trigger();
        QTRY_VERIFY(dock->isVisible());
        w.find<QSpinBox>("duetTempo")->setValue(300);
        w.find<QSpinBox>("duetBars")->setValue(1);
    }

private slots:
    void aDuetOnTheComputersKeysBecomesATake() {
        test::Window w;
        QVERIFY(w.ready());
        w.window->show();
        open(w);
        auto* start = w.find<QPushButton>("duetStart");
        QTRY_VERIFY(start->isEnabled());
        QTest::mouseClick(start, Qt::LeftButton);
        auto* turn = w.find<QLabel>("duetTurn");
        QTRY_COMPARE_WITH_TIMEOUT(turn->text(), DuetPanel::tr("Counting in …"), 20'000);
        QVERIFY(!w.find<QComboBox>("duetModel")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(turn->text(), DuetPanel::tr("You play: bar %1 of %2").arg(1).arg(1), 20'000);
        QTest::keyPress(w.find<QWidget>("duetPanel"), Qt::Key_G);  // G above middle C; no shortcut takes it
        QTRY_VERIFY_WITH_TIMEOUT(w.services->duetting.view().step >= 3, 20'000);
        QTest::keyRelease(w.find<QWidget>("duetPanel"), Qt::Key_G);
        QTRY_COMPARE_WITH_TIMEOUT(turn->text(), DuetPanel::tr("The model plays: bar %1 of %2").arg(1).arg(1), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(w.services->duetting.view().answers >= 16, 20'000);
        QCOMPARE(w.services->stage.shown().kind, StageContent::Kind::Draft);
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.takes().size(), std::size_t{1}, 20'000);
        QTRY_COMPARE(w.services->stage.shown().kind, StageContent::Kind::Take);
        QVERIFY(!turn->isVisible());
        const Take take = *w.services->store.take(w.services->store.takes().front().id);
        QCOMPARE(take.tempo, 300.0);
        int yours = 0;
        for (int step = 0; step < 16; ++step) yours += take.roll.plays(step, 67) ? 1 : 0;
        QVERIFY(yours >= 1);
        const Score score = readMidi(take.score, "take").sequences.front();
        QVERIFY(std::ranges::any_of(score.notes, [](const Note& note) { return note.channel == 0 && note.pitch == 67; }));
    }

    void octavesMoveAndFieldsKeepTheirLetters() {
        test::Window w;
        QVERIFY(w.ready());
        w.window->show();
        open(w);
        QTRY_VERIFY(w.find<QPushButton>("duetStart")->isEnabled());
        const QString before = w.find<QLabel>("duetKeyboard")->text();
        QVERIFY2(before.contains(pitchName(60)), qPrintable(before));
        QTest::mouseClick(w.find<QPushButton>("duetStart"), Qt::LeftButton);
        QTRY_VERIFY(w.services->duetting.view().step > 0);
        QTest::keyClick(w.find<QWidget>("duetPanel"), Qt::Key_X);
        QVERIFY(w.find<QLabel>("duetKeyboard")->text().contains(pitchName(72)));
        QTest::mouseClick(w.find<QPushButton>("duetStart"), Qt::LeftButton);
        QTRY_VERIFY(!w.services->duetting.running());
        QTest::keyClick(w.find<QWidget>("duetPanel"), Qt::Key_X);  // letters are letters again
        QVERIFY(w.find<QLabel>("duetKeyboard")->text().contains(pitchName(72)));
    }

    void whatIsPlayedFollowsTheForm() {
        test::Window w;
        QVERIFY(w.ready());
        auto* panel = w.find<DuetPanel>("duetPanel");
        QTRY_VERIFY(w.find<QComboBox>("duetModel")->count() >= 4);  // those that ship
        auto* models = w.find<QComboBox>("duetModel");
        models->setCurrentIndex(models->findText(QStringLiteral("folk"), Qt::MatchContains | Qt::MatchFixedString));
        const double folk = panel->settings().tempo;
        w.find<QComboBox>("duetKind")->setCurrentIndex(1);
        QVERIFY(w.find<QSpinBox>("duetBars")->isHidden());
        w.find<QComboBox>("duetVoices")->setCurrentIndex(1);
        w.find<QSpinBox>("duetTempo")->setValue(90);
        const DuetSettings settings = panel->settings();
        QVERIFY(folk > 0);
        QCOMPARE(settings.kind, DuetKind::Accompany);
        QCOMPARE(settings.voices, DuetVoices::Above);
        QCOMPARE(settings.tempo, 90.0);
    }

    void itWaitsForAGenerationAndEndsWithTheWindow() {
        test::Window w;
        QVERIFY(w.ready());
        w.window->show();
        open(w);
        QTRY_VERIFY(w.find<QPushButton>("generate")->isEnabled());
        w.find<QSpinBox>("bars")->setValue(64);
        QTest::mouseClick(w.find<QPushButton>("generate"), Qt::LeftButton);
        QVERIFY(w.services->generation.running());
        QTest::mouseClick(w.find<QPushButton>("duetStart"), Qt::LeftButton);
        QVERIFY(!w.services->duetting.running());
        w.services->generation.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!w.services->generation.running(), 20'000);
        QTest::mouseClick(w.find<QPushButton>("duetStart"), Qt::LeftButton);
        QTRY_VERIFY(w.services->duetting.view().step > 0);
        w.window->close();
        QVERIFY(!w.services->duetting.running());
    }
};

QTEST_MAIN(tst_DuetPanel)
#include "tst_DuetPanel.moc"
