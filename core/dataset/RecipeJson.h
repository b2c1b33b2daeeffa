// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Remedies.h"

#include <string>

namespace ricercar {

/// A JSON list of objects, each with the name of its "remedy".
std::string toJson(const Recipe& recipe);
/// Throws Error Incompatible (RecipeUnknown) for what is no recipe, or holds a remedy that is not known.
Recipe recipeFromJson(const std::string& json);

}  // namespace ricercar
