// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/PieceReader.h"

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace ricercar::cli {

/// "3/4". Throws Error Invalid, which says what is `allowed`.
Meter meterFrom(const std::string& text, const char* allowed = "a time signature such as 3/4");

/// The options by which a MIDI file becomes pieces, the same for every command that reads music.
struct ImportFlags {
    std::vector<std::string> meters;
    ImportOptions options;
    bool keepSilence = false;

    /// Where `rolls` is given, none of them can be.
    void addTo(CLI::App& command, CLI::Option* rolls = nullptr);
    /// `options` with the meters and what is done to silence filled in. Throws Error Invalid.
    [[nodiscard]] ImportOptions chosen() const;
};

}  // namespace ricercar::cli
