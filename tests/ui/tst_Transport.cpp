#include "tests/ui/Window.h"
#include "ui/pianoroll/RollView.h"
#include "ui/transport/TransportBar.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSlider>

using namespace ricercar;

class tst_Transport : public QObject {
    Q_OBJECT

private slots:
    void silenceIsExplained() {
        test::Window w;
        QVERIFY(w.ready());
        auto* output = w.find<QComboBox>("output");
        QVERIFY(w.studio->playback.output() == Output{});
        QVERIFY(output->toolTip().contains(w.studio->playback.synthProblem().toHtmlEscaped()));
        QVERIFY(!w.studio->playback.synthProblem().isEmpty());
        QVERIFY(!w.find<QAction>("play")->isEnabled());
        QVERIFY(!w.find<QAction>("play")->toolTip().isEmpty());
    }

    void playMovesThePlayhead() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(1, 256));
        Playback& playback = w.studio->playback;
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
        Playback& playback = w.studio->playback;
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
};

QTEST_MAIN(tst_Transport)
#include "tst_Transport.moc"
