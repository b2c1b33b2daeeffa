// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/EncodedFile.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <sndfile.h>

#include <algorithm>
#include <cctype>
#include <string>
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
    if (ending == ".wav") return SoundFormat::Wav;
    const std::string name = displayPath(path.filename());
    rejectSetting(Message{MessageId::SettingSoundEnding, {name}},
                  ending.empty() ? Argument(Message{MessageId::ValueMissing, {}}) : Argument(validUtf8(ending)),
                  Message{MessageId::ValueOneOf, {".wav, .flac, .ogg, .oga"}});
}

struct EncodedFile::Parts {
    explicit Parts(const std::filesystem::path& path) : place(path) {}
    ~Parts() {
        if (file) sf_close(file);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    NewFile place;
    SNDFILE* file = nullptr;
};

EncodedFile::EncodedFile(const std::filesystem::path& path, SoundFormat format, int sampleRate)
    : parts_(std::make_unique<Parts>(path)) {
    Parts& parts = *parts_;
    SF_INFO info{};
    info.channels = 2;
    info.samplerate = sampleRate;
    info.format = format == SoundFormat::Flac ? SF_FORMAT_FLAC | SF_FORMAT_PCM_24 : SF_FORMAT_OGG | SF_FORMAT_VORBIS;
    parts.file = sf_open_fd(parts.place.descriptor(), SFM_WRITE, &info, 0);
    if (!parts.file) parts.place.fail(validUtf8(sf_strerror(nullptr)));
    double wanted = quality;
    sf_command(parts.file, SFC_SET_VBR_ENCODING_QUALITY, &wanted, sizeof wanted);
    sf_command(parts.file, SFC_SET_CLIPPING, nullptr, SF_TRUE);
}

EncodedFile::~EncodedFile() = default;

void EncodedFile::write(std::span<const float> samples) {
    const auto frames = static_cast<sf_count_t>(samples.size() / 2);
    if (sf_writef_float(parts_->file, samples.data(), frames) != frames)
        parts_->place.fail(validUtf8(sf_strerror(parts_->file)));
}

void EncodedFile::commit() {
    Parts& parts = *parts_;
    const int closed = sf_close(std::exchange(parts.file, nullptr));
    if (closed != 0) parts.place.fail(validUtf8(sf_error_number(closed)));
    parts.place.commit();
}

}  // namespace ricercar
