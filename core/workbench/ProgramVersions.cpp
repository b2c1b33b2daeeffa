// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/ProgramVersions.h"

#include "core/dataset/SqliteVersion.h"
#include "core/learning/EngineVersions.h"

#include <utility>

namespace ricercar {

std::vector<NamedVersion> programVersions(const std::string& program, std::vector<NamedVersion> more) {
    std::vector<NamedVersion> versions{{program, RICERCAR_VERSION}};
    for (NamedVersion& version : more) versions.push_back(std::move(version));
    for (NamedVersion& version : engineVersions()) versions.push_back(std::move(version));
    versions.insert(versions.end() - 1, sqliteVersion());
    return versions;
}

std::string versionLines(const std::vector<NamedVersion>& versions) {
    std::string lines;
    for (const auto& [name, version] : versions) lines += (lines.empty() ? "" : "\n") + name + " " + version;
    return lines;
}

}  // namespace ricercar
