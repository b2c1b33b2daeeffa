// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/Archive.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

/// Any bytes are an archive or an Error; its members have names in UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ricercar;
    static const int memory = ::memfd_create("fuzz.zip", MFD_CLOEXEC);
    static const std::string path = "/proc/self/fd/" + std::to_string(memory);
    if (::ftruncate(memory, 0) != 0 || ::pwrite(memory, data, size, 0) != static_cast<ssize_t>(size)) return 0;
    try {
        Archive archive(path);
        for (int members = 0; members < 1000; ++members) {
            const auto member = archive.next();
            if (!member) break;
            if (validUtf8(member->name) != member->name) std::abort();
        }
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Damaged && error.kind() != ErrorKind::Unsupported) std::abort();
    }
    return 0;
}
