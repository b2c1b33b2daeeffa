#pragma once

#include "core/base/Task.h"
#include "core/learning/LstmWeights.h"

#include <torch/torch.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <vector>

namespace ricercar {

/// Thrown through forward and backward passes when their task is stopped. An exception of the standard, for torch cleans up
/// after those alone.
struct Stopped : std::exception {};

/// Hidden and cell state of a layer, each [1, rows, hidden]; undefined tensors stand for zeros.
struct LstmState {
    torch::Tensor hidden;
    torch::Tensor cell;
};

/// What one pass through a layer needs beside its input.
struct LstmPass {
    torch::Tensor second;          ///< a second input beside the first, [length, rows, few]; or undefined
    torch::Tensor mask;            ///< dropout of the output, held over the length: [1, rows, hidden]; or undefined
    LstmState* carried = nullptr;  ///< starts from it and leaves the last state in it; without gradients only
    int threads = 1;
    Task task;  ///< a stop leaves as Stopped
};

/// One LSTM layer over the first axis. Parameters as in PyTorch: gates in the order input, forget, cell, output. float32 on the
/// CPU runs through our kernels, with rows spread over threads; everything else through torch's own LSTM: same parameters, same
/// results. Its buffers stay from pass to pass: an output is good until the layer's next pass, and can be gone back through
/// once.
class LstmLayer : public torch::nn::Module {
public:
    /// `inputs` counts both inputs' columns.
    LstmLayer(std::int64_t inputs, std::int64_t hidden);

    /// x: [length, rows, inputs], any strides over the first two axes -> [length, rows, hidden]
    torch::Tensor forward(const torch::Tensor& x, const LstmPass& pass = {});

    torch::Tensor weightIh, weightHh, biasIh, biasHh;

private:
    friend class LstmFunction;

    torch::Tensor forwardTorch(const torch::Tensor& x, const LstmPass& pass);
    /// `keep`: what the way back needs.
    torch::Tensor forwardKernels(const torch::Tensor& x, const LstmPass& pass, bool keep);
    /// Gradients of: x, second input, and the four parameters. Undefined for inputs that need none.
    std::vector<torch::Tensor> backwardKernels(const torch::Tensor& x, const torch::Tensor& outputGradient, bool forX,
                                               bool forSecond);

    std::int64_t hidden_;
    LstmPass pass_;                     ///< of the last forward pass
    LstmWeights weights_;               ///< packed for it
    std::vector<float> gates_;          ///< [length][rows][blocks][4][16]
    std::vector<float> cells_;          ///< [length or 1][rows][padded hidden]
    std::vector<float> hiddens_;        ///< [length][rows][hidden]
    std::vector<float> masked_;         ///< the same after dropout
    std::vector<float> inputGradient_;  ///< as x
};

}  // namespace ricercar
