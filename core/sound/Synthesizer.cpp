#include "core/sound/Synthesizer.h"

#include "core/base/Error.h"
#include "core/sound/Fluid.h"
#include "core/sound/JackServer.h"

#include <algorithm>
#include <array>
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

}  // namespace

struct Synthesizer::Parts {
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

Synthesizer::Synthesizer(const SynthesizerOptions& options) : parts_(std::make_unique<Parts>()) {
    Parts& parts = *parts_;
    parts.font = fluid::chooseSoundFont(options.soundFont);
    parts.settings = fluid::makeSettings({options.gain, options.sampleRate, options.reverb, options.chorus, large(parts.font)});
    fluid_settings_t* settings = parts.settings.get();
    fluid_settings_setint(settings, "audio.period-size", 512);
    fluid_settings_setint(settings, "audio.periods", 4);
    fluid_settings_setint(settings, "audio.jack.autoconnect", 1);
    fluid_settings_setstr(settings, "audio.jack.id", "ricercar");
    if (!options.file.empty()) fluid_settings_setstr(settings, "audio.file.name", options.file.c_str());
    parts.synth = fluid::makeSynth(parts.settings);
    parts.fontId = fluid::loadSoundFont(parts.synth.get(), parts.font);

    std::vector<std::string> drivers{"pulseaudio", "alsa", "jack"};
    if (!options.driver.empty()) drivers = {options.driver};
    std::string tried;
    for (const std::string& driver : drivers) {
        tried += (tried.empty() ? "" : ", ") + driver;
        if (fluid_settings_setstr(settings, "audio.driver", driver.c_str()) != FLUID_OK) continue;
        parts.audio.reset(new_fluid_audio_driver(settings, parts.synth.get()));
        if (!parts.audio) continue;
        parts.driver = driver;
        if (driver == "jack") parts.server = JackServer::connect();
        return;
    }
    throw Error(ErrorKind::Device, {MessageId::SoundNoDevice, {tried}});
}

Synthesizer::~Synthesizer() {
    if (!parts_->server || parts_->server->alive()) return;
    JackServer::abandon(parts_->audio.release());
    JackServer::abandon(parts_->synth.release());
    JackServer::abandon(parts_->settings.release());
}

void Synthesizer::loadSoundFont(const std::filesystem::path& path) {
    const std::lock_guard one(parts_->loading);
    const std::filesystem::path chosen = fluid::chooseSoundFont(path);
    const int id = fluid::loadSoundFont(parts_->synth.get(), chosen);
    fluid_synth_sfunload(parts_->synth.get(), parts_->fontId, 1);
    parts_->fontId = id;
    const std::lock_guard lock(parts_->mutex);
    parts_->font = chosen;
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

void Synthesizer::reset() noexcept { fluid_synth_system_reset(parts_->synth.get()); }

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
