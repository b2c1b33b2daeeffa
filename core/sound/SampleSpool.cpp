// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/SampleSpool.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace ricercar {

SampleSpool::SampleSpool(const std::filesystem::path& result) : result_(result) {
    const std::filesystem::path target = writableTarget(result);
    const std::string folder = target.has_parent_path() ? target.parent_path().string() : std::string(".");
    int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) {  // some file systems know no nameless files
        std::string name = folder + "/.ricercar-XXXXXX";
        descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor >= 0) ::unlink(name.c_str());
    }
    if (descriptor < 0) fail();
    file_ = ::fdopen(descriptor, "w+b");
    if (!file_) {
        ::close(descriptor);
        fail();
    }
}

SampleSpool::~SampleSpool() {
    if (file_) std::fclose(file_);
}

void SampleSpool::write(std::span<const float> samples) {
    if (std::fwrite(samples.data(), sizeof(float), samples.size(), file_) != samples.size()) fail();
}

void SampleSpool::rewind() {
    if (std::fflush(file_) != 0 || std::fseek(file_, 0, SEEK_SET) != 0) fail();
}

std::size_t SampleSpool::read(std::span<float> samples) {
    const std::size_t count = std::fread(samples.data(), sizeof(float), samples.size(), file_);
    if (count < samples.size() && std::ferror(file_)) fail();
    return count;
}

void SampleSpool::fail() {
    throw Error(ErrorKind::Unwritable,
                {MessageId::FileUnwritable, {displayPath(result_), std::generic_category().message(errno)}});
}

}  // namespace ricercar
