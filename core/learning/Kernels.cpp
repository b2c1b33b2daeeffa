// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Kernels.h"

#include <atomic>

namespace ricercar {

extern const Kernels baselineKernels;
#if defined(__x86_64__)
extern const Kernels avx2Kernels;
extern const Kernels avx512Kernels;
extern const Kernels bfloat16Kernels;
#endif

namespace {

std::atomic<ProcessorLevel> limit{ProcessorLevel::Avx512};
std::atomic<bool> slowAllowed{false};

ProcessorLevel processorLevel() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd"))
        return ProcessorLevel::Avx512;
    if (avx2) return ProcessorLevel::Avx2;
#endif
    return ProcessorLevel::Baseline;
}

/// Intel's cores do half as many multiplications of bfloat16 a second as of float32 (measured on family 6 model 207: 73 against
/// 149 GFLOP/s), but for their tiles; AMD's do twice as many.
bool bfloat16IsSlow() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    return __builtin_cpu_is("intel");
#else
    return false;
#endif
}

bool hasBFloat16() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    return processorLevel() == ProcessorLevel::Avx512 && __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

}  // namespace

bool bfloat16Available() {
    static const bool processor = hasBFloat16(), slow = bfloat16IsSlow();
    return processor && (!slow || slowAllowed.load(std::memory_order_relaxed)) &&
           limit.load(std::memory_order_relaxed) == ProcessorLevel::Avx512;
}

const Kernels& kernels(Precision precision) {
#if defined(__x86_64__)
    if (precision == Precision::BFloat16 && bfloat16Available()) return bfloat16Kernels;
#endif
    static const ProcessorLevel processor = processorLevel();
    const ProcessorLevel allowed = limit.load(std::memory_order_relaxed);
    switch (processor < allowed ? processor : allowed) {
#if defined(__x86_64__)
        case ProcessorLevel::Avx512: return avx512Kernels;
        case ProcessorLevel::Avx2: return avx2Kernels;
#endif
        default: return baselineKernels;
    }
}

void limitKernels(ProcessorLevel level, bool slowToo) {
    limit.store(level, std::memory_order_relaxed);
    slowAllowed.store(slowToo, std::memory_order_relaxed);
}

}  // namespace ricercar
