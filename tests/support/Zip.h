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

}  // namespace ricercar::test
