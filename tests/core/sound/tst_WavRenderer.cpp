// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/sound/SoundFonts.h"
#include "core/sound/WavRenderer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <thread>

using namespace ricercar;

namespace {

/// `seconds` of four-part chords at 120, a chord an eighth, with a bass.
Score piece(int seconds) {
    Score score;
    for (int i = 0; i < seconds * 4; ++i)
        for (const int pitch : {36 + i % 12, 60 + i % 5, 64 + i % 7, 67 + i % 3})
            score.notes.push_back(
                {i * 240, 220, static_cast<std::uint8_t>(pitch), 90, static_cast<std::uint8_t>(pitch % 4), 0});
    score.end = seconds * 960;
    score.events = {{0, 0xC1, 40, 0, 0}, {0, 0xC2, 19, 0, 0}};
    return score;
}

struct Wav {
    std::uint32_t rate = 0;
    std::vector<double> left, right;
};

std::uint32_t number(const Bytes& bytes, std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) value |= std::uint32_t{bytes.at(at + static_cast<std::size_t>(i))} << (8 * i);
    return value;
}

std::string text(const Bytes& bytes, std::size_t at) {
    return {bytes.begin() + static_cast<long>(at), bytes.begin() + static_cast<long>(at) + 4};
}

/// By the format's description: RIFF size WAVE, "fmt " 16 (PCM, 2 channels, rate, bytes a second, frame size, bits), data size.
Wav parse(const Bytes& bytes) {
    Wav wav;
    const bool valid = text(bytes, 0) == "RIFF" && number(bytes, 4, 4) == bytes.size() - 8 && text(bytes, 8) == "WAVE" &&
                       text(bytes, 12) == "fmt " && number(bytes, 16, 4) == 16 && number(bytes, 20, 2) == 1 &&
                       number(bytes, 22, 2) == 2 && number(bytes, 28, 4) == number(bytes, 24, 4) * 4 &&
                       number(bytes, 32, 2) == 4 && number(bytes, 34, 2) == 16 && text(bytes, 36) == "data" &&
                       number(bytes, 40, 4) == bytes.size() - 44;
    if (!valid) return wav;
    wav.rate = number(bytes, 24, 4);
    for (std::size_t i = 44; i + 3 < bytes.size(); i += 4) {
        wav.left.push_back(static_cast<std::int16_t>(number(bytes, i, 2)) / 32767.0);
        wav.right.push_back(static_cast<std::int16_t>(number(bytes, i + 2, 2)) / 32767.0);
    }
    return wav;
}

double rms(const std::vector<double>& samples, std::size_t from, std::size_t to) {
    double sum = 0.0;
    for (std::size_t i = from; i < to; ++i) sum += samples.at(i) * samples.at(i);
    return std::sqrt(sum / static_cast<double>(to - from));
}

/// Power of one frequency (Goertzel, 1958).
double power(const std::vector<double>& samples, std::size_t from, std::size_t count, double frequency, double rate) {
    const double c = 2.0 * std::cos(2.0 * std::numbers::pi * frequency / rate);
    double a = 0.0;
    double b = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const double next = samples.at(from + i) + c * a - b;
        b = a;
        a = next;
    }
    return a * a + b * b - c * a * b;
}

}  // namespace

class tst_WavRenderer : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path path(const char* name) const { return folder_.path().toStdString() + "/" + name; }
    int files() const {
        return static_cast<int>(QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size());
    }
    bool mute() const { return !defaultSoundFont(); }

