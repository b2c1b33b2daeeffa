// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/sound/SoundFonts.h"
#include "tests/core/sound/DummyServer.h"
#include "tests/support/TestData.h"
#include "ui/services/AppServices.h"
#include "ui/words/Words.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <rtmidi/RtMidi.h>

#include <algorithm>
#include <memory>

using namespace ricercar;
using test::DummyServer;

namespace {

/// Another program: a keyboard that is played on, and an instrument that is played.
class Peer {
public:
    Peer()
        : in_(std::make_unique<RtMidiIn>(RtMidi::UNIX_JACK, "ricercar-peer")),
          out_(std::make_unique<RtMidiOut>(RtMidi::UNIX_JACK, "ricercar-peer")) {
        in_->setCallback(
            [](double, std::vector<unsigned char>* bytes, void* self) {
                auto* peer = static_cast<Peer*>(self);
                const std::lock_guard lock(peer->mutex_);
                peer->got_.push_back(*bytes);
            },
            this);
        in_->ignoreTypes(true, false, true);
        in_->openVirtualPort("in");
        out_->openVirtualPort("out");
    }
    void play(const MidiMessage& message) {
        const std::vector<unsigned char> bytes{message.status, message.data1, message.data2};
        out_->sendMessage(&bytes);
    }
    int count(int status, int key = -1) const {
        const std::lock_guard lock(mutex_);
        return static_cast<int>(
            std::count_if(got_.begin(), got_.end(), [&](const auto& m) { return m[0] == status && (key < 0 || m[1] == key); }));
    }

private:
    mutable std::mutex mutex_;
    std::vector<std::vector<unsigned char>> got_;
    std::unique_ptr<RtMidiIn> in_;  // gone before what its thread writes to
    std::unique_ptr<RtMidiOut> out_;
};

/// All behind the window, with a workspace of its own and what it says.
struct Rig {
    explicit Rig(const SoundPreferences& preferences, bool openSynth) : services({openSynth, preferences}) {
        QObject::connect(&services.notices, &Notices::posted, &services.store,
                         [this](const Notice& notice) { said << notice.text; });
        services.store.open(toPath(folder.filePath("test.ricercar-db")));
        (void)QTest::qWaitFor([this] { return services.store.isOpen(); }, 20'000);
    }
    bool importPiece() {
        const PianoRoll roll = test::randomRoll(1, 512, {48, 84}, 2.0);
        writeFile(toPath(folder.filePath("piece.mid")), writeMidi(toScore(roll, 100.0)));
        services.importing.start({toPath(folder.filePath("piece.mid"))});
        return QTest::qWaitFor([this] { return services.playback.hasMusic(); }, 30'000);
    }
    [[nodiscard]] bool wasSaid(const QString& part) const {
        return std::any_of(said.begin(), said.end(), [&](const QString& one) { return one.contains(part); });
    }

    QTemporaryDir folder;
    QStringList said;
    AppServices services;
};

constexpr int patience = 20'000;

}  // namespace

/// Devices and ports that come and go while the music plays, on JACK servers of the test's own.
class tst_SoundDevices : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        DummyServer::prepare(folder_.path());
        prepareSoundLibraries();
    }

    void cleanupTestCase() { DummyServer::cleanUp(); }

