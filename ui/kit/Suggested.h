// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ricercar {

/// A property of fields whose value follows something else until a person sets it; such a value is not remembered.
inline constexpr const char* suggestedProperty = "suggested";

}  // namespace ricercar
