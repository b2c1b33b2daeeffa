// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Folders.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace ricercar {

TemporaryFolder::TemporaryFolder() {
    const char* chosen = std::getenv("TMPDIR");
    const std::filesystem::path parent = chosen && *chosen ? chosen : "/tmp";
    std::error_code failed;
    if (!std::filesystem::is_directory(parent, failed))
        throw Error(ErrorKind::NotFound, {MessageId::TemporaryFolderMissing, {displayPath(parent)}});
    std::string name = (parent / "ricercar-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw Error(ErrorKind::Unwritable,
                    {MessageId::FileUnwritable, {displayPath(parent), std::generic_category().message(errno)}});
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path absolutePath(const std::filesystem::path& path) {
    std::error_code failed;
    std::filesystem::path absolute = std::filesystem::absolute(path, failed);
    if (failed) throw Error(ErrorKind::NotFound, {MessageId::FolderGone, {}});
    return absolute;
}

}  // namespace ricercar
