// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/sound/MidiPorts.h"
#include "core/sound/Player.h"
#include "core/sound/SoundFonts.h"
#include "core/sound/Synthesizer.h"
#include "tests/core/sound/DummyServer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <thread>

using namespace ricercar;
using test::DummyServer;

class tst_Synthesizer : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path path(const char* name) const { return folder_.path().toStdString() + "/" + name; }
    SynthesizerOptions toFile(const char* name) const {
        SynthesizerOptions options;
        options.driver = "file";
        options.file = path(name);
        return options;
    }

private slots:
    void initTestCase() {
        DummyServer::prepare(folder_.path());
        prepareSoundLibraries();
    }

    void cleanupTestCase() { DummyServer::cleanUp(); }

    void soundFontsAreFoundInOrder() {
        qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
        std::filesystem::create_directories(path("sounds/sf2"));
        for (const char* name : {"sounds/sf2/zebra.SF3", "sounds/sf2/TimGM6mb.sf2", "sounds/sf2/readme.txt", "mine.sf2"})
            writeFile(path(name), std::string("x"));
        qputenv("RICERCAR_SOUNDFONT", QByteArray::fromStdString(path("mine.sf2")));
        const auto fonts = listSoundFonts();
        QVERIFY(fonts.size() >= 3);
        QCOMPARE(fonts.front(), path("mine.sf2"));
        QCOMPARE(defaultSoundFont(), std::optional(path("mine.sf2")));
        const auto at = [&](const char* name) { return std::find(fonts.begin(), fonts.end(), path(name)) - fonts.begin(); };
        QVERIFY(at("sounds/sf2/TimGM6mb.sf2") < at("sounds/sf2/zebra.SF3"));
        QCOMPARE(std::count(fonts.begin(), fonts.end(), path("sounds/sf2/readme.txt")), 0);
        qunsetenv("RICERCAR_SOUNDFONT");
        qunsetenv("XDG_DATA_HOME");
    }

    void aDeviceThatIsNoneBecomesSilenceWithAReason() {
        if (!defaultSoundFont()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        SynthesizerOptions options;
        options.driver = "jack";
        const OpenedSink opened = openSynthesizer(options);
        QVERIFY(opened.sink && !opened.sink->audible() && !opened.synthesizer);
        QCOMPARE(opened.problem->id, MessageId::SoundNoDevice);
        QCOMPARE(*opened.problem->args.at(0).text(), std::string("jack"));
        options.driver = "no such driver";
        QCOMPARE(openSynthesizer(options).problem->id, MessageId::SoundNoDevice);
        options.soundFont = path("none.sf2");
        QCOMPARE(openSynthesizer(options).problem->id, MessageId::FileNotFound);
    }

    void whatIsPlayedIsHeard() {
        if (!defaultSoundFont()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        {
            const OpenedSink opened = openSynthesizer(toFile("heard.wav"));
            QVERIFY(opened.synthesizer);
            QVERIFY(!opened.problem);
            QCOMPARE(opened.sink->name(), std::string("FluidSynth (file)"));
            Player player(opened.sink);
            SoundEvents events;
            events.list = {{0.0, MidiMessage::on(0, 60, 110)},
                           {0.0, MidiMessage::on(0, 67, 110)},
                           {0.4, MidiMessage::off(0, 60)},
                           {0.4, MidiMessage::off(0, 67)}};
            events.seconds = 0.5;
            player.load(events);
            player.play();
            QTRY_VERIFY(player.finished());
        }
        const Bytes wav = readFile(path("heard.wav"));
        QVERIFY(wav.size() > 44100);
        double peak = 0.0;
        for (std::size_t i = 44; i + 1 < wav.size(); i += 2) {
            const auto sample = static_cast<std::int16_t>(wav[i] | (wav[i + 1] << 8));
            peak = std::max(peak, std::abs(sample / 32768.0));
        }
        qInfo("peak %.3f", peak);
        QVERIFY(peak > 0.05);
    }

    /// Whatever is wrong with a font is found before FluidSynth reads it, and is told in a sentence.
    void badFontsAreRefused() {
        const auto given = defaultSoundFont();
        if (!given) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        const auto why = [&](const std::filesystem::path& font) {
            try {
                checkSoundFont(font);
            } catch (const Error& error) {
                return error.message().id;
            }
            return MessageId::Internal;  // nothing was found
        };
        QCOMPARE(why(*given), MessageId::Internal);
        QCOMPARE(why(path("none.sf2")), MessageId::FileNotFound);
        QCOMPARE(why(folder_.path().toStdString()), MessageId::SoundFontUnreadable);
        writeFile(path("empty.sf2"), std::string());
        QCOMPARE(why(path("empty.sf2")), MessageId::SoundFontUnreadable);
        const Bytes whole = readFile(*given);
        for (const std::size_t kept : {std::size_t{11}, std::size_t{40}, whole.size() / 2, whole.size() - 1}) {
            writeFile(path("cut.sf2"), Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(kept)));
            QCOMPARE(why(path("cut.sf2")), MessageId::SoundFontUnreadable);
        }
        Bytes wrong(whole.begin(), whole.begin() + 4096);
        for (std::size_t i = 16; i < 20; ++i) wrong[i] = 0xFF;  // a list that claims four gigabytes
        writeFile(path("wrong.sf2"), wrong);
        QCOMPARE(why(path("wrong.sf2")), MessageId::SoundFontUnreadable);
        writeFile(path("huge.sf2"), std::string("RIFF"));
        std::filesystem::resize_file(path("huge.sf2"), std::uintmax_t{5} << 30);  // with a hole in it
        QCOMPARE(why(path("huge.sf2")), MessageId::SoundFontTooLarge);
        std::filesystem::remove(path("huge.sf2"));
        SynthesizerOptions options = toFile("never.wav");
        options.soundFont = path("cut.sf2");
        QCOMPARE(openSynthesizer(options).problem->id, MessageId::SoundFontUnreadable);
    }

    void loadingAFontTellsHowFarItIsAndCanBeStopped() {
        const auto given = defaultSoundFont();
        if (!given) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        const OpenedSink opened = openSynthesizer(toFile("progress.wav"));
        QVERIFY(opened.synthesizer);
        std::filesystem::copy_file(*given, path("other.sf2"));  // FluidSynth keeps the samples of a file that it knows
        std::vector<std::uint64_t> told;
        std::uint64_t whole = 0;
        std::stop_source stop;
        const Task task(stop.get_token(), [&](std::uint64_t done, std::uint64_t total) {
            told.push_back(done);
            whole = total;
        });
        QVERIFY(opened.synthesizer->loadSoundFont(path("other.sf2"), task));
        QCOMPARE(opened.synthesizer->soundFont(), std::filesystem::path(path("other.sf2")));
        QCOMPARE(whole, std::uint64_t{std::filesystem::file_size(path("other.sf2"))});
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QVERIFY(told.size() > 5 && told.front() < whole / 10 && told.back() > whole / 10 * 9);

        std::filesystem::copy_file(*given, path("third.sf2"));
        const Task stopped(stop.get_token(), [&](std::uint64_t done, std::uint64_t total) {
            if (done > total / 4) stop.request_stop();
        });
        QVERIFY(!opened.synthesizer->loadSoundFont(path("third.sf2"), stopped));
        QCOMPARE(opened.synthesizer->soundFont(), std::filesystem::path(path("other.sf2")));
    }

    void driversAreListed() {
        const std::vector<std::string> drivers = soundDrivers();
        QVERIFY(std::find(drivers.begin(), drivers.end(), "jack") != drivers.end());
        QVERIFY(std::find(drivers.begin(), drivers.end(), "file") == drivers.end());
        for (const std::string& driver : drivers) soundDevices(driver);
        soundDevices("no such driver");
    }

    void fontAndGainChangeWhilePlaying() {
        if (!defaultSoundFont()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        const OpenedSink opened = openSynthesizer(toFile("changed.wav"));
        QVERIFY(opened.synthesizer);
        Player player(opened.sink);
        SoundEvents events;
        for (int i = 0; i < 2000; ++i) {
            events.list.push_back({i * 0.01, MidiMessage::on(i % 4, 50 + i % 20, 90)});
            events.list.push_back({i * 0.01 + 0.009, MidiMessage::off(i % 4, 50 + i % 20)});
        }
        events.seconds = 20.0;
        player.load(events);
        player.play();
        const std::filesystem::path before = opened.synthesizer->soundFont();
        std::thread worker([&] {
            opened.synthesizer->loadSoundFont({});
            opened.synthesizer->setGain(100.0);
        });
        worker.join();
        QCOMPARE(opened.synthesizer->gain(), 5.0);
        bool refused = false;
        try {
            opened.synthesizer->loadSoundFont(path("none.sf2"));
        } catch (const Error&) {
            refused = true;
        }
        QVERIFY(refused);
        QCOMPARE(opened.synthesizer->soundFont(), before);
        QTRY_VERIFY(player.position() > 0.3);
        player.stop();
    }

    void aSoundServerMayGoAndComeBack() {
        if (!defaultSoundFont()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        if (const char* reason = DummyServer::whyNot()) QSKIP(reason);
        Player player;
        MidiPorts ports(std::chrono::hours(1));
        for (int round = 0; round < 2; ++round) {
            DummyServer server;
            QVERIFY(server.ready());
            SynthesizerOptions options;
            options.driver = "jack";
            const OpenedSink opened = openSynthesizer(options);
            QVERIFY2(!opened.problem, opened.problem ? english(*opened.problem).c_str() : "");
            QCOMPARE(opened.synthesizer->driver(), std::string("jack"));
            player.setSink(opened.sink);
            player.load(SoundEvents{{{0.0, MidiMessage::on(0, 60, 90)}, {50.0, MidiMessage::off(0, 60)}}, 60.0});
            player.play();
            QTRY_VERIFY(player.position() > 0.1);
            double loudest = 0.0;
            QTRY_VERIFY((loudest = std::max(loudest, opened.synthesizer->takeLevel())) > 0.01);
            QVERIFY(opened.synthesizer->alive());
            server.stop();
            QTRY_VERIFY(!opened.synthesizer->alive());
            QTRY_VERIFY(ports.refreshAndWait() && ports.snapshot().reason);
            player.seek(20.0);
            QTRY_VERIFY(player.position() > 20.05);
            player.setSink(nullptr);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Synthesizer)
#include "tst_Synthesizer.moc"
