// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/Quantizer.h"
#include "core/music/ScoreTracks.h"
#include "core/sound/EncodedFile.h"
#include "core/sound/SoundFonts.h"
#include "core/sound/WavRenderer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sndfile.h>

#include <cmath>
#include <thread>

using namespace ricercar;

namespace {

struct Read {
    SF_INFO info{};
    std::vector<float> samples;
};

Read readSound(const std::filesystem::path& path) {
    Read read;
    SNDFILE* file = sf_open(path.c_str(), SFM_READ, &read.info);
    if (!file) return read;
    read.samples.resize(static_cast<std::size_t>(read.info.frames * read.info.channels));
    sf_readf_float(file, read.samples.data(), read.info.frames);
    sf_close(file);
    return read;
}

double rms(const std::vector<float>& samples) {
    double sum = 0.0;
    for (const float sample : samples) sum += static_cast<double>(sample) * static_cast<double>(sample);
    return samples.empty() ? 0.0 : std::sqrt(sum / static_cast<double>(samples.size()));
}

Score scale() {
    PianoRoll roll(pianoRange, 64);
    for (int i = 0; i < 16; ++i) roll.addNote(4 * i, 4, 60 + i);
    return toScore(roll, 240.0);
}

}  // namespace

class tst_EncodedFile : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path path(const char* name) const { return folder_.path().toStdString() + "/" + name; }

private slots:
    void endingsSayTheFormat() {
        QCOMPARE(soundFormatOf("a.flac"), SoundFormat::Flac);
        QCOMPARE(soundFormatOf("a.OGG"), SoundFormat::Ogg);
        QCOMPARE(soundFormatOf("a.oga"), SoundFormat::Ogg);
        QCOMPARE(soundFormatOf("a.wav"), SoundFormat::Wav);
        for (const char* other : {"a", "a.mp3", "a.wav.part", "wav"}) {
            try {
                soundFormatOf(other);
                QFAIL(other);
            } catch (const Error& error) {
                QCOMPARE(error.message().id, MessageId::InvalidSetting);
                QVERIFY(std::string(error.what()).find(".flac") != std::string::npos);
            }
        }
    }

    /// The three formats hold the same sound.
    void theSameMusicInEveryFormat() {
        if (!defaultSoundFont()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        const WavFacts wav = renderWav(scale(), path("a.wav"));
        const Read plain = readSound(path("a.wav"));
        QVERIFY(wav.complete);
        QCOMPARE(plain.info.channels, 2);
        QVERIFY(rms(plain.samples) > 0.01);
        for (const char* name : {"a.flac", "a.ogg"}) {
            const WavFacts facts = renderWav(scale(), path(name));
            QVERIFY(facts.complete);
            QCOMPARE(facts.seconds, wav.seconds);
            const Read read = readSound(path(name));
            QCOMPARE(read.info.samplerate, 44100);
            QCOMPARE(read.info.frames, plain.info.frames);
            QVERIFY(std::abs(rms(read.samples) / rms(plain.samples) - 1.0) < 0.02);
            QVERIFY(std::filesystem::file_size(path(name)) < std::filesystem::file_size(path("a.wav")));
        }
        const Read flac = readSound(path("a.flac"));
        QCOMPARE(flac.info.format & SF_FORMAT_TYPEMASK, int{SF_FORMAT_FLAC});
        for (std::size_t i = 0; i < flac.samples.size(); i += 97)
            QVERIFY(std::abs(flac.samples[i] - plain.samples[i]) < 1.0F / 16384.0F);
        QCOMPARE(readSound(path("a.ogg")).info.format & SF_FORMAT_TYPEMASK, int{SF_FORMAT_OGG});
    }

    void stoppedOrRefusedItLeavesNothing() {
        if (!defaultSoundFont()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        QTemporaryDir clean;
        const std::filesystem::path flac = clean.path().toStdString() + "/stopped.flac";
        std::stop_source stop;
        const Task task(stop.get_token(), [&](std::uint64_t done, std::uint64_t total) {
            if (done > total / 4) stop.request_stop();
        });
        QVERIFY(!renderWav(scale(), flac, {}, task).complete);
        QVERIFY(QDir(clean.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
        bool refused = false;
        try {
            renderWav(scale(), path("no such folder/a.ogg"));
        } catch (const Error& error) {
            refused = error.kind() == ErrorKind::Unwritable;
        }
        QVERIFY(refused);
    }
};

QTEST_GUILESS_MAIN(tst_EncodedFile)
#include "tst_EncodedFile.moc"
