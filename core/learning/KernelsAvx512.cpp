// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with flags of its own, see CMakeLists.txt.
#define RICERCAR_KERNELS avx512Kernels
#define RICERCAR_KERNELS_NAME "AVX-512"
#define RICERCAR_LANES 16
#include "core/learning/Kernels.inl"
