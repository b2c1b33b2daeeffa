// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ricercar::cli {

using Json = nlohmann::ordered_json;

/// The command's voice: results on stdout (for people, or JSON Lines), the rest on stderr. Always valid UTF-8, and no control
/// characters out of a file reach the terminal.
class Output {
public:
    bool json = false;
    std::FILE* results = stdout;
    std::FILE* remarks = stderr;
    std::function<void()> lost;  ///< called where a result could not be written: nobody reads on

    /// A result for people; nothing with --json.
    void line(std::string_view text) const;
    /// A result for programs, one line; nothing without --json.
    void object(const Json& object) const;
    /// A remark on stderr.
    void note(std::string_view text) const;
    /// A failure: stderr, and an object of type "error" with --json.
    void failure(const Message& message) const;
    /// Writes what is still held back; false where stdout cannot be written.
    [[nodiscard]] bool flush() const;
};

/// English sentences.
Json sentences(const std::vector<Message>& messages);

/// 3.14159 with 2 places: "3.14".
std::string fixed(double value, int places);
/// 3725 seconds: "1:02:05".
std::string duration(double seconds);
/// "1 bar", "16 bars"
std::string counted(long long number, std::string_view noun);

}  // namespace ricercar::cli
