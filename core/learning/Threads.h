#pragma once

namespace ricercar {

/// Threads that a setting of `wanted` means: 0 is all cores but one, at least one.
int threadCount(int wanted);

/// Sets the threads that torch and OpenBLAS work with from here on.
void useThreads(int wanted);

}  // namespace ricercar
