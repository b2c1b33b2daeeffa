// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/TorchEntries.h"

#include <string_view>

extern "C" __attribute__((visibility("default"))) const ricercar::TorchModule* ricercarTorchModule(const char* version) {
    using namespace ricercar;
    static constexpr TorchModule entries{trainWithTorch, resumeWithTorch, evaluateWithTorch, surpriseWithTorch,
                                         saliencyWithTorch};
    return std::string_view(version) == RICERCAR_VERSION ? &entries : nullptr;
}
