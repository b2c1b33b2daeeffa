#pragma once

#include <filesystem>

namespace ricercar::cli {

/// Before long work: throws Error Unwritable where the file's folder is missing or closed, or a folder has its name.
void checkWritable(const std::filesystem::path& file);

}  // namespace ricercar::cli
