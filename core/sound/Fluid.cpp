#include "core/sound/Fluid.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/sound/SoundFonts.h"
#include "core/sound/Synthesizer.h"

#include <algorithm>

namespace ricercar::fluid {

Settings makeSettings(const Setup& setup) {
    prepareSoundLibraries();
    Settings settings(new_fluid_settings());
    if (!settings) throw Error(ErrorKind::Internal, {MessageId::Internal, {"FluidSynth has no settings"}});
    fluid_settings_setnum(settings.get(), "synth.gain", boundedGain(setup.gain));
    fluid_settings_setnum(settings.get(), "synth.sample-rate", setup.sampleRate);
    fluid_settings_setint(settings.get(), "synth.reverb.active", setup.reverb ? 1 : 0);
    fluid_settings_setint(settings.get(), "synth.chorus.active", setup.chorus ? 1 : 0);
    fluid_settings_setint(settings.get(), "synth.dynamic-sample-loading", setup.loadOnDemand ? 1 : 0);
    fluid_settings_setint(settings.get(), "synth.lock-memory", 0);
    if (setup.clicks) fluid_settings_setint(settings.get(), "synth.midi-channels", 2 * clickChannel);
    return settings;
}

Synth makeSynth(const Settings& settings) {
    Synth synth(new_fluid_synth(settings.get()));
    if (!synth) throw Error(ErrorKind::Internal, {MessageId::Internal, {"FluidSynth cannot be started"}});
    return synth;
}

std::filesystem::path chooseSoundFont(const std::filesystem::path& path) {
    if (!path.empty()) return path;
    if (auto found = defaultSoundFont()) return *found;
    throw Error(ErrorKind::NotFound, {MessageId::SoundFontMissing, {}});
}

int loadSoundFont(fluid_synth_t* synth, const std::filesystem::path& path) {
    checkSoundFont(path);
    const int id = fluid_is_soundfont(path.c_str()) ? fluid_synth_sfload(synth, path.c_str(), 1) : FLUID_FAILED;
    if (id == FLUID_FAILED) throw Error(ErrorKind::Damaged, {MessageId::SoundFontUnreadable, {displayPath(path)}});
    return id;
}

void send(fluid_synth_t* synth, const MidiMessage& message) noexcept {
    const int channel = message.channel();
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
