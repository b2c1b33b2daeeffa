#include "core/sound/EncodedFile.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <fcntl.h>
#include <sndfile.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace ricercar {
namespace {

constexpr double quality = 0.6;  // of Vorbis, about 190 kbit/s

}  // namespace

SoundFormat soundFormatOf(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".flac") return SoundFormat::Flac;
    if (ending == ".ogg" || ending == ".oga") return SoundFormat::Ogg;
    return SoundFormat::Wav;
}

struct EncodedFile::Parts {
    std::filesystem::path path;
    std::filesystem::path beside;
    int descriptor = -1;
    SNDFILE* file = nullptr;

    ~Parts() {
        if (file) sf_close(file);
        if (descriptor < 0) return;
        ::close(descriptor);
        ::unlink(beside.c_str());
    }
    [[noreturn]] void fail(const std::string& why) const {
        throw Error(ErrorKind::Unwritable, {MessageId::FileUnwritable, {displayPath(path), why}});
    }
    [[noreturn]] void fail(int error) const { fail(std::generic_category().message(error)); }
};

EncodedFile::EncodedFile(const std::filesystem::path& path, SoundFormat format, int sampleRate)
    : parts_(std::make_unique<Parts>()) {
    static std::atomic<unsigned> serial{0};
    Parts& parts = *parts_;
    parts.path = path;
    parts.beside = path.parent_path() /
                   ("." + path.filename().string() + "." + std::to_string(::getpid()) + "-snd" + std::to_string(++serial));
    parts.descriptor = ::open(parts.beside.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (parts.descriptor < 0) parts.fail(errno);
    SF_INFO info{};
    info.channels = 2;
    info.samplerate = sampleRate;
    info.format = format == SoundFormat::Flac ? SF_FORMAT_FLAC | SF_FORMAT_PCM_24 : SF_FORMAT_OGG | SF_FORMAT_VORBIS;
    parts.file = sf_open_fd(parts.descriptor, SFM_WRITE, &info, 0);
    if (!parts.file) parts.fail(validUtf8(sf_strerror(nullptr)));
    double wanted = quality;
    sf_command(parts.file, SFC_SET_VBR_ENCODING_QUALITY, &wanted, sizeof wanted);
    sf_command(parts.file, SFC_SET_CLIPPING, nullptr, SF_TRUE);
}

EncodedFile::~EncodedFile() = default;

void EncodedFile::write(std::span<const float> samples) {
    const auto frames = static_cast<sf_count_t>(samples.size() / 2);
    if (sf_writef_float(parts_->file, samples.data(), frames) != frames) parts_->fail(validUtf8(sf_strerror(parts_->file)));
}

void EncodedFile::commit() {
    Parts& parts = *parts_;
    const int closed = sf_close(std::exchange(parts.file, nullptr));
    if (closed != 0) parts.fail(validUtf8(sf_error_number(closed)));
    if (::fsync(parts.descriptor) != 0) parts.fail(errno);
    if (::rename(parts.beside.c_str(), parts.path.c_str()) != 0) parts.fail(errno);
    ::close(parts.descriptor);
    parts.descriptor = -1;
}

}  // namespace ricercar
