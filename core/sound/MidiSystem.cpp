// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/MidiSystem.h"

#include "core/base/Files.h"
#include "core/sound/Synthesizer.h"

#include <alsa/asoundlib.h>

#include <algorithm>

namespace ricercar::midi {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// "Keys:Keys MIDI 1 24:0" → "Keys:Keys MIDI 1", "synth-01:in" → "synth:in"
std::string withoutNumbers(std::string name) {
    std::size_t end = name.size();
    const auto skipDigits = [&] {
        const std::size_t before = end;
        while (end > 0 && digit(name[end - 1])) --end;
        return end < before;
    };
    const auto skip = [&](char c) { return end > 0 && name[end - 1] == c && end--; };
    if (skipDigits() && skip(':') && skipDigits() && skip(' ')) name.resize(end);
    const std::size_t colon = name.find(':');
    if (colon != std::string::npos && colon >= 3 && name[colon - 3] == '-' && digit(name[colon - 2]) && digit(name[colon - 1]))
        name.erase(colon - 3, 3);
    return name;
}

}  // namespace

void keepError(RtMidiError::Type, const std::string& text, void* lastError) { *static_cast<std::string*>(lastError) = text; }

std::vector<RtMidi::Api> apis() {
    prepareSoundLibraries();
    std::vector<RtMidi::Api> compiled;
    RtMidi::getCompiledApi(compiled);
    std::erase(compiled, RtMidi::RTMIDI_DUMMY);
    return compiled;
}

std::string apiName(RtMidi::Api api) { return api == RtMidi::UNIX_JACK ? "JACK" : RtMidi::getApiDisplayName(api); }

bool alsaSequencer(std::string& why) {
    snd_seq_t* sequencer = nullptr;
    const int error = snd_seq_open(&sequencer, "default", SND_SEQ_OPEN_DUPLEX, SND_SEQ_NONBLOCK);
    if (error < 0)
        why = std::string("/dev/snd/seq: ") + snd_strerror(error);
    else
        snd_seq_close(sequencer);
    return error >= 0;
}

std::vector<std::string> stableNames(const std::vector<std::string>& names) {
    std::vector<std::string> stable;
    for (const std::string& name : names) {
        const std::string bare = withoutNumbers(name);
        std::string unique = bare;
        for (int copy = 2; std::find(stable.begin(), stable.end(), unique) != stable.end(); ++copy)
            unique = bare + " (" + std::to_string(copy) + ")";
        stable.push_back(unique);
    }
    return stable;
}

std::vector<std::string> portNames(RtMidi& midi) {
    std::vector<std::string> names;
    const unsigned count = midi.getPortCount();
    for (unsigned i = 0; i < count; ++i) names.push_back(validUtf8(midi.getPortName(i)));
    return stableNames(names);
}

int findPort(const std::vector<std::string>& names, const std::string& wanted) {
    if (wanted.empty()) return -1;
    auto found = std::find(names.begin(), names.end(), wanted);
    if (found == names.end())
        found = std::find_if(names.begin(), names.end(),
                             [&](const std::string& name) { return name.find(wanted) != std::string::npos; });
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

}  // namespace ricercar::midi
