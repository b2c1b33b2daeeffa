// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/sound/MidiInput.h"
#include "core/sound/MidiOutput.h"
#include "core/sound/MidiPorts.h"
#include "core/sound/MidiSystem.h"
#include "core/sound/Player.h"
#include "core/sound/Synthesizer.h"
#include "tests/core/sound/DummyServer.h"
#include "tests/core/sound/Peer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace ricercar;
using namespace std::chrono_literals;
using test::DummyServer;
using test::Peer;

namespace {

ErrorKind errorOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::Internal;
}

bool has(const std::vector<MidiPortInfo>& ports, const std::string& name) {
    return std::any_of(ports.begin(), ports.end(), [&](const MidiPortInfo& port) { return port.name == name; });
}

}  // namespace

class tst_MidiPorts : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

private slots:
    void initTestCase() {
        DummyServer::prepare(folder_.path());
        prepareSoundLibraries();
    }

    void cleanupTestCase() { DummyServer::cleanUp(); }

    void withoutAMidiSystemTheListIsEmptyAndSaysWhy() {
        MidiPorts ports(1h);
        QVERIFY(ports.refreshAndWait());
        const MidiPortList list = ports.snapshot();
        QVERIFY(list.serial > 0);
        if (!list.inputs.empty() || !list.outputs.empty() || !list.reason) QSKIP("this machine has a MIDI system");
        QCOMPARE(list.reason->id, MessageId::MidiNoSystem);
        qInfo("%s", english(*list.reason).c_str());
        QVERIFY(QString::fromStdString(english(*list.reason)).contains("JACK"));
        QCOMPARE(errorOf([] { openMidiOutput("anything"); }), ErrorKind::Device);
        QCOMPARE(errorOf([] { MidiInput input("anything"); }), ErrorKind::Device);
        QCOMPARE(errorOf([] { openMidiOutput(""); }), ErrorKind::Device);
    }

    void portsKeepTheirNames() {
        const std::vector<std::string> names{
            "Keys:Keys MIDI 1 24:0", "Keys:Keys MIDI 1 28:0", "synth:in", "synth-01:in", "a 1", "", ":", "12:3", "-01:"};
        const std::vector<std::string> stable{
            "Keys:Keys MIDI 1", "Keys:Keys MIDI 1 (2)", "synth:in", "synth:in (2)", "a 1", "", ":", "12:3", ": (2)"};
        QCOMPARE(midi::stableNames(names), stable);
        QCOMPARE(midi::findPort(stable, "synth:in (2)"), 3);
        QCOMPARE(midi::findPort(stable, "synth"), 2);
        QCOMPARE(midi::findPort(stable, "organ"), -1);
        QCOMPARE(midi::findPort(stable, ""), -1);
    }

    /// Both directions through two of our ports, wired by the server: what is sent is what comes, in order.
    void jackCarriesEveryMessage() {
        DummyServer server;
        if (const char* reason = server.whyNot()) QSKIP(reason);
        QVERIFY(server.ready());
        Peer peer;
        MidiPorts ports(1h);
        QVERIFY(ports.refreshAndWait());
        const MidiPortList list = ports.snapshot();
        QVERIFY(!list.reason);
        QVERIFY(has(list.outputs, "ricercar-peer:in"));
        QVERIFY(has(list.inputs, "ricercar-peer:out"));

        const std::shared_ptr<Sink> out = openMidiOutput("ricercar-peer:in");
        MidiInput in("peer:out", "JACK");
        QCOMPARE(in.name(), std::string("ricercar-peer:out"));
        QCOMPARE(out->name(), std::string("ricercar-peer:in"));

        Random random(1);
        std::vector<MidiMessage> sent;
        std::vector<MidiMessage> arrived;
        for (int i = 0; i < 600; ++i) {
            const int kind = static_cast<int>(random.below(7));
            MidiMessage message{static_cast<std::uint8_t>(0x80 + 16 * kind + static_cast<int>(random.below(16))),
                                static_cast<std::uint8_t>(random.below(128)), static_cast<std::uint8_t>(random.below(128))};
            if (message.size() == 2) message.data2 = 0;
            sent.push_back(message);
            out->send(message);
            if (i % 100 == 99) QTRY_COMPARE(peer.arrived(), static_cast<std::size_t>(i + 1));
        }
        // the peer sends back what it got
        peer.echo();
        QTRY_VERIFY2(
            [&] {
                for (const MidiArrival& one : in.drain()) arrived.push_back(one.message);
                return arrived.size() >= sent.size();
            }(),
            qPrintable(QString::number(arrived.size())));
        QCOMPARE(arrived, sent);
        QCOMPARE(in.lost(), std::uint64_t{0});

        // a player on that port: every note ends
        {
            Player player(out);
            SoundEvents events;
            for (int i = 0; i < 40; ++i) events.list.push_back({i * 0.002, MidiMessage::on(0, 40 + i, 90)});
            events.seconds = 10.0;
            player.load(events);
            player.play();
            QTRY_VERIFY(player.position() > 0.08);
        }
        QTRY_VERIFY(peer.sounding() == 0 && peer.struck() >= 40);
    }

    /// Another program sends to the same port: both are heard, and one that goes does not take the other along.
    void twoProgramsShareAPort() {
        DummyServer server;
        if (const char* reason = server.whyNot()) QSKIP(reason);
        QVERIFY(server.ready());
        Peer peer;
        auto other = std::make_unique<RtMidiOut>(RtMidi::UNIX_JACK, "ricercar-other");
        const auto send = [&](int pitch) {
            const std::vector<unsigned char> bytes{0x90, static_cast<unsigned char>(pitch), 90};
            other->sendMessage(&bytes);
        };
        unsigned int place = 0;
        for (unsigned int i = 0; i < other->getPortCount(); ++i)
            if (other->getPortName(i).find("ricercar-peer:in") != std::string::npos) place = i;
        other->openPort(place);
        const std::shared_ptr<Sink> ours = openMidiOutput("ricercar-peer:in");
        const std::shared_ptr<Sink> again = openMidiOutput("ricercar-peer:in");  // a second window
        MidiInput in("ricercar-peer:out"), inAgain("ricercar-peer:out");
        for (int i = 0; i < 20; ++i) {
            send(30 + i);
            ours->send(MidiMessage::on(0, 60 + i, 90));
            again->send(MidiMessage::on(0, 90 + i, 90));
        }
        QTRY_COMPARE(peer.struck(), std::size_t{60});
        other.reset();
        again->panic();
        ours->send(MidiMessage::on(1, 60, 90));
        QTRY_COMPARE(peer.struck(), std::size_t{61});
        peer.echo();
        std::size_t first = 0, second = 0;
        QTRY_VERIFY((first += in.drain().size()) >= 61);
        QTRY_VERIFY((second += inAgain.drain().size()) >= 61);
    }

    void aServerThatGoesTakesItsPortsAlongAndHangsNobody() {
        DummyServer server;
        if (const char* reason = server.whyNot()) QSKIP(reason);
        QVERIFY(server.ready());
        MidiPorts ports(1h);
        {
            auto peer = std::make_unique<Peer>();
            const std::shared_ptr<Sink> out = openMidiOutput("ricercar-peer");
            MidiInput in("ricercar-peer");
            QVERIFY(ports.refreshAndWait());
            QVERIFY(!ports.snapshot().outputs.empty());
            Player player(out);
            player.load(SoundEvents{{{0.0, MidiMessage::on(0, 60, 90)}}, 1000.0});
            player.play();
            QTRY_COMPARE(peer->struck(), std::size_t{1});
            server.stop();
            peer->abandon();
            QTRY_VERIFY(ports.refreshAndWait() && ports.snapshot().reason);
            QVERIFY(ports.snapshot().outputs.empty());
            for (int i = 0; i < 20000; ++i) player.send(MidiMessage::control(0, 7, i % 128));
            player.stop();
            QTRY_COMPARE(player.state(), Player::State::Stopped);
        }
        DummyServer another;
        QVERIFY(another.ready());
        Peer peer;
        QVERIFY(ports.refreshAndWait());
        QVERIFY(has(ports.snapshot().outputs, "ricercar-peer:in"));
        const std::shared_ptr<Sink> out = openMidiOutput("ricercar-peer:in");
        out->send(MidiMessage::on(0, 61, 90));
        QTRY_COMPARE(peer.struck(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(tst_MidiPorts)
#include "tst_MidiPorts.moc"
