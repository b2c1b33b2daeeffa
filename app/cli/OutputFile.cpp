// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/OutputFile.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <unistd.h>

#include <string>
#include <system_error>

namespace ricercar::cli {

void checkWritable(const std::filesystem::path& file) {
    const auto fail = [&](const Message& why) {
        throw Error(ErrorKind::Unwritable, {MessageId::FileUnwritable, {displayPath(file), why}});
    };
    const std::filesystem::path target = writableTarget(file);
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    std::error_code failed;
    if (!std::filesystem::is_directory(folder, failed)) fail({MessageId::ReasonFolderMissing, {displayPath(folder)}});
    if (::access(folder.c_str(), W_OK | X_OK) != 0) fail({MessageId::ReasonFolderNotWritable, {}});
}

}  // namespace ricercar::cli
