#pragma once

#include <torch/torch.h>

namespace ricercar {

/// Hidden and cell state of a layer, each [1, rows, hidden]; undefined tensors stand for zeros.
struct LstmState {
    torch::Tensor hidden;
    torch::Tensor cell;
};

/// One LSTM layer over the first axis. Parameters as in PyTorch: gates in the order input, forget, cell, output.
class LstmLayer : public torch::nn::Module {
public:
    LstmLayer(std::int64_t inputs, std::int64_t hidden);

    /// x: [length, rows, inputs] -> [length, rows, hidden]. With `carried`, starts from it and leaves the last state in it.
    torch::Tensor forward(const torch::Tensor& x, LstmState* carried = nullptr);

    torch::Tensor weightIh, weightHh, biasIh, biasHh;

private:
    std::int64_t hidden_;
};

}  // namespace ricercar
