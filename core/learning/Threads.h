#pragma once

namespace ricercar {

/// Threads that a setting of `wanted` means: 0 is all cores.
int threadCount(int wanted);

/// Keeps torch and OpenBLAS to the calling thread: what is heavy runs on threads of ours, and pools that wait by spinning would
/// take their cores. Before torch computes.
void keepTorchToOneThread();

}  // namespace ricercar
