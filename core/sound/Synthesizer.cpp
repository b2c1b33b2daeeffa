// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Synthesizer.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/sound/Fluid.h"
#include "core/sound/JackServer.h"
#include "core/sound/SoundFonts.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <mutex>
#include <vector>

namespace ricercar {
namespace {

/// Fonts up to this size are read whole, so that a change of program costs nothing while playing.
constexpr std::uintmax_t readWhole = std::uintmax_t{40} << 20;

bool large(const std::filesystem::path& path) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    return !error && size > readWhole;
}

using Clock = std::chrono::steady_clock;
constexpr Clock::duration patience = std::chrono::seconds(5);  // PulseAudio may take two to begin

constexpr int highBlock = 76, lowBlock = 77;  // General MIDI's wood blocks

std::int64_t nanoseconds(Clock::time_point time) { return time.time_since_epoch().count(); }

}  // namespace

std::vector<std::string> soundDrivers() {
    prepareSoundLibraries();
    const fluid::Settings settings(new_fluid_settings());
    std::vector<std::string> found;
    fluid_settings_foreach_option(settings.get(), "audio.driver", &found, [](void* list, const char*, const char* option) {
        const std::string name = option;
        // sdl2 needs a library that is not started, "file" is for tests
        if (name != "file" && name != "sdl2") static_cast<std::vector<std::string>*>(list)->push_back(name);
    });
    return found;
}

std::vector<std::string> soundDevices(const std::string& driver) {
    prepareSoundLibraries();
    const fluid::Settings settings(new_fluid_settings());
    std::vector<std::string> found;
    fluid_settings_foreach_option(settings.get(), ("audio." + driver + ".device").c_str(), &found,
                                  [](void* list, const char*, const char* option) {
                                      static_cast<std::vector<std::string>*>(list)->push_back(validUtf8(option));
                                  });
    return found;
}

struct Synthesizer::Parts {
    static int render(void* self, int frames, int, float*[], int outs, float* out[]);
    void readyToClick() {
        fluid_synth_set_channel_type(synth.get(), fluid::clickChannel, CHANNEL_TYPE_DRUM);
        fluid_synth_program_change(synth.get(), fluid::clickChannel, 0);
    }

    std::atomic<float> level{0.0F};
    std::atomic<std::int64_t> beat{0};  ///< when the device last asked for sound; 0: it is not known to
    bool watched = false;
    fluid::Settings settings;
    fluid::Synth synth;
    fluid::Driver audio;
    std::shared_ptr<JackServer> server;  ///< with driver "jack"
    std::string driver;
    mutable std::mutex mutex;  ///< what follows
    std::mutex loading;        ///< one font at a time
    std::filesystem::path font;
    int fontId = 0;
};

/// On the device's thread.
int Synthesizer::Parts::render(void* self, int frames, int, float*[], int outs, float* out[]) {
    auto& parts = *static_cast<Parts*>(self);
    if (outs < 2) return FLUID_FAILED;
    const auto count = static_cast<std::size_t>(frames);
    for (int side = 0; side < outs; ++side) std::fill_n(out[side], count, 0.0F);
    std::array<float*, 4> effects{out[0], out[1], out[0], out[1]};  // reverb and chorus into the same
    const int result = fluid_synth_process(parts.synth.get(), frames, 4, effects.data(), 2, out);
    float loudest = 0.0F;
    for (int side = 0; side < 2; ++side)
        for (std::size_t i = 0; i < count; ++i) loudest = std::max(loudest, std::abs(out[side][i]));
    float seen = parts.level.load(std::memory_order_relaxed);
    while (loudest > seen && !parts.level.compare_exchange_weak(seen, loudest, std::memory_order_relaxed)) {
    }
    parts.beat.store(nanoseconds(Clock::now()), std::memory_order_relaxed);
    return result;
}

