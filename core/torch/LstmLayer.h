// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/learning/LstmRows.h"
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
    torch::Tensor second;  ///< a second input beside the first, of the same shape but for its columns; or undefined
    torch::Tensor mask;    ///< dropout of the output, held over the length: [1, rows or more, hidden]; or undefined
    std::vector<std::int64_t> stepRows;  ///< rows of each step, never rising; empty: all rows at every step
    LstmState* carried = nullptr;        ///< starts from it and leaves each row's last state in it; without gradients only
    bool reuseInput = false;             ///< the way back may write over the input
    Precision precision = Precision::Float32;
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

    /// x: [length, rows, inputs], any strides over the first two axes -> [length, rows, hidden]; with stepRows, the rows of all
    /// steps one after the other: [sum of stepRows, inputs] -> [sum of stepRows, hidden]
    torch::Tensor forward(const torch::Tensor& x, const LstmPass& pass = {});

    torch::Tensor weightIh, weightHh, biasIh, biasHh;

private:
    friend class LstmFunction;

    torch::Tensor forwardTorch(const torch::Tensor& x, const LstmPass& pass);
    /// `keep`: what the way back needs.
    torch::Tensor forwardKernels(const torch::Tensor& x, const LstmPass& pass, bool keep);
    void takeState(LstmState& state) const;

    /// Gradients of: x, second input, and the four parameters. Undefined for inputs that need none.
    std::vector<torch::Tensor> backwardKernels(const torch::Tensor& x, const torch::Tensor& outputGradient, bool forX,
                                               bool forSecond);
    /// Gates become gradients of the gate sums, cell states hidden states.
    void stepsBack(const torch::Tensor& outputGradient);
    /// Sums over all rows of input, of hidden state of the step before, and of one, times gate gradient; in an order that
    /// follows from the sizes alone.
    void weightGradients(const torch::Tensor& x, const torch::Tensor& ihGradient, const torch::Tensor& hhGradient,
                         const torch::Tensor& biasGradient);
    torch::Tensor inputGradient(const torch::Tensor& x, std::int64_t column, bool reuse);

    float* scratch(std::size_t thread, std::size_t floats) { return atLeast(scratch_[thread], floats); }

    std::int64_t hidden_;
    LstmPass pass_;                ///< of the last forward pass
    LstmRows rows_;                ///< its rows
    LstmWeights weights_;          ///< packed for it
    Floats gates_;                 ///< rows of gates
    Floats cells_;                 ///< rows of states; those of one step where nothing is kept
    Floats hiddens_;               ///< [rows][hidden]; those of two steps where there is a mask
    Floats masked_;                ///< [rows][hidden], after dropout
    std::vector<Floats> scratch_;  ///< of each thread
};

}  // namespace ricercar
