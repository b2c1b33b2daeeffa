// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace ricercar::bench {

/// Loops that show the limits of a core, compiled once for each kind of processor.
struct MachineLoops {
    const char* name;
    double operations;  ///< of one pass of multiplyAdd
    /// Independent chains of multiply-adds that stay in registers, `count` passes.
    float (*multiplyAdd)(std::size_t count);
    /// Reads all of it, `size` a multiple of 512 floats, 64-byte aligned.
    void (*read)(const float* values, std::size_t size);
};

extern const MachineLoops baselineLoops;
extern const MachineLoops avx2Loops;
extern const MachineLoops avx512Loops;

}  // namespace ricercar::bench
