// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace ricercar::bench {

/// Facts and limits of the machine, measured now.
std::string processorName();
/// "AVX-512", "AVX2" or "baseline": what the measurements below and our kernels use.
const char* instructionLevel();

/// Multiplications and additions of registers, in 1e9 operations a second (one fused is two): the best of three short bursts on
/// this many threads at once.
double peakGflops(int threads);

/// Reading `bytes` again and again on one core, in GB/s: with bytes within a cache, that cache's rate.
double readRate(std::size_t bytes);

/// memset of `bytes` again and again on one core, in GB/s.
double memsetRate(std::size_t bytes);

}  // namespace ricercar::bench
