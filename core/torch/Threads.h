// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ricercar {

/// Keeps torch and OpenBLAS to the calling thread: what is heavy runs on threads of ours, and pools that wait by spinning would
/// take their cores. Before torch computes.
void keepTorchToOneThread();

}  // namespace ricercar
