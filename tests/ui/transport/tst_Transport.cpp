// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/pianoroll/RollView.h"
#include "ui/transport/TransportBar.h"

#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QToolButton>

using namespace ricercar;

class tst_Transport : public QObject {
    Q_OBJECT

private slots:
    void silenceIsExplained() {
        test::Window w;
        QVERIFY(w.ready());
        auto* output = w.find<QComboBox>("output");
        QVERIFY(w.services->playback.output() == Output{});
        QVERIFY(output->toolTip().contains(w.services->playback.synthProblem().toHtmlEscaped()));
        QVERIFY(!w.services->playback.synthProblem().isEmpty());
        QVERIFY(!w.find<QAction>("play")->isEnabled());
        QVERIFY(!w.find<QAction>("play")->toolTip().isEmpty());
    }

    void playMovesThePlayhead() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(1, 256));
        Playback& playback = w.services->playback;
        QTRY_VERIFY(playback.hasMusic());
        w.window->activateWindow();
        QTest::keyClick(w.window.get(), Qt::Key_Space);
        QTRY_VERIFY(playback.playing());
        QTRY_VERIFY(playback.position() > 2.0);
        QTRY_VERIFY(w.find<RollView>("rollView")->playhead() > 2.0);
        QTRY_VERIFY(w.find<QLabel>("position")->text() != QStringLiteral("1.1"));
        QTest::keyClick(w.window.get(), Qt::Key_Space);
        QTRY_VERIFY(!playback.playing());
        const double held = playback.position();
        QVERIFY(held > 0);
        w.find<QAction>("stop")->trigger();
        QTRY_COMPARE(playback.position(), 0.0);
    }

    void seekLoopAndTempo() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(1, 256));
        Playback& playback = w.services->playback;
        QTRY_VERIFY(playback.hasMusic());
        auto* roll = w.find<RollView>("rollView");
        const auto at = [&](double step) { return QPoint(static_cast<int>(roll->geometryOfRoll().xOf(step)), 10); };
        QTest::mouseDClick(roll, Qt::LeftButton, {}, at(64));
        QTRY_VERIFY(std::abs(playback.position() - 64.0) < 1.0);
        QTest::mousePress(roll, Qt::LeftButton, {}, at(32));
        QTest::mouseMove(roll, at(50));
        QTest::mouseMove(roll, at(64));
        QTest::mouseRelease(roll, Qt::LeftButton, {}, at(64));
        QVERIFY(playback.looping());
        QTRY_VERIFY(roll->content().loopOn);
        QVERIFY(w.find<QAction>("loop")->isChecked());
        w.find<QAction>("loop")->trigger();
        QVERIFY(!playback.looping());
        w.find<QDoubleSpinBox>("tempo")->setValue(200);
        QCOMPARE(playback.tempo(), 200.0);
        w.find<QSlider>("volume")->setValue(30);
        QCOMPARE(playback.volume(), 0.3);
    }

    void metronomeAndCountIn() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(1, 256));
        Playback& playback = w.services->playback;
        QTRY_VERIFY(playback.hasMusic());
        w.window->activateWindow();
        QTest::keyClick(w.window.get(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(playback.metronome());
        QTRY_VERIFY(w.find<QAction>("metronome")->isChecked());
        w.find<QMenu>("countIn")->actions().at(1)->trigger();
        QCOMPARE(playback.soundOutput().preferences().countInBars, 1);
        w.find<QAction>("play")->trigger();
        QVERIFY(playback.counting());
        QCOMPARE(playback.position(), 0.0);
        QTRY_VERIFY(!playback.counting());
        QTRY_VERIFY(playback.position() > 0.5);
        w.find<QAction>("panic")->trigger();
        QVERIFY(playback.playing());
        w.find<QAction>("stop")->trigger();
        // kept for the next start
        const SoundPreferences kept = SoundPreferences::load(*w.settings);
        QVERIFY(kept.metronome);
        QCOMPARE(kept.countInBars, 1);
    }

    void tracksAreMixedAsOneWorksTheList() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(1, 256));
        Playback& playback = w.services->playback;
        QTRY_VERIFY(playback.hasMusic());
        auto* dock = w.find<QDockWidget>("tracksDock");
        QVERIFY(!dock->isVisible());
        dock->toggleViewAction()->trigger();
        QTRY_VERIFY(dock->isVisible());
        QCOMPARE(playback.parts().size(), std::size_t{1});
        auto* program = w.find<QComboBox>("program0");
        QVERIFY(program);
        QCOMPARE(program->count(), 128);
        program->setFocus();
        QTest::keyClick(program, Qt::Key_Down);
        QTRY_COMPARE(playback.heardScore().events.front(), (ChannelEvent{0, 0xC0, 1, 0, 0}));
        w.find<QSlider>("volume0")->setValue(50);
        QCOMPARE(playback.mix().of(playback.parts().front()).volume, 0.5);
        QTest::mouseClick(w.find<QToolButton>("mute0"), Qt::LeftButton);
        QVERIFY(playback.heardScore().notes.empty());
        QTest::mouseClick(w.find<QToolButton>("solo0"), Qt::LeftButton);
        QVERIFY(!playback.heardScore().notes.empty());
    }

    void recordingWithoutAKeyboardSaysSo() {
        test::Window w;
        QVERIFY(w.ready());
        QSignalSpy said(&w.services->notices, &Notices::posted);
        auto* record = w.find<QAction>("record");
        record->trigger();
        QVERIFY(w.services->playback.recording());
        QVERIFY(record->isChecked());
        record->trigger();
        QVERIFY(!w.services->playback.recording());
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(w.services->store.takes().empty());
    }
};

QTEST_MAIN(tst_Transport)
#include "tst_Transport.moc"
