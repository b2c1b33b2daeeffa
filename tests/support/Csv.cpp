// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Csv.h"

#include "core/base/Files.h"

#include <utility>

namespace ricercar::test {
namespace {

std::vector<std::vector<std::string>> fieldsOf(const std::filesystem::path& path) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    char last = 0;
    for (const std::uint8_t byte : readFile(path)) {
        const char c = static_cast<char>(byte);
        const char before = std::exchange(last, c);
        if (c == '"') {
            if (!quoted && before == '"') rows.back().back() += c;  // doubled
            quoted = !quoted;
        } else if (c == ',' && !quoted)
            rows.back().emplace_back();
        else if (c == '\n' && !quoted)
            rows.push_back({""});
        else if (c != '\r')
            rows.back().back() += c;
    }
    return rows;
}

}  // namespace

std::vector<std::map<std::string, std::string>> readCsv(const std::filesystem::path& path) {
    const auto fields = fieldsOf(path);
    std::vector<std::map<std::string, std::string>> rows;
    for (std::size_t i = 1; i < fields.size(); ++i) {
        if (fields[i].size() != fields[0].size()) continue;
        auto& row = rows.emplace_back();
        for (std::size_t column = 0; column < fields[0].size(); ++column) row[fields[0][column]] = fields[i][column];
    }
    return rows;
}

}  // namespace ricercar::test
