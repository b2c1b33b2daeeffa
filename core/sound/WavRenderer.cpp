// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/WavRenderer.h"

#include "core/base/Error.h"
#include "core/sound/EncodedFile.h"
#include "core/sound/Fluid.h"
#include "core/sound/SampleSpool.h"
#include "core/sound/SoundEvents.h"
#include "core/sound/WavFile.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>
#include <span>
#include <vector>

namespace ricercar {
namespace {

constexpr std::uint64_t block = 64;    // FluidSynth's own
constexpr std::uint64_t chunk = 4096;  // most frames between two looks at the stop flag
constexpr double silence = 1e-4;       // -80 dB, against the loudest sample so far
constexpr double loudestSample = 0.9;
constexpr double quietFor = 0.25;     // seconds below it: the sound has died away
constexpr double fadeSeconds = 0.25;  // at the end of a tail that has not

std::string hours(double seconds) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", seconds / 3600.0);
    return text.data();
}

void requireRange(const char* name, double value, double lowest, double highest) {
    if (value >= lowest && value <= highest) return;
    const auto text = [](double number) {
        std::array<char, 32> out{};
        std::snprintf(out.data(), out.size(), "%g", number);
        return std::string(out.data());
    };
    rejectSetting(name, text(value), Message{MessageId::ValueRange, {text(lowest), text(highest)}});
}

/// Float frames from the synthesizer to the spool, measured on the way.
class Recorder {
public:
    Recorder(fluid_synth_t* synth, SampleSpool& spool) : synth_(synth), spool_(spool), frames_(chunk * 2) {}

    /// `fadeFrom`, `fadeTo`: a line from 1 to 0 between these frames.
    void render(std::uint64_t count, std::uint64_t fadeFrom = ~0ULL, std::uint64_t fadeTo = ~0ULL) {
        fluid_synth_write_float(synth_, static_cast<int>(count), frames_.data(), 0, 2, frames_.data(), 1, 2);
        double loudest = 0.0;
        for (std::uint64_t i = 0; i < count * 2; ++i) {
            if (const std::uint64_t frame = done_ + i / 2; frame >= fadeFrom)
                frames_[i] *= static_cast<float>(fadeTo - frame) / static_cast<float>(fadeTo - fadeFrom);
            const auto value = static_cast<double>(frames_[i]);
            loudest = std::max(loudest, std::abs(value));
            squares_ += value * value;
        }
        spool_.write(std::span(frames_).first(count * 2));
        done_ += count;
        peak_ = std::max(peak_, loudest);
        quiet_ = loudest <= silence * peak_ ? quiet_ + count : 0;
    }
    [[nodiscard]] std::uint64_t done() const { return done_; }
    /// Frames since the last that was not silent against the loudest.
    [[nodiscard]] std::uint64_t quiet() const { return quiet_; }
    [[nodiscard]] double peak() const { return peak_; }
    [[nodiscard]] double rms() const { return done_ ? std::sqrt(squares_ / static_cast<double>(done_ * 2)) : 0.0; }

private:
    fluid_synth_t* synth_;
    SampleSpool& spool_;
    std::vector<float> frames_;
    std::uint64_t done_ = 0;
    std::uint64_t quiet_ = 0;
    double peak_ = 0.0;
    double squares_ = 0.0;
};

/// The piece and its tail. False where `goOn(frames done)` said so.
template <typename GoOn>
bool perform(fluid_synth_t* synth, const SoundEvents& events, const WavOptions& options, Recorder& recorder, GoOn&& goOn) {
    const double rate = options.sampleRate;
    // An event takes effect at the start of the block that holds its frame.
    const auto blockOf = [&](double seconds) { return static_cast<std::uint64_t>(seconds * rate) / block * block; };
    for (std::size_t next = 0; next < events.list.size();) {
        const std::uint64_t place = blockOf(events.list[next].seconds);
        while (recorder.done() < place) {
            if (!goOn(recorder.done())) return false;
            recorder.render(std::min(chunk, place - recorder.done()));
        }
        for (; next < events.list.size() && blockOf(events.list[next].seconds) <= place; ++next)
            fluid::send(synth, events.list[next].message);
    }
    if (events.list.empty()) return true;
    for (const std::uint64_t last = blockOf(events.seconds); recorder.done() < last;) {  // a rest that is part of the music
        if (!goOn(recorder.done())) return false;
        recorder.render(std::min(chunk, last - recorder.done()));
    }
    for (int channel = 0; channel < fluid_synth_count_midi_channels(synth); ++channel) fluid_synth_cc(synth, channel, 64, 0);
    const std::uint64_t end = recorder.done() + blockOf(options.longestTail);
    const std::uint64_t fade = end - std::min(end - recorder.done(), static_cast<std::uint64_t>(fadeSeconds * rate));
    while (recorder.done() < end && static_cast<double>(recorder.quiet()) < quietFor * rate) {
        if (!goOn(recorder.done())) return false;
        recorder.render(std::min(chunk / 4, end - recorder.done()), fade, end);
    }
    return true;
}

/// From the spool to `write(samples)`, scaled and bounded. The number of samples out of range, or nothing where
/// `goOn(frames done)` said so.
template <typename Write, typename GoOn>
std::optional<std::uint64_t> convert(SampleSpool& spool, double scale, Write&& write, GoOn&& goOn) {
    std::vector<float> samples(chunk * 2);
    std::uint64_t clipped = 0;
    std::uint64_t frames = 0;
    spool.rewind();
    while (const std::size_t count = spool.read(samples)) {
        for (float& sample : std::span(samples).first(count)) {
            const double value = static_cast<double>(sample) * scale;
            if (std::abs(value) > 1.0) ++clipped;
            sample = static_cast<float>(std::clamp(value, -1.0, 1.0));
        }
        write(std::span<const float>(samples).first(count));
        frames += count / 2;
        if (!goOn(frames)) return std::nullopt;
    }
    return clipped;
}

/// 16-bit PCM.
class Pcm {
public:
    Pcm(const std::filesystem::path& path, int sampleRate) : file_(path, sampleRate), written_(chunk * 2) {}
    void write(std::span<const float> samples) {
        for (std::size_t i = 0; i < samples.size(); ++i)
            written_[i] = static_cast<std::int16_t>(std::lrint(static_cast<double>(samples[i]) * 32767.0));
        file_.write(std::span(written_).first(samples.size()));
    }
    void commit() { file_.commit(); }

private:
    WavFile file_;
    std::vector<std::int16_t> written_;
};

}  // namespace

