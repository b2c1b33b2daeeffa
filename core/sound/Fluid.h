#pragma once

#include "core/base/Task.h"
#include "core/sound/SoundEvents.h"

#include <fluidsynth.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace ricercar::fluid {

struct Deleter {
    void operator()(fluid_settings_t* settings) const { delete_fluid_settings(settings); }
    void operator()(fluid_synth_t* synth) const { delete_fluid_synth(synth); }
    void operator()(fluid_audio_driver_t* driver) const { delete_fluid_audio_driver(driver); }
};
using Settings = std::unique_ptr<fluid_settings_t, Deleter>;
using Synth = std::unique_ptr<fluid_synth_t, Deleter>;
using Driver = std::unique_ptr<fluid_audio_driver_t, Deleter>;

inline constexpr double highestGain = 5.0;
/// 0 .. highestGain; 0 for what is no number.
inline double boundedGain(double gain) { return gain > 0.0 ? std::min(gain, highestGain) : 0.0; }

inline constexpr int clickChannel = 16;

struct Setup {
    double gain;
    int sampleRate;
    bool reverb;
    bool chorus;
    bool loadOnDemand;    ///< samples are read when a program asks for them
    bool clicks = false;  ///< a channel for the metronome behind the sixteen
};

/// The setting: samples are read when a program asks for them.
inline constexpr const char* onDemand = "synth.dynamic-sample-loading";

/// Throws Error Internal.
Settings makeSettings(const Setup& setup);
Synth makeSynth(const Settings& settings);
/// `path`, or the default where it is empty. Throws Error NotFound (SoundFontMissing).
std::filesystem::path chooseSoundFont(const std::filesystem::path& path);
/// The id of the loaded font; reports bytes. Throws Error NotFound (FileNotFound), Damaged (SoundFontUnreadable; also when it
/// was stopped), Unsupported (SoundFontTooLarge).
int loadSoundFont(fluid_synth_t* synth, const std::filesystem::path& path, const Task& task = {});
void send(fluid_synth_t* synth, const MidiMessage& message) noexcept;

}  // namespace ricercar::fluid
