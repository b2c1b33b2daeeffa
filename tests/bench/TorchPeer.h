// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/torch/BiaxialModel.h"

#include <torch/torch.h>

#include <vector>

namespace ricercar::bench {

/// The same network from torch's own layers.
class TorchBiaxial : public torch::nn::Module {
public:
    TorchBiaxial(const ModelConfig& config, const std::vector<NamedTensor>& weights);

    /// As BiaxialModel's, for windows of one length; `dropout`: masks held over the sequence, drawn by torch.
    torch::Tensor forward(const BatchTensors& batch, double dropout);

    std::vector<torch::nn::LSTM> time, note;
    torch::nn::Linear head;
};

/// Threads of torch and of its BLAS.
void setTorchThreads(int threads);

/// Relative difference of the two networks' losses for the same weights and a small batch without dropout.
double lossDifference(const TrainConfig& config);

}  // namespace ricercar::bench
