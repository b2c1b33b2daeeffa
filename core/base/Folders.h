// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace ricercar {

/// A new folder of its own where temporary files go ($TMPDIR, else /tmp); it and all in it goes with this.
class TemporaryFolder {
public:
    /// Throws Error NotFound (TemporaryFolderMissing), Unwritable.
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// The path from the root. Throws Error NotFound (FolderGone) for a relative one where the working folder is gone.
std::filesystem::path absolutePath(const std::filesystem::path& path);

}  // namespace ricercar
