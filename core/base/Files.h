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

/// Written beside, flushed to disk and renamed: the old file or the new one, never half of one. Throws Error FileUnwritable.
void writeFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes);
void writeFile(const std::filesystem::path& path, const std::string& text);

/// Makes a folder and those above it where they are missing. Throws Error FileUnwritable.
void makeFolder(const std::filesystem::path& path);

/// UTF-8 of a path, for messages and JSON (bytes that are no UTF-8 become U+FFFD).
std::string displayPath(const std::filesystem::path& path);

/// The same text with every invalid UTF-8 sequence replaced by U+FFFD.
std::string validUtf8(std::string_view text);

}  // namespace ricercar
