// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with flags of its own, see CMakeLists.txt.
#define RICERCAR_KERNELS avx2Kernels
#define RICERCAR_KERNELS_NAME "AVX2"
#define RICERCAR_LANES 8
#include "core/learning/Kernels.inl"
