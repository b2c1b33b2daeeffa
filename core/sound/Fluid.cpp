// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Fluid.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/sound/SoundFonts.h"
#include "core/sound/Synthesizer.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include <sys/types.h>

namespace ricercar::fluid {
namespace {

/// FluidSynth reads a font on the thread that asks for it: what it reads there is counted here.
struct Reading {
    const Task* task;
    std::uint64_t bytes;
    fluid_settings_t* settings;
    std::uint64_t done = 0;

    /// A font that is refused is given to FluidSynth's own loader, which shall then read no samples.
    bool stopped() const {
        if (!task->stopped()) return false;
        fluid_settings_setint(settings, onDemand, 1);
        return true;
    }
};
thread_local Reading* reading = nullptr;

void* openFont(const char* path) { return std::fopen(path, "rb"); }

int readFont(void* into, fluid_long_long_t count, void* file) {
    constexpr fluid_long_long_t piece = 1 << 20;
    auto* to = static_cast<char*>(into);
    for (fluid_long_long_t left = count; left > 0;) {
        if (reading && reading->stopped()) return FLUID_FAILED;
        const auto now = static_cast<std::size_t>(std::min(left, piece));
        if (std::fread(to, 1, now, static_cast<std::FILE*>(file)) != now) return FLUID_FAILED;
        to += now;
        left -= static_cast<fluid_long_long_t>(now);
        if (!reading) continue;
        reading->done = std::min(reading->done + now, reading->bytes);
        reading->task->report(reading->done, reading->bytes);
    }
    return FLUID_OK;
}

int seekFont(void* file, fluid_long_long_t to, int from) {
    return ::fseeko(static_cast<std::FILE*>(file), static_cast<off_t>(to), from) == 0 ? FLUID_OK : FLUID_FAILED;
}

fluid_long_long_t tellFont(void* file) { return ::ftello(static_cast<std::FILE*>(file)); }

int closeFont(void* file) { return std::fclose(static_cast<std::FILE*>(file)) == 0 ? FLUID_OK : FLUID_FAILED; }

}  // namespace

Settings makeSettings(const Setup& setup) {
    prepareSoundLibraries();
    Settings settings(new_fluid_settings());
    if (!settings) throw Error(ErrorKind::Internal, {MessageId::Internal, {"FluidSynth has no settings"}});
    fluid_settings_setnum(settings.get(), "synth.gain", boundedGain(setup.gain));
    fluid_settings_setnum(settings.get(), "synth.sample-rate", setup.sampleRate);
    fluid_settings_setint(settings.get(), "synth.reverb.active", setup.reverb ? 1 : 0);
    fluid_settings_setint(settings.get(), "synth.chorus.active", setup.chorus ? 1 : 0);
    fluid_settings_setint(settings.get(), onDemand, setup.loadOnDemand ? 1 : 0);
    fluid_settings_setint(settings.get(), "synth.lock-memory", 0);
    const int ports = setup.clicks ? mostPorts + 1 : std::clamp(setup.ports, 1, mostPorts);
    fluid_settings_setint(settings.get(), "synth.midi-channels", 16 * ports);
    return settings;
}

Synth makeSynth(const Settings& settings) {
    Synth synth(new_fluid_synth(settings.get()));
    if (!synth) throw Error(ErrorKind::Internal, {MessageId::Internal, {"FluidSynth cannot be started"}});
    if (fluid_sfloader_t* loader = new_fluid_defsfloader(settings.get())) {  // asked before the synthesizer's own
        fluid_sfloader_set_callbacks(loader, openFont, readFont, seekFont, tellFont, closeFont);
        fluid_synth_add_sfloader(synth.get(), loader);
    }
    setDrums(synth.get());
    return synth;
}

void setDrums(fluid_synth_t* synth) noexcept {
    for (int channel = 16 + drumChannel; channel < fluid_synth_count_midi_channels(synth); channel += 16)
        fluid_synth_set_channel_type(synth, channel, CHANNEL_TYPE_DRUM);
}

std::filesystem::path chooseSoundFont(const std::filesystem::path& path) {
    if (!path.empty()) return path;
    if (auto found = defaultSoundFont()) return *found;
    throw Error(ErrorKind::NotFound, {MessageId::SoundFontMissing, {}});
}

int loadSoundFont(fluid_synth_t* synth, const std::filesystem::path& path, const Task& task) {
    checkSoundFont(path);
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(path, error);
    fluid_settings_t* settings = fluid_synth_get_settings(synth);
    int wanted = 0;
    fluid_settings_getint(settings, onDemand, &wanted);
    Reading here{&task, error ? 0 : bytes, settings};
    reading = &here;
    int id = fluid_is_soundfont(path.c_str()) ? fluid_synth_sfload(synth, path.c_str(), 0) : FLUID_FAILED;
    reading = nullptr;
    fluid_settings_setint(settings, onDemand, wanted);
    if (id != FLUID_FAILED && task.stopped()) {
        fluid_synth_sfunload(synth, id, 0);
        id = FLUID_FAILED;
    }
    if (id == FLUID_FAILED) throw Error(ErrorKind::Damaged, {MessageId::SoundFontUnreadable, {displayPath(path)}});
    fluid_synth_program_reset(synth);
    return id;
}

namespace {

/// The program stays, in the bank that the kind of channel asks for.
void setPart(fluid_synth_t* synth, int channel, bool drums) noexcept {
    int font = 0, bank = 0, program = 0;
    fluid_synth_get_program(synth, channel, &font, &bank, &program);
    fluid_synth_set_channel_type(synth, channel, drums ? CHANNEL_TYPE_DRUM : CHANNEL_TYPE_MELODIC);
    if (!drums) fluid_synth_bank_select(synth, channel, 0);
    fluid_synth_program_change(synth, channel, program);
}

}  // namespace

void send(fluid_synth_t* synth, const MidiMessage& message) noexcept {
    const int port = std::min(message.port & 15, std::min(mostPorts, fluid_synth_count_midi_channels(synth) / 16) - 1);
    const int channel = port * 16 + message.channel();
    if (message.isPart()) {
        setPart(synth, port * 16 + message.data1, message.data2 != 0);
        return;
    }
    switch (message.kind()) {
        case 0x80: fluid_synth_noteoff(synth, channel, message.data1); break;
        case 0x90:
            if (message.data2 > 0)
                fluid_synth_noteon(synth, channel, message.data1, message.data2);
            else
                fluid_synth_noteoff(synth, channel, message.data1);
            break;
        case 0xA0: fluid_synth_key_pressure(synth, channel, message.data1, message.data2); break;
        case 0xB0: fluid_synth_cc(synth, channel, message.data1, message.data2); break;
        case 0xC0: fluid_synth_program_change(synth, channel, message.data1); break;
        case 0xD0: fluid_synth_channel_pressure(synth, channel, message.data1); break;
        case 0xE0: fluid_synth_pitch_bend(synth, channel, message.data1 | (message.data2 << 7)); break;
        default: break;
    }
}

}  // namespace ricercar::fluid
