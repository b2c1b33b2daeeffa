// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Dataset.h"
#include "core/dataset/Subset.h"

#include <cstdint>
#include <string>

namespace ricercar {

/// Adding files never moves one, and the parts of a file share a subset: Validation where the upper 53 bits of
/// Random::stream(seed, FNV-1a of fileHash), as a fraction, are below its share, else Test where below both shares together.
Subset subsetOf(const std::string& fileHash, std::uint64_t seed, const SplitShares& shares);

}  // namespace ricercar
