#include "core/learning/Threads.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <thread>

// There where libblas is OpenBLAS, which otherwise starts threads of its own beside torch's.
extern "C" void openblas_set_num_threads(int threads) __attribute__((weak));

namespace ricercar {

int threadCount(int wanted) {
    if (wanted > 0) return wanted;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void keepTorchToOneThread() {
    at::set_num_threads(1);
    if (openblas_set_num_threads != nullptr) openblas_set_num_threads(1);
}

}  // namespace ricercar