WavFacts renderWav(const Score& score, const std::filesystem::path& path, const WavOptions& options, const Task& task) {
    requireRange("sample rate", options.sampleRate, 8000, 96000);
    requireRange("gain", options.gain, 0, fluid::highestGain);
    requireRange("tail", options.longestTail, 0, 60);
    const SoundEvents events = soundEvents(score);
    const double rate = options.sampleRate;
    const double last = events.list.empty() ? 0.0 : std::max(events.seconds, events.list.back().seconds);
    int ports = 1;
    for (const SoundEvent& event : events.list) ports = std::max(ports, event.message.port + 1);
    const SoundFormat format = soundFormatOf(path);
    const double most = static_cast<double>(WavFile::mostFrames) / rate;
    if (format == SoundFormat::Wav && last + options.longestTail > most)
        throw Error(ErrorKind::Invalid, {MessageId::SoundTooLong, {hours(last), hours(most)}});

    const std::filesystem::path font = fluid::chooseSoundFont(options.soundFont);
    const auto started = std::chrono::steady_clock::now();
    const fluid::Settings settings =
        fluid::makeSettings({options.gain, options.sampleRate, options.reverb, options.chorus, true, ports});
    const fluid::Synth synth = fluid::makeSynth(settings);
    fluid::loadSoundFont(synth.get(), font);

    // Progress in milliseconds of sound; a second of converting counts as a tenth of one of rendering.
    const auto milliseconds = [&](double frames) { return static_cast<std::uint64_t>(frames * 1000.0 / rate); };
    const std::uint64_t rendering = milliseconds((last + options.longestTail) * rate);
    const std::uint64_t total = rendering + rendering / 10;
    const auto goOn = [&](std::uint64_t done) {
        task.report(std::min(done, total), total);
        return !task.stopped();
    };

    std::optional<Pcm> plain;
    std::optional<EncodedFile> encoded;
    if (format == SoundFormat::Wav)
        plain.emplace(path, options.sampleRate);
    else
        encoded.emplace(path, format, options.sampleRate);
    SampleSpool spool(path);
    Recorder recorder(synth.get(), spool);
    WavFacts facts;
    if (!perform(synth.get(), events, options, recorder,
                 [&](std::uint64_t frames) { return goOn(milliseconds(static_cast<double>(frames))); }))
        return facts;
    const double scale = options.normalize && recorder.peak() > silence ? loudestSample / recorder.peak() : 1.0;
    facts.factor = scale;
    const auto clipped = convert(
        spool, scale, [&](std::span<const float> samples) { plain ? plain->write(samples) : encoded->write(samples); },
        [&](std::uint64_t frames) { return goOn(rendering + milliseconds(static_cast<double>(frames)) / 10); });
    if (!clipped) return facts;
    plain ? plain->commit() : encoded->commit();
    task.report(total, total);

    facts.seconds = static_cast<double>(recorder.done()) / rate;
    facts.peak = recorder.peak() * scale;
    facts.rms = recorder.rms() * scale;
    facts.clipped = *clipped;
    facts.speed = facts.seconds / std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    facts.complete = true;
    return facts;
}

}  // namespace ricercar
