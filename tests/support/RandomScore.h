// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

#include <cstdint>

namespace ricercar::test {

/// A random score as a file can hold it, with something in every list, in the order the reader gives.
Score randomScore(std::uint64_t seed);

}  // namespace ricercar::test
