// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with flags of its own, see CMakeLists.txt.
#define RICERCAR_KERNELS baselineKernels
#define RICERCAR_KERNELS_NAME "baseline"
#define RICERCAR_LANES 4
#include "core/learning/Kernels.inl"
