#include "core/sound/WavRenderer.h"

#include "core/base/Error.h"
#include "core/sound/Fluid.h"
#include "core/sound/SoundEvents.h"
#include "core/sound/WavFile.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

namespace ricercar {
namespace {

constexpr std::uint64_t block = 64;    // FluidSynth's own
constexpr std::uint64_t chunk = 4096;  // most frames between two looks at the stop flag
constexpr double silence = 1e-4;       // -80 dB of full scale
constexpr double quietFor = 0.25;      // seconds below it: the sound has died away
constexpr double fadeSeconds = 0.25;   // at the end of a tail that has not

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
    throw Error(ErrorKind::Invalid,
                {MessageId::InvalidSetting, {name, text(value), "from " + text(lowest) + " to " + text(highest)}});
}

/// Float frames from the synthesizer to 16-bit frames in the file, measured on the way.
class Recorder {
public:
    Recorder(fluid_synth_t* synth, WavFile& file) : synth_(synth), file_(file), frames_(chunk * 2), samples_(chunk * 2) {}

    /// Loudest sample of what was rendered. `fadeFrom`, `fadeTo`: a line from 1 to 0 between these frames.
    double render(std::uint64_t count, std::uint64_t fadeFrom = ~0ULL, std::uint64_t fadeTo = ~0ULL) {
        fluid_synth_write_float(synth_, static_cast<int>(count), frames_.data(), 0, 2, frames_.data(), 1, 2);
        double loudest = 0.0;
        for (std::uint64_t i = 0; i < count * 2; ++i) {
            double value = static_cast<double>(frames_[i]);
            if (const std::uint64_t frame = done_ + i / 2; frame >= fadeFrom)
                value *= 1.0 - static_cast<double>(frame - fadeFrom) / static_cast<double>(fadeTo - fadeFrom);
            loudest = std::max(loudest, std::abs(value));
            squares_ += value * value;
            if (std::abs(value) > 1.0) ++clipped_;
            samples_[i] = static_cast<std::int16_t>(std::lrint(std::clamp(value, -1.0, 1.0) * 32767.0));
        }
        file_.write(std::span(samples_).first(count * 2));
        done_ += count;
        peak_ = std::max(peak_, loudest);
        return loudest;
    }
    [[nodiscard]] std::uint64_t done() const { return done_; }
    void fill(WavFacts& facts, int rate) const {
        facts.seconds = static_cast<double>(done_) / rate;
        facts.peak = peak_;
        facts.rms = done_ ? std::sqrt(squares_ / static_cast<double>(done_ * 2)) : 0.0;
        facts.clipped = clipped_;
    }

private:
    fluid_synth_t* synth_;
    WavFile& file_;
    std::vector<float> frames_;
    std::vector<std::int16_t> samples_;
    std::uint64_t done_ = 0;
    std::uint64_t clipped_ = 0;
    double peak_ = 0.0;
    double squares_ = 0.0;
};

}  // namespace

WavFacts renderWav(const Score& score, const std::filesystem::path& path, const WavOptions& options, const Task& task) {
    requireRange("sample rate", options.sampleRate, 8000, 96000);
    requireRange("gain", options.gain, 0, fluid::highestGain);
    requireRange("tail", options.longestTail, 0, 60);
    const SoundEvents events = soundEvents(score);
    const double rate = options.sampleRate;
    const double last = events.list.empty() ? 0.0 : events.list.back().seconds;
    const double most = static_cast<double>(WavFile::mostFrames) / rate;
    if (last + options.longestTail > most)
        throw Error(ErrorKind::Invalid, {MessageId::SoundTooLong, {hours(last), hours(most)}});

    const std::filesystem::path font = fluid::chooseSoundFont(options.soundFont);
    const auto started = std::chrono::steady_clock::now();
    const fluid::Settings settings =
        fluid::makeSettings({options.gain, options.sampleRate, options.reverb, options.chorus, true});
    const fluid::Synth synth = fluid::makeSynth(settings);
    fluid::loadSoundFont(synth.get(), font);

    WavFile file(path, options.sampleRate);
    Recorder recorder(synth.get(), file);
    WavFacts facts;
    const auto milliseconds = [&](double frames) { return static_cast<std::uint64_t>(frames / rate * 1000.0); };
    const std::uint64_t total = milliseconds((last + options.longestTail) * rate);
    const auto goOn = [&] {
        task.report(std::min(total, milliseconds(static_cast<double>(recorder.done()))), total);
        return !task.stopped();
    };

    // An event takes effect at the start of the block that holds its frame.
    const auto blockOf = [&](double seconds) { return static_cast<std::uint64_t>(seconds * rate) / block * block; };
    for (std::size_t next = 0; next < events.list.size();) {
        const std::uint64_t place = blockOf(events.list[next].seconds);
        while (recorder.done() < place) {
            if (!goOn()) return facts;
            recorder.render(std::min(chunk, place - recorder.done()));
        }
        for (; next < events.list.size() && blockOf(events.list[next].seconds) <= place; ++next)
            fluid::send(synth.get(), events.list[next].message);
    }

    for (int channel = 0; channel < 16; ++channel) fluid::send(synth.get(), MidiMessage::control(channel, 64, 0));
    const std::uint64_t end = recorder.done() + static_cast<std::uint64_t>(options.longestTail * rate) / block * block;
    const std::uint64_t fade = end - std::min(end - recorder.done(), static_cast<std::uint64_t>(fadeSeconds * rate));
    std::uint64_t quiet = 0;
    while (!events.list.empty() && recorder.done() < end && static_cast<double>(quiet) < quietFor * rate) {
        if (!goOn()) return facts;
        const std::uint64_t count = std::min(chunk / 4, end - recorder.done());
        quiet = recorder.render(count, fade, end) < silence ? quiet + count : 0;
    }
    file.commit();
    task.report(total, total);
    recorder.fill(facts, options.sampleRate);
    facts.speed = facts.seconds / std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    facts.complete = true;
    return facts;
}

}  // namespace ricercar
