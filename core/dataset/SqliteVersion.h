// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Versions.h"

namespace ricercar {

/// The SQLite that is loaded.
NamedVersion sqliteVersion();

}  // namespace ricercar