private slots:
    void aPieceBecomesAFileThatSounds() {
        if (mute()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        const WavFacts facts = renderWav(piece(20), path("piece.wav"));
        qInfo("%.1f s of sound, peak %.3f, RMS %.3f, %llu clipped, %.0f times real time", facts.seconds, facts.peak, facts.rms,
              static_cast<unsigned long long>(facts.clipped), facts.speed);
        QVERIFY(facts.complete);
        const Wav wav = parse(readFile(path("piece.wav")));
        QCOMPARE(wav.rate, 44100U);
        QCOMPARE(static_cast<double>(wav.left.size()) / 44100.0, facts.seconds);
        QVERIFY(facts.seconds > 20.0 && facts.seconds < 25.1);
        QVERIFY(std::abs(facts.peak - 0.9) < 1e-6);
        QCOMPARE(facts.clipped, std::uint64_t{0});
        QVERIFY(rms(wav.left, 0, 44100) > 0.01);
        QVERIFY(rms(wav.right, 18 * 44100, 19 * 44100) > 0.01);
        QVERIFY(rms(wav.left, wav.left.size() - 441, wav.left.size()) < 1e-3);  // no click at the end
        // the same once more: the same bytes
        renderWav(piece(20), path("again.wav"));
        QVERIFY(readFile(path("again.wav")) == readFile(path("piece.wav")));
    }

    void loudnessIsTheSameMusicScaled() {
        if (mute()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        WavOptions options;
        options.normalize = false;
        const WavFacts plain = renderWav(piece(2), path("plain.wav"), options);
        const WavFacts full = renderWav(piece(2), path("full.wav"));
        const Wav a = parse(readFile(path("plain.wav")));
        const Wav b = parse(readFile(path("full.wav")));
        QCOMPARE(a.left.size(), b.left.size());
        const double scale = full.peak / plain.peak;
        for (std::size_t i = 0; i < a.left.size(); ++i)
            if (std::abs(a.left[i] * scale - b.left[i]) > 1e-4 * scale) QFAIL("another sample");
        options.gain = 5.0;
        const WavFacts loud = renderWav(piece(2), path("loud.wav"), options);
        QVERIFY(loud.peak > 1.0 && loud.clipped > 0);
        const Wav c = parse(readFile(path("loud.wav")));
        QCOMPARE(*std::max_element(c.left.begin(), c.left.end()), 1.0);
    }

    void silenceIsNotMadeLoud() {
        if (mute()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        WavOptions options;
        options.gain = 0.0;
        const WavFacts facts = renderWav(piece(1), path("silent.wav"), options);
        QVERIFY(facts.peak < 1e-4 && facts.factor == 1.0);
        options.gain = 0.2;
        options.normalize = false;
        const double quiet = renderWav(piece(1), path("quiet.wav"), options).peak;
        options.gain = 0.4;
        QVERIFY(std::abs(renderWav(piece(1), path("louder.wav"), options).peak / quiet - 2.0) < 0.01);
    }

    void eachPortHasItsPrograms() {
        if (mute()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        // a piano note dies away; one of an organ on the same channel of another port does not make it an organ
        Score score;
        score.notes = {{0, 960, 48, 80, 0, 0}, {1920, 1920, 48, 80, 0, 0}};
        score.end = 3840;
        WavOptions options;
        options.normalize = false;
        renderWav(score, path("one.wav"), options);
        score.events = {{960, 0xC0, 19, 0, 1, 1}};
        renderWav(score, path("two.wav"), options);
        QVERIFY(readFile(path("one.wav")) == readFile(path("two.wav")));
        score.events = {{960, 0xC0, 19, 0, 0, 0}};
        renderWav(score, path("organ.wav"), options);
        QVERIFY(readFile(path("one.wav")) != readFile(path("organ.wav")));
    }

    void drumPartsSoundAsDrums() {
        if (mute()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        Score score;
        score.notes = {{0, 480, 38, 100, 9, 0}};
        score.end = 480;
        const auto bytesOf = [&](const char* name) {
            WavOptions options;
            options.normalize = options.reverb = options.chorus = false;
            renderWav(score, path(name), options);
            return readFile(path(name));
        };
        const Bytes drum = bytesOf("drum.wav");
        score.notes[0].channel = 2;
        const Bytes piano = bytesOf("piano.wav");
        QVERIFY(drum != piano);
        score.events = {{0, 0xB2, 0, 127, 0}, {0, 0xC2, 0, 0, 0}};
        QVERIFY(bytesOf("xg.wav") == drum);
        score.notes[0].channel = 9;
        score.events = {{0, 0xB9, 0, 121, 0}, {0, 0xC9, 0, 0, 0}};
        QVERIFY(bytesOf("melodic.wav") == piano);
        score.notes[0].port = 1;
        score.events.clear();
        QVERIFY(bytesOf("port.wav") == drum);
    }

    void theRightNoteAtTheRightTime() {
        if (mute()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        Score score;
        score.notes = {{960, 960, 69, 110, 0, 0}};  // A4 from 1 s to 2 s
        score.events = {{0, 0xC0, 73, 0, 0}};       // flute
        score.end = 1920;
        WavOptions options;
        options.sampleRate = 48000;
        options.reverb = false;
        options.chorus = false;
        renderWav(score, path("a.wav"), options);
        const Wav wav = parse(readFile(path("a.wav")));
        QCOMPARE(wav.rate, 48000U);
        std::size_t first = 0;
        while (first < wav.left.size() && std::abs(wav.left[first]) < 1e-3) ++first;
        const double start = static_cast<double>(first) / 48000.0;
        qInfo("sounds from %.4f s", start);
        QVERIFY(start > 0.999 && start < 1.05);
        const double a4 = power(wav.left, 62400, 24000, 440.0, 48000.0);
        for (const double other : {392.0, 415.3, 466.2, 493.9, 330.0})
            QVERIFY(a4 > 20 * power(wav.left, 62400, 24000, other, 48000.0));
    }

    void aStopLeavesNoFile() {
        if (mute()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        const int before = files();
        std::stop_source stop;
        std::chrono::steady_clock::time_point stoppedAt;
        const Task task(stop.get_token(), [&](std::uint64_t done, std::uint64_t total) {
            QVERIFY(done <= total);
            if (done > 2000 && !stop.stop_requested()) {
                stoppedAt = std::chrono::steady_clock::now();
                stop.request_stop();
            }
        });
        const WavFacts facts = renderWav(piece(600), path("stopped.wav"), {}, task);
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - stoppedAt).count();
        QVERIFY(!facts.complete);
        QCOMPARE(files(), before);
        qInfo("stopped after %.1f ms", took * 1000);
        QVERIFY(took < 0.2);
    }

    void aPieceWithoutNotesIsAnEmptyFile() {
        if (mute()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        const WavFacts facts = renderWav(Score{}, path("empty.wav"));
        QVERIFY(facts.complete);
        QCOMPARE(parse(readFile(path("empty.wav"))).rate, 44100U);
        QCOMPARE(facts.seconds, 0.0);
    }

    void errorsSayWhatToDo() {
        const auto messageOf = [](auto&& action) {
            try {
                action();
            } catch (const Error& error) {
                return error.message().id;
            }
            return MessageId::Internal;
        };
        WavOptions options;
        options.soundFont = path("none.sf2");
        QCOMPARE(messageOf([&] { renderWav(piece(1), path("x.wav"), options); }), MessageId::FileNotFound);
        writeFile(path("noise.sf2"), std::string(1000, 'x'));
        options.soundFont = path("noise.sf2");
        QCOMPARE(messageOf([&] { renderWav(piece(1), path("x.wav"), options); }), MessageId::SoundFontUnreadable);
        options.soundFont = folder_.path().toStdString();
        QCOMPARE(messageOf([&] { renderWav(piece(1), path("x.wav"), options); }), MessageId::SoundFontUnreadable);
        options = {};
        options.sampleRate = 1;
        QCOMPARE(messageOf([&] { renderWav(piece(1), path("x.wav"), options); }), MessageId::InvalidSetting);
        options = {};
        options.gain = std::nan("");
        QCOMPARE(messageOf([&] { renderWav(piece(1), path("x.wav"), options); }), MessageId::InvalidSetting);
        Score endless = piece(1);
        endless.notes.push_back({Tick{1} << 28, 1, 60, 90, 0, 0});
        QCOMPARE(messageOf([&] { renderWav(endless, path("x.wav")); }), MessageId::SoundTooLong);
        QVERIFY(!std::filesystem::exists(path("x.wav")));
        QVERIFY(QString::fromStdString(english({MessageId::SoundFontMissing, {}})).contains("timgm6mb-soundfont"));
        if (mute()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        QCOMPARE(messageOf([&] { renderWav(piece(1), path("none/x.wav")); }), MessageId::FileUnwritable);
    }
};

QTEST_APPLESS_MAIN(tst_WavRenderer)
#include "tst_WavRenderer.moc"
