// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/music/Score.h"

#include <cstdint>
#include <filesystem>

namespace ricercar {

struct WavOptions {
    std::filesystem::path soundFont;  ///< empty: defaultSoundFont()
    int sampleRate = 44100;           ///< 8000 .. 96000
    /// The loudest sample becomes 0.9 of full scale: neither quiet nor clipped; what is as good as silent stays so. Without it
    /// `gain` counts.
    bool normalize = true;
    double gain = 0.4;         ///< FluidSynth's, 0 .. 5
    double longestTail = 5.0;  ///< seconds after the last event, 0 .. 60; fewer where the sound has died away
    bool reverb = true;
    bool chorus = true;
};

struct WavFacts {
    double seconds = 0.0;  ///< length of the file
    double peak = 0.0;     ///< of the file; 1 is full scale, above 1 it was clipped
    double rms = 0.0;
    std::uint64_t clipped = 0;  ///< samples out of range
    double factor = 1.0;        ///< by which normalizing multiplied every sample
    double speed = 0.0;         ///< times real time
    bool complete = false;      ///< false: stopped, and no file was written
};

/// Renders a score with FluidSynth to a stereo file, written beside and renamed: by its ending FLAC (24 bits), Ogg Vorbis or
/// WAV (16-bit PCM). It lasts to soundEnd at least. The same score, SoundFont and options give the same sound (WAV and FLAC:
/// the same bytes). Events take effect at blocks of 64 frames. Throws Error NotFound (SoundFontMissing), Damaged
/// (SoundFontUnreadable), Invalid (InvalidSetting; SoundTooLong: more than a WAV file holds), Unwritable.
WavFacts renderWav(const Score& score, const std::filesystem::path& path, const WavOptions& options = {},
                   const Task& task = {});

}  // namespace ricercar
