// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Run.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <system_error>

namespace ricercar {

std::filesystem::path runFileIn(const std::filesystem::path& runsFolder, const std::string& name) {
    namespace fs = std::filesystem;
    const fs::path file = name;
    const auto outside = [&] {
        throw Error(ErrorKind::Damaged, {MessageId::WorkspaceFileOutside, {displayPath(runsFolder), displayPath(file)}});
    };
    if (file.empty() || file.is_absolute() || file.has_root_path()) outside();
    fs::path so = runsFolder;
    std::error_code ignored;
    for (const fs::path& part : file) {
        if (part == "..") outside();
        so /= part;
        if (fs::is_symlink(fs::symlink_status(so, ignored))) outside();
    }
    return so;
}

}  // namespace ricercar
