// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <span>

namespace ricercar {

enum class SoundFormat { Wav, Flac, Ogg };

/// By the file name's ending: .wav; .flac; .ogg and .oga (Vorbis). Throws Error Invalid (InvalidSetting) for any other.
SoundFormat soundFormatOf(const std::filesystem::path& path);

/// A stereo FLAC (24 bits) or Ogg Vorbis file that is written beside its place as it grows. Gone again unless commit() was
/// reached. Throws Error Unwritable, as all that writes.
class EncodedFile {
public:
    EncodedFile(const std::filesystem::path& path, SoundFormat format, int sampleRate);
    ~EncodedFile();
    EncodedFile(const EncodedFile&) = delete;
    EncodedFile& operator=(const EncodedFile&) = delete;

    /// Interleaved, -1 .. 1.
    void write(std::span<const float> samples);
    /// Flushes to disk and renames.
    void commit();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace ricercar
