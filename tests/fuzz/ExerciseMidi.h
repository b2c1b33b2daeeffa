// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace ricercar::test {

/// Does with any bytes what the program does with a file: reads, quantizes, writes and reads again. Throws std::logic_error
/// where a promise is broken; bytes that are refused are fine.
void exerciseMidi(std::span<const std::uint8_t> bytes);

}  // namespace ricercar::test
