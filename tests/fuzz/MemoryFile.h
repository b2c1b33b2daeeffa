// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace ricercar::test {

/// A file that is never on a disk, for what reads by its path.
class MemoryFile {
public:
    explicit MemoryFile(const char* name)
        : descriptor_(::memfd_create(name, MFD_CLOEXEC)), path_("/proc/self/fd/" + std::to_string(descriptor_)) {}
    ~MemoryFile() { ::close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    /// Whether it holds these bytes now, and nothing else.
    bool hold(const std::uint8_t* data, std::size_t size) {
        return ::ftruncate(descriptor_, 0) == 0 && ::pwrite(descriptor_, data, size, 0) == static_cast<ssize_t>(size);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    int descriptor_;
    std::filesystem::path path_;
};

}  // namespace ricercar::test
