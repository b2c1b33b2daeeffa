// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace ricercar::bench {

/// What a subcommand found out: one JSON object, or a table for people.
class Report {
public:
    /// `meaning` is for people; its unit goes with it: "ms", "GFLOP/s", "" ...
    void add(const std::string& name, double value, const std::string& unit, const std::string& meaning);
    void add(const std::string& name, const std::string& text, const std::string& meaning);
    /// A figure that this run does not have: null in JSON, not in the table.
    void absent(const std::string& name) { json_[name] = nullptr; }
    void print(bool json) const;

private:
    struct Line {
        std::string meaning, value, unit;
    };
    nlohmann::ordered_json json_;
    std::vector<Line> lines_;
};

}  // namespace ricercar::bench
