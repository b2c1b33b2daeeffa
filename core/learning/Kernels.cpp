#include "core/learning/Kernels.h"

#include <atomic>

namespace ricercar {

extern const Kernels baselineKernels;
#if defined(__x86_64__)
extern const Kernels avx2Kernels;
extern const Kernels avx512Kernels;
#endif

namespace {

std::atomic<ProcessorLevel> limit{ProcessorLevel::Avx512};

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

}  // namespace

const Kernels& kernels() {
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

void limitKernels(ProcessorLevel level) { limit.store(level, std::memory_order_relaxed); }

}  // namespace ricercar
