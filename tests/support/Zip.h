// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"

#include <archive.h>
#include <archive_entry.h>

#include <filesystem>
#include <string>
#include <vector>

namespace ricercar::test {

struct ZipEntry {
    std::string name;
    Bytes bytes;
};

/// False where it cannot be written. Who includes it links LibArchive.
inline bool writeZip(const std::filesystem::path& path, const std::vector<ZipEntry>& entries) {
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    bool good = archive_write_open_filename(zip, path.c_str()) == ARCHIVE_OK;
    for (const ZipEntry& entry : entries) {
        archive_entry* header = archive_entry_new();
        archive_entry_set_pathname(header, entry.name.c_str());
        archive_entry_set_filetype(header, AE_IFREG);
        archive_entry_set_perm(header, 0644);
        archive_entry_set_size(header, static_cast<la_int64_t>(entry.bytes.size()));
        good = good && archive_write_header(zip, header) >= ARCHIVE_WARN;
        archive_write_data(zip, entry.bytes.data(), entry.bytes.size());
        archive_entry_free(header);
    }
    good = archive_write_close(zip) == ARCHIVE_OK && good;
    archive_write_free(zip);
    return good;
}

/// Part of a zip file written byte by byte, nothing compressed (PKWARE, APPNOTE 6.3): names as they are given, marked as UTF-8
/// or not.
struct RawZipEntry {
    std::string name;
    Bytes bytes;
    bool utf8 = false;
    bool encrypted = false;
    std::uint16_t method = 0;  ///< 0: stored
};

inline Bytes rawZip(const std::vector<RawZipEntry>& entries) {
    const auto put = [](Bytes& out, std::uint64_t value, int bytes) {
        for (; bytes > 0; --bytes, value >>= 8) out.push_back(static_cast<std::uint8_t>(value));
    };
    const auto crc = [](const Bytes& bytes) {
        std::uint32_t sum = ~0U;
        for (const std::uint8_t byte : bytes) {
            sum ^= byte;
            for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
        }
        return ~sum;
    };
    Bytes file, directory;
    const auto common = [&](Bytes& out, const RawZipEntry& entry) {
        put(out, 20, 2);
        put(out, (entry.utf8 ? 0x800U : 0U) | (entry.encrypted ? 1U : 0U), 2);
        put(out, entry.method, 2);
        put(out, 0, 4);
        put(out, crc(entry.bytes), 4);
        put(out, entry.bytes.size(), 4);
        put(out, entry.bytes.size(), 4);
        put(out, entry.name.size(), 2);
        put(out, 0, 2);
    };
    for (const RawZipEntry& entry : entries) {
        const std::size_t at = file.size();
        put(file, 0x04034B50, 4);
        common(file, entry);
        file.insert(file.end(), entry.name.begin(), entry.name.end());
        file.insert(file.end(), entry.bytes.begin(), entry.bytes.end());
        put(directory, 0x02014B50, 4);
        put(directory, 20, 2);
        common(directory, entry);
        put(directory, 0, 10);
        put(directory, at, 4);
        directory.insert(directory.end(), entry.name.begin(), entry.name.end());
    }
    const std::size_t at = file.size();
    file.insert(file.end(), directory.begin(), directory.end());
    put(file, 0x06054B50, 4);
    put(file, 0, 4);
    put(file, entries.size(), 2);
    put(file, entries.size(), 2);
    put(file, directory.size(), 4);
    put(file, at, 4);
    put(file, 0, 2);
    return file;
}

}  // namespace ricercar::test
