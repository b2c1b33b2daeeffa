// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ricercar::test {

/// The rows of a comma-separated file with quoted fields, each by its column's name.
std::vector<std::map<std::string, std::string>> readCsv(const std::filesystem::path& path);

}  // namespace ricercar::test
