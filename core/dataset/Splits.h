#pragma once

#include <cstdint>
#include <string>

namespace ricercar {

enum class Side { Train, Validation };

/// A hash of seed and source file against the share: adding files never moves one; the parts of a file share a side.
Side sideOf(const std::string& fileHash, std::uint64_t seed, double validationShare);

}  // namespace ricercar
