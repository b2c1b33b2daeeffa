// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace ricercar {

using Bytes = std::vector<std::uint8_t>;

/// The whole file. Throws Error (FileNotFound, FileUnreadable, FileTooLarge beyond `limit` bytes).
Bytes readFile(const std::filesystem::path& path, std::uint64_t limit = std::uint64_t{1} << 31);

/// Where a file that is to be called `path` will stand: there, or where symbolic links lead from there. Throws Error
/// FileUnwritable for what is not to be replaced: anything but a regular file (a folder, a pipe, a device), and a file that is
/// closed to writing, whoever asks.
std::filesystem::path writableTarget(const std::filesystem::path& path);

/// A file on its way: written beside its place (writableTarget), and gone again unless it was committed. All that writes files
/// writes through it. Throws Error FileUnwritable.
class NewFile {
public:
    explicit NewFile(const std::filesystem::path& path);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    /// Open for reading and writing.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    void write(std::span<const std::uint8_t> bytes);
    /// Flushes to disk and renames: the old file or the new one, never half of one. Permissions of an old one stay.
    void commit();
    /// What could not be done, and why.
    [[noreturn]] void fail(const std::string& why) const;
    [[noreturn]] void fail(int systemError) const;

private:
    std::filesystem::path path_;
    std::filesystem::path target_;
    std::filesystem::path beside_;
    int descriptor_ = -1;
};

/// The whole of a NewFile at once.
void writeFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes);
void writeFile(const std::filesystem::path& path, const std::string& text);

/// Makes a folder and those above it where they are missing. Throws Error FileUnwritable.
void makeFolder(const std::filesystem::path& path);

/// UTF-8 of a path, for messages and JSON (bytes that are no UTF-8 become U+FFFD).
std::string displayPath(const std::filesystem::path& path);

/// The same text with every invalid UTF-8 sequence replaced by U+FFFD.
std::string validUtf8(std::string_view text);

}  // namespace ricercar
