// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Remedies.h"

#include <QString>

#include <string>

namespace ricercar {

/// What applying it is called: "Find the beat", "Double the tempo".
QString remedyName(const Remedy& remedy);
/// What removing it is called: "Take back: find the beat".
QString remedyUndoing(const Remedy& kind);
/// What was done to a piece, with its figures: "beat found", "shifted by +0.25 steps".
QString remedyDone(const Remedy& remedy);
/// "beat found · silence trimmed"; empty for none, and for a recipe that is not understood.
QString recipeWords(const std::string& recipeJson);
/// The same as a list; empty for what is not understood.
Recipe recipeOf(const std::string& recipeJson);

}  // namespace ricercar
