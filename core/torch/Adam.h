// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace ricercar {

/// Adam (Kingma, Ba 2015) with its usual constants. Its state is plain tensors, so that a checkpoint does not depend on torch's
/// version.
class Adam {
public:
    explicit Adam(std::vector<torch::Tensor> parameters) : parameters_(std::move(parameters)) {
        for (const torch::Tensor& parameter : parameters_) {
            mean.push_back(torch::zeros_like(parameter));
            square.push_back(torch::zeros_like(parameter));
        }
    }

    /// `step` counts from 1. `weightDecay` shrinks matrices, not biases, by so much times the learning rate.
    void step(std::int64_t step, double learningRate, double weightDecay = 0) {
        const torch::NoGradGuard noGrad;
        constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
        const double correction1 = 1.0 - std::pow(beta1, static_cast<double>(step));
        const double correction2 = 1.0 - std::pow(beta2, static_cast<double>(step));
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            const torch::Tensor& gradient = parameters_[i].grad();
            mean[i].mul_(beta1).add_(gradient, 1.0 - beta1);
            square[i].mul_(beta2).addcmul_(gradient, gradient, 1.0 - beta2);
            const torch::Tensor scale = (square[i] / correction2).sqrt_().add_(epsilon);
            if (weightDecay > 0 && parameters_[i].dim() > 1) parameters_[i].mul_(1.0 - learningRate * weightDecay);
            parameters_[i].addcdiv_(mean[i], scale, -learningRate / correction1);
        }
    }

    std::vector<torch::Tensor> mean;
    std::vector<torch::Tensor> square;

private:
    std::vector<torch::Tensor> parameters_;
};

}  // namespace ricercar
