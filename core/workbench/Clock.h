// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ricercar {

/// ISO 8601, UTC, whole seconds: "2026-11-22T17:00:00Z".
std::string utcNow();

}  // namespace ricercar
