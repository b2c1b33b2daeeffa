// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/Threads.h"

#include <ATen/Parallel.h>

// There where libblas is OpenBLAS, which otherwise starts threads of its own beside torch's.
extern "C" void openblas_set_num_threads(int threads) __attribute__((weak));

namespace ricercar {

void keepTorchToOneThread() {
    at::set_num_threads(1);
    if (openblas_set_num_threads != nullptr) openblas_set_num_threads(1);
}

}  // namespace ricercar