Synthesizer::Synthesizer(const SynthesizerOptions& options) : parts_(std::make_unique<Parts>()) {
    Parts& parts = *parts_;
    parts.font = fluid::chooseSoundFont(options.soundFont);
    checkSoundFont(parts.font);
    parts.settings = fluid::makeSettings(
        {options.gain, std::clamp(options.sampleRate, 8000, 96000), options.reverb, options.chorus, large(parts.font), true});
    fluid_settings_t* settings = parts.settings.get();
    fluid_settings_setint(settings, "audio.period-size", std::clamp(options.periodSize, 64, 8192));
    fluid_settings_setint(settings, "audio.periods", std::clamp(options.periods, 2, 64));
    fluid_settings_setint(settings, "audio.jack.autoconnect", 1);
    fluid_settings_setstr(settings, "audio.jack.id", "ricercar");
    if (!options.file.empty()) fluid_settings_setstr(settings, "audio.file.name", options.file.c_str());
    parts.synth = fluid::makeSynth(parts.settings);

    std::vector<std::string> drivers{"pulseaudio", "alsa", "jack"};
    if (!options.driver.empty()) drivers = {options.driver};
    std::string tried;
    for (const std::string& driver : drivers) {
        tried += (tried.empty() ? "" : ", ") + driver;
        if (fluid_settings_setstr(settings, "audio.driver", driver.c_str()) != FLUID_OK) continue;
        if (!options.device.empty())
            fluid_settings_setstr(settings, ("audio." + driver + ".device").c_str(), options.device.c_str());
        parts.beat = nanoseconds(Clock::now());
        parts.audio.reset(new_fluid_audio_driver2(settings, &Parts::render, &parts));
        parts.watched = parts.audio != nullptr;
        if (!parts.audio) parts.audio.reset(new_fluid_audio_driver(settings, parts.synth.get()));
        if (!parts.audio) continue;
        parts.driver = driver;
        if (driver == "jack") parts.server = JackServer::connect();
        break;
    }
    if (!parts.audio) throw Error(ErrorKind::Device, {MessageId::SoundNoDevice, {tried}});
    parts.fontId = fluid::loadSoundFont(parts.synth.get(), parts.font);
    parts.readyToClick();
}

Synthesizer::~Synthesizer() {
    if (!parts_->server || parts_->server->alive()) return;
    // the dead client may still know of all this
    JackServer::abandon(parts_.release());
}

bool Synthesizer::loadSoundFont(const std::filesystem::path& path, const Task& task) {
    const std::lock_guard one(parts_->loading);
    const std::filesystem::path chosen = fluid::chooseSoundFont(path);
    fluid_settings_setint(parts_->settings.get(), fluid::onDemand, large(chosen) ? 1 : 0);
    int id = FLUID_FAILED;
    try {
        id = fluid::loadSoundFont(parts_->synth.get(), chosen, task);
    } catch (const Error&) {
        if (task.stopped()) return false;
        throw;
    }
    fluid_synth_sfunload(parts_->synth.get(), parts_->fontId, 1);
    parts_->fontId = id;
    const std::lock_guard lock(parts_->mutex);
    parts_->font = chosen;
    return true;
}

std::filesystem::path Synthesizer::soundFont() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->font;
}

void Synthesizer::setGain(double gain) {
    fluid_synth_set_gain(parts_->synth.get(), static_cast<float>(fluid::boundedGain(gain)));
}

double Synthesizer::gain() const { return static_cast<double>(fluid_synth_get_gain(parts_->synth.get())); }

std::string Synthesizer::driver() const { return parts_->driver; }

void Synthesizer::send(const MidiMessage& message) noexcept { fluid::send(parts_->synth.get(), message); }

void Synthesizer::click(bool accent) noexcept {
    const int pitch = accent ? highBlock : lowBlock;
    fluid_synth_noteon(parts_->synth.get(), fluid::clickChannel, pitch, accent ? 127 : 96);
    fluid_synth_noteoff(parts_->synth.get(), fluid::clickChannel, pitch);
}

double Synthesizer::takeLevel() noexcept {
    return static_cast<double>(parts_->level.exchange(0.0F, std::memory_order_relaxed));
}

bool Synthesizer::alive() const {
    if (parts_->server && !parts_->server->alive()) return false;
    if (!parts_->watched) return true;
    return nanoseconds(Clock::now()) - parts_->beat.load(std::memory_order_relaxed) < nanoseconds(Clock::time_point(patience));
}

void Synthesizer::reset() noexcept {
    fluid_synth_system_reset(parts_->synth.get());
    fluid::setDrums(parts_->synth.get());
    fluid_synth_program_reset(parts_->synth.get());
    parts_->readyToClick();
}

void Synthesizer::panic() noexcept {
    fluid_synth_t* synth = parts_->synth.get();
    fluid_synth_all_notes_off(synth, -1);
    fluid_synth_all_sounds_off(synth, -1);
    for (int channel = 0; channel < fluid::clickChannel; ++channel) fluid_synth_cc(synth, channel, 121, 0);
}

OpenedSink openSynthesizer(const SynthesizerOptions& options) {
    OpenedSink opened;
    try {
        opened.synthesizer = std::make_shared<Synthesizer>(options);
        opened.sink = std::make_shared<SynthSink>(opened.synthesizer);
    } catch (const Error& error) {
        opened.sink = std::make_shared<SilentSink>();
        opened.problem = error.message();
    }
    return opened;
}

}  // namespace ricercar
