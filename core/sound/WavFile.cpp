// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/WavFile.h"

#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace ricercar {
namespace {

void put(Bytes& bytes, std::string_view text) { bytes.insert(bytes.end(), text.begin(), text.end()); }

void put(Bytes& bytes, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>((value >> (8 * i)) & 0xFF));
}

}  // namespace

WavFile::WavFile(const std::filesystem::path& path, int sampleRate)
    : file_(path), sampleRate_(sampleRate), pending_(header()) {}

void WavFile::write(std::span<const std::int16_t> samples) {
    for (const std::int16_t sample : samples) put(pending_, static_cast<std::uint16_t>(sample), 2);
    samples_ += samples.size();
    if (pending_.size() >= (1U << 16)) flush();
}

void WavFile::commit() {
    flush();
    const Bytes complete = header();
    if (::pwrite(file_.descriptor(), complete.data(), complete.size(), 0) != static_cast<ssize_t>(complete.size()))
        file_.fail(errno);
    file_.commit();
}

void WavFile::flush() {
    file_.write(pending_);
    pending_.clear();
}

/// RIFF, "fmt " with WAVE_FORMAT_PCM and "data": 44 bytes.
Bytes WavFile::header() const {
    const std::uint64_t size = samples_ * 2;
    const auto rate = static_cast<std::uint64_t>(sampleRate_);
    Bytes bytes;
    put(bytes, "RIFF");
    put(bytes, size + 36, 4);
    put(bytes, "WAVEfmt ");
    put(bytes, 16, 4);
    put(bytes, 1, 2);         // PCM
    put(bytes, 2, 2);         // channels
    put(bytes, rate, 4);      // frames a second
    put(bytes, rate * 4, 4);  // bytes a second
    put(bytes, 4, 2);         // bytes a frame
    put(bytes, 16, 2);        // bits a sample
    put(bytes, "data");
    put(bytes, size, 4);
    return bytes;
}

}  // namespace ricercar
