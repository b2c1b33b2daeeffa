// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace ricercar {

/// What stands before the numbers in a file of NumPy's format 1.0, in C order. `type`: "|u1", "<f4".
Bytes numpyHeader(std::string_view type, std::span<const std::size_t> shape);

/// A whole file of 32-bit floats.
Bytes numpyArray(std::span<const float> values, std::span<const std::size_t> shape);

}  // namespace ricercar
