// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ricercar {

/// A program, a library or a part of ours, and which one it is: {"SQLite", "3.40.1"}.
struct NamedVersion {
    std::string name;
    std::string version;
};

}  // namespace ricercar
