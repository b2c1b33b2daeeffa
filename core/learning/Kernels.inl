// SPDX-License-Identifier: GPL-3.0-or-later
// The hot loops, included once for each kind of processor with its compiler flags. Nothing here may be shared between those: no
// functions of the standard library, no inline functions with a name that another file could share.
// Before inclusion: RICERCAR_KERNELS (name of the table), RICERCAR_LANES (floats of a vector register: 16, 8 or 4), and
// RICERCAR_BFLOAT16 where factors are bfloat16.

#include "core/learning/Kernels.h"

#if RICERCAR_LANES == 16
#include <immintrin.h>
#endif

#define RICERCAR_INLINE [[gnu::always_inline]] inline
#define RICERCAR_LAMBDA __attribute__((always_inline))

namespace ricercar {
namespace {

#ifdef RICERCAR_BFLOAT16
constexpr Precision tablePrecision = Precision::BFloat16;
#else
constexpr Precision tablePrecision = Precision::Float32;
#endif

// clang-format off
// each uses the ones before it
#include "core/learning/KernelVectors.inl"
#include "core/learning/KernelTiles.inl"
#include "core/learning/KernelSteps.inl"
#include "core/learning/KernelProducts.inl"
#include "core/learning/KernelFeatures.inl"
// clang-format on

}  // namespace

extern const Kernels RICERCAR_KERNELS;
const Kernels RICERCAR_KERNELS{RICERCAR_KERNELS_NAME, tablePrecision, stepKernel,      stepBackKernel,
                               gateSumsKernel,        productKernel,  outerSumsKernel, featuresKernel};

}  // namespace ricercar
