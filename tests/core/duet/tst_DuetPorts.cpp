// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duet/Duet.h"
#include "core/sound/MidiInput.h"
#include "core/sound/MidiOutput.h"
#include "core/sound/Synthesizer.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/core/sound/DummyServer.h"
#include "tests/core/sound/Peer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ricercar;

class tst_DuetPorts : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

private slots:
    void initTestCase() {
        test::DummyServer::prepare(folder_.path());
        prepareSoundLibraries();
    }
    void cleanupTestCase() { test::DummyServer::cleanUp(); }

    // A keyboard that is another program, and a synthesizer that is, too: what is played is answered there.
    void aKeyboardIsAnsweredOnAnotherPort() {
        test::DummyServer server;
        if (const char* reason = server.whyNot()) QSKIP(reason);
        QVERIFY(server.ready());
        test::Peer peer;
        const std::shared_ptr<Sink> synthesizer = openMidiOutput("ricercar-peer:in");
        DuetSettings settings;
        settings.bars = 1;
        settings.tempo = 240;  // a bar is a second
        settings.countInBars = 0;
        settings.draw.conservativity = 0.5;
        Duet duet(test::tinyCheckpoint(30), settings,
                  {[&](const MidiMessage& message) { synthesizer->send(message); }, {}, {}});
        const MidiInput keyboard("ricercar-peer:out", {}, [&](const MidiArrival& arrival) { duet.hear(arrival); });
        peer.send({0x90, 60, 80});
        QVERIFY(QTest::qWaitFor([&] { return duet.view().step >= 4; }, 20'000));
        peer.send({0x80, 60, 0});
        QCOMPARE(peer.struck(), std::size_t{0});
        QVERIFY(QTest::qWaitFor([&] { return duet.view().answers >= 16; }, 20'000));
        const Take take = duet.stop();
        const DuetView view = duet.view();
        qInfo("%d of %d steps later than 30 ms, the latest by %.1f ms", view.late, view.answers, view.worst * 1e3);
        QVERIFY(peer.struck() > 0);
        QTRY_COMPARE_WITH_TIMEOUT(peer.sounding(), std::size_t{0}, 10'000);
        int yours = 0;
        for (int step = 0; step < 16; ++step) yours += take.roll.plays(step, 60) ? 1 : 0;
        QVERIFY(yours >= 1 && yours < 16);
    }
};

QTEST_GUILESS_MAIN(tst_DuetPorts)
#include "tst_DuetPorts.moc"
