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
    ~WavFile();
    WavFile(const WavFile&) = delete;
    WavFile& operator=(const WavFile&) = delete;

    /// Interleaved samples.
    void write(std::span<const std::int16_t> samples);
    /// Completes the header, flushes to disk and renames.
    void commit();

private:
    [[noreturn]] void fail(int error);
    void flush();
    Bytes header() const;

    std::filesystem::path path_;
    std::filesystem::path beside_;
    int sampleRate_;
    int file_ = -1;
    std::uint64_t samples_ = 0;
    Bytes pending_;
};

}  // namespace ricercar
