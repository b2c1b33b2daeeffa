// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace ricercar::cli {

/// Before long work: throws Error Unwritable where the file's folder is missing or closed, or what stands
/// there is not to be replaced (writableTarget).
void checkWritable(const std::filesystem::path& file);

}  // namespace ricercar::cli