    void theServerGoesAndComesBackWhileTheMusicPlays() {
        if (!defaultSoundFont()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        if (const char* reason = DummyServer::whyNot()) QSKIP(reason);
        auto server = std::make_unique<DummyServer>();
        QVERIFY(server->ready());
        SoundPreferences preferences;
        preferences.driver = QStringLiteral("jack");
        Rig rig(preferences, true);
        Playback& playback = rig.services.playback;
        QVERIFY(rig.importPiece());
        QTRY_COMPARE_WITH_TIMEOUT(playback.output().kind, Output::Kind::Synth, patience);
        double loudest = 0.0;
        connect(&playback, &Playback::levelChanged, this, [&](double level) { loudest = std::max(loudest, level); });
        playback.play();
        QTRY_VERIFY_WITH_TIMEOUT(loudest > 0.005, patience);

        server.reset();
        QTRY_COMPARE_WITH_TIMEOUT(playback.output().kind, Output::Kind::Silence, patience);
        QVERIFY(!playback.synthProblem().isEmpty());
        QTRY_VERIFY(rig.wasSaid(playback.synthProblem()) || rig.wasSaid(QStringLiteral("jack")));
        QVERIFY(playback.playing());
        const double place = playback.position();
        QTRY_VERIFY(playback.position() > place + 0.5);

        server = std::make_unique<DummyServer>();
        QVERIFY(server->ready());
        QTRY_COMPARE_WITH_TIMEOUT(playback.output().kind, Output::Kind::Synth, patience);
        QVERIFY(playback.synthProblem().isEmpty());
        loudest = 0.0;
        if (!playback.playing()) playback.play();
        QTRY_VERIFY_WITH_TIMEOUT(loudest > 0.005, patience);
        playback.stop();
    }

    void aFontThatIsNoneLeavesTheOldOne() {
        if (!defaultSoundFont()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        if (const char* reason = DummyServer::whyNot()) QSKIP(reason);
        DummyServer server;
        QVERIFY(server.ready());
        SoundPreferences preferences;
        preferences.driver = QStringLiteral("jack");
        Rig rig(preferences, true);
        Playback& playback = rig.services.playback;
        QTRY_COMPARE_WITH_TIMEOUT(playback.output().kind, Output::Kind::Synth, patience);
        writeFile(toPath(folder_.filePath("bad.sf2")), std::string("RIFF0000sfbk, not really"));
        preferences.soundFont = folder_.filePath("bad.sf2");
        playback.setPreferences(preferences);
        QTRY_VERIFY_WITH_TIMEOUT(rig.wasSaid(QStringLiteral("bad.sf2")), patience);
        QTRY_COMPARE(playback.soundFont(), QString());
        double loudest = 0.0;
        connect(&playback, &Playback::levelChanged, this, [&](double level) { loudest = std::max(loudest, level); });
        playback.testTone();
        QTRY_VERIFY_WITH_TIMEOUT(loudest > 0.005, patience);
        preferences.soundFont = fromPath(*defaultSoundFont());  // one that can be read
        playback.setPreferences(preferences);
        QTRY_VERIFY_WITH_TIMEOUT(rig.services.jobs.idle(), patience);
        QCOMPARE(playback.soundFont(), preferences.soundFont);
    }

    void aPortThatIsPulledOutIsUsedAgainWhenItComesBack() {
        if (const char* reason = DummyServer::whyNot()) QSKIP(reason);
        DummyServer server;
        QVERIFY(server.ready());
        auto peer = std::make_unique<Peer>();
        Rig rig({}, false);
        Playback& playback = rig.services.playback;
        QVERIFY(rig.importPiece());
        const QString port = QStringLiteral("ricercar-peer:in");
        QTRY_VERIFY_WITH_TIMEOUT(playback.ports().contains(port), patience);
        SoundPreferences preferences = playback.soundOutput().preferences();
        preferences.ports[port].clock = true;
        preferences.ports[port].channels[0] = 6;
        preferences.output = {Output::Kind::Port, port};
        playback.setPreferences(preferences);
        QTRY_COMPARE_WITH_TIMEOUT(playback.output().kind, Output::Kind::Port, patience);
        playback.play();
        QTRY_VERIFY_WITH_TIMEOUT(peer->count(0x96) > 3, patience);  // on the channel of the map
        QTRY_VERIFY(peer->count(0xFA) == 1 && peer->count(0xF8) > 12);
        QCOMPARE(peer->count(0x90), 0);

        peer.reset();
        QTRY_COMPARE_WITH_TIMEOUT(playback.output().kind, Output::Kind::Silence, patience);
        QVERIFY(rig.wasSaid(port));
        QVERIFY(playback.playing());

        peer = std::make_unique<Peer>();
        QTRY_COMPARE_WITH_TIMEOUT(playback.output().kind, Output::Kind::Port, patience);
        if (!playback.playing()) playback.play();
        QTRY_VERIFY_WITH_TIMEOUT(peer->count(0x96) > 3, patience);
        playback.panic();
        QTRY_VERIFY(peer->count(0xB6, 123) > 0 && peer->count(0xBF, 120) > 0);
        playback.stop();
        QTRY_VERIFY(peer->count(0xFC) >= 1);
        QTRY_COMPARE(peer->count(0x96), peer->count(0x86));
    }

    void whatIsPlayedIsHeardShownAndRecorded() {
        if (const char* reason = DummyServer::whyNot()) QSKIP(reason);
        DummyServer server;
        QVERIFY(server.ready());
        Peer peer;
        Rig rig({}, false);
        Playback& playback = rig.services.playback;
        const QString in = QStringLiteral("ricercar-peer:out"), out = QStringLiteral("ricercar-peer:in");
        QTRY_VERIFY_WITH_TIMEOUT(playback.soundOutput().inputs().contains(in), patience);
        SoundPreferences preferences = playback.soundOutput().preferences();
        preferences.input = in;
        preferences.output = {Output::Kind::Port, out};
        playback.setPreferences(preferences);
        QTRY_VERIFY_WITH_TIMEOUT(playback.midiKeyboard().open(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(playback.output().kind, Output::Kind::Port, patience);
        playback.setTempo(240);

        QSignalSpy pressed(&playback, &Playback::midiKeyPressed);
        QSignalSpy released(&playback, &Playback::midiKeyReleased);
        playback.startRecording();
        QVERIFY(playback.recording());
        QVERIFY(playback.counting());
        QTRY_VERIFY_WITH_TIMEOUT(!playback.counting() && playback.position() > 1.0, patience);
        peer.play(MidiMessage::on(0, 64, 77));
        QTRY_COMPARE(pressed.size(), 1);
        QCOMPARE(pressed[0][0].toInt(), 64);
        QTRY_COMPARE(peer.count(0x90, 64), 1);  // heard at once
        QTRY_VERIFY(playback.position() > 4.0);
        peer.play(MidiMessage::off(0, 64));
        QTRY_COMPARE(released.size(), 1);
        peer.play(MidiMessage::on(0, 67, 90));  // still held at the end
        QTRY_COMPARE(pressed.size(), 2);
        playback.stop();
        QVERIFY(!playback.recording());
        QTRY_COMPARE_WITH_TIMEOUT(rig.services.store.takes().size(), std::size_t{1}, patience);
        const Take take = rig.services.store.takes().front().unpacked();
        const Score played = readMidi(take.score, "take").sequences.front();
        QCOMPARE(played.notes.size(), std::size_t{2});
        QCOMPARE(int{played.notes[0].pitch}, 64);
        QCOMPARE(int{played.notes[0].velocity}, 77);
        QVERIFY(played.notes[0].start > 0 && played.notes[0].duration > 120);
        QCOMPARE(notesOf(take.roll).size(), std::size_t{2});
        QTRY_COMPARE(rig.services.stage.shown().kind, StageContent::Kind::Take);
        QVERIFY(rig.services.stage.shown().score);

        playback.startRecording();  // nothing is played: nothing is kept, and that is said
        QTRY_VERIFY(!playback.counting());
        playback.stopRecording();
        QTRY_VERIFY(!rig.said.isEmpty());
        QCOMPARE(rig.services.store.takes().size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(tst_SoundDevices)
#include "tst_SoundDevices.moc"
