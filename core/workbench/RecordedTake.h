// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Take.h"
#include "core/music/Score.h"

#include <string>

namespace ricercar {

/// What was played as a take: the score as it is, and on the grid as a model would see it, in whole bars from its start.
Take recordedTake(const Score& played, const std::string& name);

}  // namespace ricercar
