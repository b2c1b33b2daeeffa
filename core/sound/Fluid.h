// SPDX-License-Identifier: GPL-3.0-or-later
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

/// FluidSynth knows 256 channels at most; the metronome has one behind those of the ports.
inline constexpr int mostPorts = 15;
inline constexpr int clickChannel = 16 * mostPorts;

struct Setup {
    double gain;
    int sampleRate;
    bool reverb;
    bool chorus;
    bool loadOnDemand;    ///< samples are read when a program asks for them
    int ports = 1;        ///< of sixteen channels each; more share the last
    bool clicks = false;  ///< all ports there can be, and a channel for the metronome
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
/// Channel 10 of every port becomes drums; after the synthesizer was made or reset.
void setDrums(fluid_synth_t* synth) noexcept;

}  // namespace ricercar::fluid
