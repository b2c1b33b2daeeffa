// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace ricercar {

/// A 16-bit stereo PCM file that is written beside its place as it grows. Gone again unless commit() was reached.
class WavFile {
public:
    /// Frames (left and right) that the 32-bit sizes of the format can hold.
    static constexpr std::uint64_t mostFrames = (0xFFFFFFFFULL - 36) / 4;

    /// Throws Error Unwritable, as all that writes.
    WavFile(const std::filesystem::path& path, int sampleRate);

    /// Interleaved samples.
    void write(std::span<const std::int16_t> samples);
    /// Completes the header, flushes to disk and renames.
    void commit();

private:
    void flush();
    Bytes header() const;

    NewFile file_;
    int sampleRate_;
    std::uint64_t samples_ = 0;
    Bytes pending_;
};

}  // namespace ricercar
