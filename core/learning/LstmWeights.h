// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Floats.h"
#include "core/learning/Kernels.h"

#include <cstddef>

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

/// [4 hidden][columns], rows `stride` apart -> PackedGates
Floats packGates(const float* weights, std::size_t hidden, std::size_t columns, std::size_t stride, Precision precision);
/// [4 hidden][columns] -> panels for Product, whose depth is a row of gates.
Floats packTransposed(const float* weights, std::size_t hidden, std::size_t columns, std::size_t stride, Precision precision);
/// Gradients [columns][panelWidth] of a panel of gates, which begins `first` into a row of them -> their rows of [4
/// hidden][stride], columns 0 .. columns-1.
void unpackGates(const float* sums, std::size_t hidden, std::size_t columns, std::size_t first, float* weights,
                 std::size_t stride);

/// An LSTM layer's weights as the kernels take them. The inputs stand in two parts, the second may be empty.
class LstmWeights {
public:
    LstmWeights() = default;
    LstmWeights(const LstmParameters& parameters, std::size_t firstInputs, Precision precision = Precision::Float32);

    /// A step of this layer without its rows and memory.
    [[nodiscard]] LstmStep step() const;

    [[nodiscard]] std::size_t hidden() const { return hidden_; }
    [[nodiscard]] std::size_t inputs() const { return inputs_[0] + inputs_[1]; }

private:
    std::size_t hidden_ = 0;
    std::size_t inputs_[2] = {0, 0};
    Floats inputWeights_[2];
    Floats hiddenWeights_;
    Floats bias_;
};

}  // namespace ricercar
