#pragma once

#include "core/learning/Kernels.h"

#include <cstddef>
#include <vector>

namespace ricercar {

/// An LSTM layer's parameters as PyTorch has them, row-major: weightIh [4 hidden][inputs], weightHh [4 hidden][hidden], biases
/// [4 hidden].
struct LstmParameters {
    const float* weightIh = nullptr;
    const float* weightHh = nullptr;
    const float* biasIh = nullptr;
    const float* biasHh = nullptr;
    std::size_t inputs = 0;
    std::size_t hidden = 0;
};

/// [4 hidden][columns], rows `stride` apart -> [block][column][4][16]
std::vector<float> packGates(const float* weights, std::size_t hidden, std::size_t columns, std::size_t stride);
/// The reverse of packGates for gradients: [block][4][16] rows of `columns` -> [4 hidden][stride], into columns 0 .. columns-1.
void unpackGateRows(const float* packed, std::size_t hidden, std::size_t columns, float* weights, std::size_t stride);
/// [4 hidden][columns] -> panels for Product, depth in packed gate order.
std::vector<float> packTransposed(const float* weights, std::size_t hidden, std::size_t columns, std::size_t stride);

/// An LSTM layer's weights as the kernels take them. The inputs stand in two parts, the second may be empty.
class LstmWeights {
public:
    LstmWeights() = default;
    LstmWeights(const LstmParameters& parameters, std::size_t firstInputs);

    /// A step of this layer without its rows and memory.
    [[nodiscard]] LstmStep step() const;

    [[nodiscard]] std::size_t hidden() const { return hidden_; }
    /// Floats of a row of cell state, and of gates.
    [[nodiscard]] std::size_t stateSize() const { return paddedUnits(hidden_); }
    [[nodiscard]] std::size_t gateSize() const { return blocksOf(hidden_) * gateBlock; }

private:
    std::size_t hidden_ = 0;
    std::size_t inputs_[2] = {0, 0};
    std::vector<float> inputWeights_[2];
    std::vector<float> hiddenWeights_;
    std::vector<float> bias_;
};

}  // namespace ricercar
