// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with flags of its own, see CMakeLists.txt.
#define RICERCAR_KERNELS bfloat16Kernels
#define RICERCAR_KERNELS_NAME "AVX-512, bfloat16"
#define RICERCAR_LANES 16
#define RICERCAR_BFLOAT16
#include "core/learning/Kernels.inl"
