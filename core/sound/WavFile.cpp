#include "core/sound/WavFile.h"

#include "core/base/Error.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace ricercar {
namespace {

void put(Bytes& bytes, std::string_view text) { bytes.insert(bytes.end(), text.begin(), text.end()); }

void put(Bytes& bytes, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>((value >> (8 * i)) & 0xFF));
}

}  // namespace

WavFile::WavFile(const std::filesystem::path& path, int sampleRate) : path_(path), sampleRate_(sampleRate) {
    static std::atomic<unsigned> serial{0};
    beside_ = path.parent_path() /
              ("." + path.filename().string() + "." + std::to_string(::getpid()) + "-wav" + std::to_string(++serial));
    file_ = ::open(beside_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file_ < 0) fail(errno);
    pending_ = header();
}

WavFile::~WavFile() {
    if (file_ < 0) return;
    ::close(file_);
    ::unlink(beside_.c_str());
}

void WavFile::write(std::span<const std::int16_t> samples) {
    for (const std::int16_t sample : samples) put(pending_, static_cast<std::uint16_t>(sample), 2);
    samples_ += samples.size();
    if (pending_.size() >= (1U << 16)) flush();
}

void WavFile::commit() {
    flush();
    const Bytes complete = header();
    if (::pwrite(file_, complete.data(), complete.size(), 0) != static_cast<ssize_t>(complete.size())) fail(errno);
    if (::fsync(file_) != 0) fail(errno);
    if (::rename(beside_.c_str(), path_.c_str()) != 0) fail(errno);
    ::close(file_);
    file_ = -1;
}

void WavFile::fail(int error) {
    throw Error(ErrorKind::Unwritable,
                {MessageId::FileUnwritable, {displayPath(path_), std::generic_category().message(error)}});
}

void WavFile::flush() {
    for (std::size_t done = 0; done < pending_.size();) {
        const ssize_t put = ::write(file_, pending_.data() + done, pending_.size() - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) fail(errno);
        done += static_cast<std::size_t>(put);
    }
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
